// Lists of lines with a heading.

/** The heading and its lines; those past `most` are counted: "… and 3 more". */
export function listed(heading: string, lines: string[], most: number): string {
  const more = lines.length - most
  return [heading, ...lines.slice(0, most), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}
