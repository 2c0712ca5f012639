// Invented people for the roles of a plan that nobody's name stands at, and colours for everybody.

/** Names of many places, in the order in which they are given. */
export const FACES = [
  'Noor Haddad',
  'Emil Lindqvist',
  'Aiko Tanaka',
  'Mateo Ruiz',
  'Zanele Dube',
  'Ivo Horvat',
  'Leila Farsi',
  'Owen Price',
  'Chiara Conti',
  'Bao Nguyen',
  'Ines Moreau',
  'Tunde Bello',
  'Karin Vogel',
  'Ravi Menon',
  'Anya Petrova',
  'Luca Meyer',
]

/** White letters can be read on each. */
const COLOURS = [
  '#b5446e',
  '#2f6f9f',
  '#8a5a00',
  '#3b7a57',
  '#6a4c93',
  '#a23b2a',
  '#0f766e',
  '#7c3f00',
  '#9d2b6b',
  '#35558a',
  '#5c6b00',
  '#1d6f42',
]

/** The colour of the person of that number. */
export function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? '#2f6f9f'
}
