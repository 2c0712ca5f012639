// Estimates, states, people, heads of items: what single pieces of text mean.
import { describe, expect, it } from 'vitest'
import { estimateOf } from '#plan/estimate.ts'
import { parseHead } from '#plan/head.ts'
import { peopleOf } from '#plan/people.ts'
import { statusOf } from '#plan/status.ts'

describe('estimateOf', () => {
  it.each([
    ['5 pts', 5, 'points'],
    ['8 points', 8, 'points'],
    ['SP:2', 2, 'points'],
    ['3 SP', 3, 'points'],
    ['~4h', 4, 'hours'],
    ['2-4 hours', 4, 'hours'],
    ['30 min', 0.5, 'hours'],
    ['S (1-2d)', 2, 'days'],
    ['Estimated: 7 days', 7, 'days'],
    ['1 week', 5, 'days'],
    ['3 puntos', 3, 'points'],
    ['5 Stunden', 5, 'hours'],
    ['4 часа', 4, 'hours'],
    ['3天', 3, 'days'],
    ['2時間', 2, 'hours'],
  ])('reads %s', (text, value, unit) => {
    expect(estimateOf(text, 'points')).toEqual({ value, unit })
  })
  it.each([
    ['L', 'L'],
    ['Large', 'L'],
    ['XS', 'XS'],
  ])('reads the size %s', (text, size) => {
    expect(estimateOf(text)).toEqual({ size })
  })
  it.each(['5', 'soon', 'P1', '3 people', '', '80%'])('takes “%s” for no estimate', (text) => {
    expect(estimateOf(text)).toBeNull()
  })
})

describe('statusOf', () => {
  it.each([
    ['✅ Done', 'done'],
    ['Backlog → Ready → In-progress', 'backlog'],
    ['In Progress (60%)', 'in_progress'],
    ['⏸️ BLOCKED', 'blocked'],
    ['🔄 NEXT', 'ready'],
    ['En progreso', 'in_progress'],
    ['erledigt', 'done'],
    ['на ревью', 'in_review'],
    ['已完成', 'done'],
    ['進行中', 'in_progress'],
    ['진행 중', 'in_progress'],
    ['Concluído', 'done'],
    ['annulé', 'dropped'],
    ['whatever', null],
  ])('reads %s', (text, status) => {
    expect(statusOf(text)).toBe(status)
  })
})

describe('peopleOf', () => {
  it.each([
    ['Jader + Darío', ['Jader', 'Darío']],
    ['@maya, @tom', ['maya', 'tom']],
    ['Backend / QA', ['Backend', 'QA']],
    ['beginner frontend/devops contributor', ['beginner frontend/devops contributor']],
    ['Claude Code (assist)', ['Claude Code']],
    ['TBD', []],
    ['<Name>', []],
    ['—', []],
  ])('reads %s', (text, names) => {
    expect(peopleOf(text)).toEqual(names)
  })
})

describe('parseHead', () => {
  it.each([
    [
      '**IG-241 | Event schema** — *5 pts*',
      { key: 'IG-241', title: 'Event schema', estimate: { value: 5, unit: 'points' } },
    ],
    ['Story 2.1: Upload (Completed)', { key: 'Story 2.1', title: 'Upload', status: 'done' }],
    ['[US-7] Log in', { key: 'US-7', title: 'Log in' }],
    ['#12 — Extract the module', { key: '#12', title: 'Extract the module' }],
    ['9.3 Settings page', { key: '9.3', title: 'Settings page' }],
    [
      'Fix login (High Priority, Estimated: 3 days) @kim',
      {
        key: null,
        title: 'Fix login',
        priority: 'High Priority',
        assignees: ['kim'],
        estimate: { value: 3, unit: 'days' },
      },
    ],
    ['Outer planets 🪐 [COMPLETED ✅]', { key: null, title: 'Outer planets', status: 'done' }],
    ['Setup secrets (Doppler/Vault) for App', { key: null, title: 'Setup secrets (Doppler/Vault) for App' }],
    [
      'Job states — Start (InProgress), Pause, Complete',
      { status: null, title: 'Job states — Start (InProgress), Pause, Complete' },
    ],
    ['UTF-8 everywhere', { key: null, title: 'UTF-8 everywhere' }],
    ['~~Old idea~~', { struck: true, title: 'Old idea' }],
    ['Fix pnpm (Blocker)', { priority: 'Blocker', status: null }],
  ])('reads %s', (text, facts) => {
    expect(parseHead(text)).toMatchObject(facts)
  })
})
