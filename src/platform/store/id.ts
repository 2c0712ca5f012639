// The ids of rows.
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True for text that can be a row's id: PostgreSQL refuses any other. */
export const isId = (text: string): boolean => uuid.test(text)
