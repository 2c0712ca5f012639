// Building elements: a tag, its attributes and what is in it.

/** What can stand in an element. */
export type Child = Node | string | null | false | undefined

/** Attributes; functions are event listeners (`onclick`), true is a bare attribute, false and null leave it out. */
export interface Attributes {
  [name: string]: string | number | boolean | null | undefined | ((event: never) => void)
}

/** A new element. Text is always text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name === 'style') element.style.cssText = String(value)
    else if (typeof value === 'function')
      element.addEventListener(name.slice(2), value as (event: Event) => void)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  )
  return element
}

/** The element of an id that index.html has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`index.html has no #${id}`)
  return found
}

/** Puts nodes in place of an element's content, but leaves it alone where `key` is what it was made from last. */
export function refill(element: HTMLElement, key: string, make: () => Child[]): void {
  if (element.dataset.key === key) return
  element.dataset.key = key
  element.replaceChildren(
    ...make().filter((child) => child !== null && child !== undefined && child !== false),
  )
}
