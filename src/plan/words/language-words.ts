// What each language says: a language without an entry for a kind of ceremony does not compile.
import type { CeremonyKind } from '#domain/plan-file.ts'

/** Kinds that words tell; `other` is what no word names. */
export type NamedKind = Exclude<CeremonyKind, 'other'>

/** "word; other word" each, lower case and without accents; empty where the language has none that is known. */
export interface LanguageWords {
  /** The language's name in English. */
  name: string
  ceremonies: Readonly<Record<NamedKind, string>>
}
