// /sprint away: days off typed or chosen in a modal, listed, and taken back. Only the person sees any of it.
import type { App } from '@slack/bolt'
import { fieldError, SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import type { CommandCall, Feature } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { absenceList, awayModal, awaySavedModal, daysText } from './absence.messages.ts'
import { absencesOf, addAbsence, personToday, removeAbsence } from './absence.ts'
import { readAway } from './away-words.ts'
import { awayForm, openAwayForm, removeAway } from './ids.ts'

const { fields } = awayForm

export const awayFeature: Feature = {
  commands: [
    {
      word: 'away',
      aliases: ['off', 'vacation', 'holiday', 'leave', 'ooo'],
      usage: '[until Friday | tomorrow | 2026-11-20..2026-11-24 | cancel]',
      summary: 'Your days off: nobody waits for you at stand-ups',
      when: 'every day',
      needsTeam: false,
      run: away,
    },
  ],
  listen,
}

async function away(call: CommandCall): Promise<void> {
  const { services, person, rest } = call
  const words = readAway(rest, personToday(services, person))
  if (words.kind === 'unclear')
    throw new SprintkeeperError(
      'days_off_unclear',
      `I do not understand the days “${rest.slice(0, 100)}”.`,
      'For example: /sprint away tomorrow · until Friday · 20 Nov to 24 Nov · 2026-11-20..2026-11-24 · cancel. Plain /sprint away opens a form.',
    )
  if (words.kind === 'ask') await openAway(services, person, call.triggerId)
  if (words.kind === 'cancel') return call.reply(await cancel(services, person))
  const added = words.kind === 'days' ? await addAbsence(services, person, words) : null
  const absences = await absencesOf(services, person)
  if (added) await call.reply(absenceList(absences, `You are away ${daysText(added)}.`))
  else if (absences.length) await call.reply(absenceList(absences, null))
}

/** Takes back the only days off; of several, the person chooses. */
async function cancel(services: Services, person: Person) {
  const absences = await absencesOf(services, person)
  const [only, another] = absences
  if (!only || another)
    return absenceList(absences, only ? 'You have several days off: which do you take back?' : null)
  await removeAbsence(services, person, only.id)
  return absenceList([], `Taken back: ${daysText(only)}. Welcome back.`)
}

async function openAway(services: Services, person: Person, triggerId: string): Promise<void> {
  const view = awayModal(personToday(services, person))
  await services.web.views.open({ trigger_id: triggerId, view })
}

function listen(app: App, services: Services): void {
  onButton(app, services, openAwayForm, ({ person, triggerId }) => openAway(services, person, triggerId))
  onButton(app, services, removeAway, async ({ person, value, replace }) => {
    const removed = await removeAbsence(services, person, value)
    const says = removed ? `Taken back: ${daysText(removed)}.` : 'Those days were taken back already.'
    await replace(absenceList(await absencesOf(services, person), says))
  })
  onModal(app, services, awayForm, fields.to, async ({ person, values }) => {
    const [from, to] = [values.chosen(fields.from), values.chosen(fields.to)]
    if (!from || !to) throw fieldError(from ? fields.to : fields.from, 'Choose a day.')
    const note = values.text(fields.note).trim() || null
    return { view: awaySavedModal(await addAbsence(services, person, { from, to, note })) }
  })
}
