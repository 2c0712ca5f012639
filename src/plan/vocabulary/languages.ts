/** Small words by which a language is known, folded; and whether its people write the month before the day. */
import { words } from './words.ts'

/** Languages in Latin letters. None of the words is one of English or of two of these languages. */
const SMALL_WORDS: readonly string[] = [
  'und; der; die; das; nicht; mit; fur; auf; von; wird; ist; eine',
  'los; las; una; con; por; para el; del; al; y',
  'les; des; une; est; avec; dans; sur; pour; aux; et',
  'dos; das; uma; com; nao; ao; pelo; e; os',
  'il; gli; della; delle; di; che; per; con il; sono',
  'het; een; voor; niet; wordt; van; met; naar',
  'och; att; som; ett; inte; med; till; vi ska',
  'oraz; nie; jest; dla; przez; od; na; sie; w',
  've; bir; icin; ile; olan; bu',
]

export const SMALL_WORDS_OF: readonly ReadonlySet<string>[] = SMALL_WORDS.map((line) => new Set(words(line)))

export const ENGLISH_SMALL_WORDS: ReadonlySet<string> = new Set(
  words('the; and; of; to; is; for; with; on; by; we; it; that; are; from; at; in; as; an'),
)
