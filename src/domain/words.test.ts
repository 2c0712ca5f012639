import { expect, it } from 'vitest'
import { possessive } from './words.ts'

it.each([
  ['Squad', "Squad's"],
  ['Harbor Payments', "Harbor Payments'"],
  ['OPS', "OPS'"],
])('says whose it is: %s', (name, said) => {
  expect(possessive(name)).toBe(said)
})
