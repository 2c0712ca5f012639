/** Times of the clock in words, folded. */

export interface ClockWords {
  /** One to twelve, in order; several words for one hour are parted by "/". */
  hours: string
  /** Words between or behind the parts of the time, so many minutes from the hour named. */
  before: Readonly<Record<string, number>>
  after: Readonly<Record<string, number>>
  /** Words for hours that name a time by themselves. */
  alone: Readonly<Record<string, number>>
}

/** `before`: "half past ten"; `after`: "dix heures et demie"; minutes are added to the hour that is named. */
export const CLOCK_WORDS: readonly ClockWords[] = [
  {
    hours: 'one two three four five six seven eight nine ten eleven twelve',
    before: {
      'half past': 30,
      'quarter past': 15,
      'a quarter past': 15,
      'quarter to': -15,
      'a quarter to': -15,
    },
    after: { 'o clock': 0, oclock: 0, thirty: 30 },
    alone: { noon: 720, midday: 720, midnight: 0 },
  },
  {
    hours: 'eins/ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
    before: { halb: -30, 'viertel nach': 15, 'viertel vor': -15 },
    after: { uhr: 0 },
    alone: { mittags: 720, mitternacht: 0 },
  },
  {
    hours: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
    before: { 'a las': 0, 'a la': 0 },
    after: { 'y media': 30, 'y cuarto': 15, 'menos cuarto': -15, 'en punto': 0 },
    alone: { mediodia: 720, medianoche: 0 },
  },
  {
    hours: 'une deux trois quatre cinq six sept huit neuf dix onze douze',
    before: {},
    after: {
      'heures et demie': 30,
      'heure et demie': 30,
      'heures et quart': 15,
      'heures moins le quart': -15,
      heures: 0,
    },
    alone: { 'a midi': 720, 'a minuit': 0 },
  },
  {
    hours: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
    before: { half: -30, 'kwart over': 15, 'kwart voor': -15 },
    after: { uur: 0 },
    alone: { middernacht: 0 },
  },
  {
    hours: 'una due tre quattro cinque sei sette otto nove dieci undici dodici',
    before: { alle: 0 },
    after: { 'e mezza': 30, 'e mezzo': 30, 'e un quarto': 15, 'meno un quarto': -15 },
    alone: { mezzogiorno: 720, mezzanotte: 0 },
  },
  {
    hours: 'uma duas tres quatro cinco seis sete oito nove dez onze doze',
    before: { as: 0 },
    after: { 'e meia': 30, 'e quinze': 15 },
    alone: { 'meio dia': 720, 'meia noite': 0 },
  },
]
