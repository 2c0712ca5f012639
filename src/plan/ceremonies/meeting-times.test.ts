// When meetings are: hours with dots and in words, several meetings on a line, zones that mean several.
import { describe, expect, it } from 'vitest'
import { timesIn } from '#plan/ceremonies/times.ts'
import { parsePlan } from '#plan/parse.ts'

const read = (text: string) =>
  parsePlan(new TextEncoder().encode(text), { path: 'plan.md', referenceDate: '2026-11-21' })
const HEAD = '# Sprint 11 (2026-11-30 – 2026-12-11)\n\n'
const meetings = (lines: string) =>
  read(`${HEAD}## Meetings\n${lines}\n\n## Tasks\n- [ ] A\n`).plans.flatMap((plan) =>
    plan.sprints.flatMap((sprint) =>
      sprint.ceremonies.map(
        (c) =>
          `${c.kind} ${c.when?.type === 'dates' ? c.when.dates.join('+') : (c.when?.type ?? '?')} ${c.start ?? '?'}`,
      ),
    ),
  )

describe('an hour', () => {
  it.each([
    ['daily 10.15', '10:15', null],
    ['daily 10.15–10.30', '10:15', '10:30'],
    ['Friday 9.30 am', '09:30', null],
    ['Friday at noon', '12:00', null],
    ['Friday noon–1 pm', '12:00', '13:00'],
    ['Friday, half past ten', '10:30', null],
    ['Friday, quarter to three', '14:45', null],
    ['Friday at nine o’clock', '09:00', null],
    ['Freitag um halb zehn', '09:30', null],
    ['viernes a las diez y media', '10:30', null],
    ['vendredi à dix heures et demie', '10:30', null],
    ['vrijdag half tien', '09:30', null],
    ['venerdì alle dieci e mezza', '10:30', null],
    ['sexta às dez e meia', '10:30', null],
    ['Friday 16h30', '16:30', null],
    ['Friday v10.15', null, null],
    ['Friday 10.15 %', null, null],
    ['Friday 10.15 pts', null, null],
    ['Friday half of the team', null, null],
  ])('in “%s”', (text, start, end) => {
    expect(timesIn(text, true)).toEqual({ start, end })
  })

  it('with a dot is none where no day is said', () => {
    expect(timesIn('release 10.15')).toEqual({ start: null, end: null })
  })
})

describe('a line', () => {
  it.each([
    [
      '- **Review** Fri 11 Dec 14:00–15:00 · **Retro** 15:15–16:15',
      ['review 2026-12-11 14:00', 'retro 2026-12-11 15:15'],
    ],
    [
      '- Demo Fri 11 Dec 15:00–16:00, retro right after',
      ['review 2026-12-11 15:00', 'retro 2026-12-11 16:00'],
    ],
    [
      '- Planning Mon 30 Nov 9:00; review Fri 11 Dec 10:00',
      ['planning 2026-11-30 09:00', 'review 2026-12-11 10:00'],
    ],
    [
      '- Revisión vie 11 dic 10:00 y retrospectiva 11:00',
      ['review 2026-12-11 10:00', 'retro 2026-12-11 11:00'],
    ],
    ['- Review und Retro: Fr 11. Dez 10:00', ['review 2026-12-11 10:00']],
    ['- Stand-up: daily 10.15', ['standup daily 10:15']],
  ])('%s', (line, expected) => {
    expect(meetings(line)).toEqual(expected)
  })

  it('names its meeting by what is set apart', () => {
    const file = read(`${HEAD}## Meetings\n- **Planning** Mon 30 Nov 13:00–15:00\n`)
    expect(file.plans[0]?.sprints[0]?.ceremonies.map((c) => c.title)).toEqual(['Planning'])
  })
})

describe('an abbreviation of several zones', () => {
  const zone = (extra: string, short: string) => {
    const file = read(`${HEAD}- Stand-up: daily 9:30 ${short}\n\n${extra}\n\n## Tasks\n- [ ] A\n`)
    return [
      file.plans[0]?.sprints[0]?.ceremonies[0]?.timeZone ?? null,
      file.diagnostics.some((d) => d.code === 'ambiguous-zone'),
    ]
  }
  it.each([
    ['BST', '', null, true],
    ['IST', '', null, true],
    ['EST', '', null, true],
    ['AST', '', null, true],
    ['BST', 'We sit in London.', 'Europe/London', false],
    ['IST', 'The office in Bengaluru is closed on Monday.', 'Asia/Kolkata', false],
    ['IST', 'Our people in Ireland', 'Europe/Dublin', false],
    ['EST', 'Support starts at 8:00 PST.', 'America/New_York', false],
    ['EST', 'Sydney and Melbourne', 'Australia/Sydney', false],
    ['CST', 'Time zone: America/Chicago', 'America/Chicago', false],
    ['CST', 'From London to Shanghai and Chicago', null, true],
    ['CET', '', 'Europe/Paris', false],
  ])('%s beside “%s”', (short, extra, expected, asked) => {
    expect(zone(extra, short)).toEqual([expected, asked])
  })
})

describe('a date that can be read two ways', () => {
  it('is asked about, with both readings', () => {
    const found = read('# Sprint 11 (03/04/2026 – 10/04/2026)\n\n## Tasks\n- [ ] A\n').diagnostics.filter(
      (d) => d.code === 'ambiguous-date',
    )
    expect(found.map((d) => d.line)).toEqual([1])
    expect(found[0]?.message).toContain('3 April 2026')
    expect(found[0]?.message).toContain('4 March 2026')
  })

  it('is not where a date in the document can be read in one way', () => {
    const text = '# Sprint 11 (03/04/2026 – 10/04/2026)\n\n- Review: 17/04/2026 14:00\n\n## Tasks\n- [ ] A\n'
    expect(read(text).diagnostics.some((d) => d.code === 'ambiguous-date')).toBe(false)
    expect(read(text).plans[0]?.sprints[0]?.start).toBe('2026-04-03')
  })
})
