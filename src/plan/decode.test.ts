// Encodings: what is read, what is repaired, what is refused.
import { describe, expect, it } from 'vitest'
import { decode, repairMojibake } from '#plan/decode.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const codes = (data: Uint8Array) => decode(data).diagnostics.map((d) => d.code)

/** UTF-8 read as Windows-1252, as careless tools do. */
const garble = (text: string) => new TextDecoder('windows-1252').decode(bytes(text))

describe('decode', () => {
  it('reads UTF-8 without remark', () => {
    expect(decode(bytes('Ziel: 5 €'))).toEqual({ text: 'Ziel: 5 €', repairedFrom: null, diagnostics: [] })
  })

  it('drops a byte-order mark and says so', () => {
    expect(decode(bytes('\ufeff# Plan')).text).toBe('# Plan')
    expect(codes(bytes('\ufeff# Plan'))).toEqual(['byte-order-mark'])
  })

  it.each([
    ['little', [0xff, 0xfe, 0x23, 0x00, 0x41, 0x00]],
    ['big', [0xfe, 0xff, 0x00, 0x23, 0x00, 0x41]],
  ])('reads UTF-16, %s end first', (_name, data) => {
    expect(decode(new Uint8Array(data)).text).toBe('#A')
  })

  it('refuses binary data with an error', () => {
    const read = decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))
    expect(read.text).toBeNull()
    expect(read.diagnostics).toMatchObject([{ severity: 'error', code: 'binary' }])
  })

  it('reads only the lines that are no UTF-8 as Windows-1252', () => {
    const data = new Uint8Array([...bytes('a → b\n'), 0x63, 0x61, 0x66, 0xe9, ...bytes('\nd')])
    expect(decode(data).text).toBe('a → b\ncafé\nd')
    expect(decode(data).diagnostics).toMatchObject([{ code: 'invalid-utf8', line: 2 }])
  })

  it('repairs text that was read as Windows-1252 once too often', () => {
    const text = '# Plan – “quiet” nights\n- ≤ 5 pages 🎯 für João'
    const read = decode(bytes(garble(text)))
    expect(read).toMatchObject({ text, repairedFrom: 'windows-1252' })
    expect(read.diagnostics).toMatchObject([{ code: 'mojibake', line: 1, column: 8 }])
  })

  it.each(['Größe, Ã und Â', 'São Paulo – coração', 'naïve café'])('leaves “%s” as it is', (text) => {
    expect(repairMojibake(text)).toBeNull()
  })
})
