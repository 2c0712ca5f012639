// The page's icons, drawn with lines of the text's colour.

const PATHS = {
  hash: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  chevron: 'm7 10 5 5 5-5',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3.5-6.5z',
  pencil: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5',
  thread: 'M4 5h16v11H10l-5 4v-4H4z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  menu: 'M4 6h16M4 12h16M4 18h16',
  next: 'M5 5l9 7-9 7zM18 5v14',
  play: 'M7 4.5 19 12 7 19.5z',
  pause: 'M8 5v14M16 5v14',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  attach: 'M8 12.5l5.5-5.5a2.8 2.8 0 0 1 4 4L10 18.5a4.6 4.6 0 0 1-6.5-6.5L11 4.5',
} as const

/** The name of an icon. */
export type IconName = keyof typeof PATHS

/** An icon that screen readers leave out. */
export function icon(name: IconName, size = 18): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const attributes = {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    fill: name === 'play' || name === 'next' ? 'currentColor' : 'none',
    stroke: 'currentColor',
    'stroke-width': 1.8,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value))
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
