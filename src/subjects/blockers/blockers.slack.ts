// /sprint block and /sprint blockers, and the buttons and modals of blockers.
import type { App } from '@slack/bolt'
import { fieldError, SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { type Click, onButton } from '#platform/slack/buttons.ts'
import { callerOf } from '#platform/slack/caller.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { onModal, type Values } from '#platform/slack/modals.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { refreshHome } from '#platform/slack/refresh-home.ts'
import type { Team } from '#platform/store/generated/client.ts'
import type { Level } from '#platform/store/generated/enums.ts'
import { stakeholdersOf } from '#records/channel-links.ts'
import { findItem } from '#records/items.ts'
import { openCards } from './blocker-card.ts'
import { raiseForm, readBlockWords } from './blocker-form.ts'
import { escalateBlockerModal, raiseBlockerModal, resolveBlockerModal } from './blocker-modals.messages.ts'
import { blockerList } from './blockers.messages.ts'
import { escalateBlocker, openBlocker, raiseBlocker, resolveBlocker, takeBlocker } from './blockers.ts'
import * as ids from './ids.ts'

export const blockersFeature: Feature = {
  commands: [
    {
      word: 'block',
      aliases: ['blocked', 'stuck'],
      usage: '[KEY] [text]',
      summary: 'Raise a blocker: opens a form, filled with what you typed',
      when: 'every day',
      details: [
        'Everything after the key is the text: `/sprint block HP-412 no access to staging`. A form opens with it filled in; there you say who can help and how bad it is.',
        'The item is blocked from then on, and goes back to where it was when the blocker is resolved.',
      ],
      needsTeam: true,
      run: openForm,
    },
    {
      word: 'blockers',
      usage: '',
      summary: 'The open blockers, the gravest and oldest first',
      when: 'every day',
      details: [
        'Age is counted in working days of the team. Anyone may take, resolve or escalate a blocker.',
      ],
      needsTeam: true,
      async run(call) {
        await call.reply(await listOf(call.services, teamOf(call)))
      },
    },
  ],
  listen(app, services) {
    listenToButtons(app, services)
    listenToModals(app, services)
  },
}

async function openForm(call: CommandCall): Promise<void> {
  const { services, person, rest, triggerId } = call
  const team = teamOf(call)
  const form = await raiseForm(services, team, person, await readBlockWords(services, team, rest))
  await services.web.views.open({ trigger_id: triggerId, view: raiseBlockerModal(form) })
}

async function listOf(services: Services, team: Team) {
  return blockerList(await openCards(services.db, team, services.clock.now()), team)
}

function listenToButtons(app: App, services: Services): void {
  onButton(app, services, ids.openBlockerForm, async (click) => {
    const { teamId, text, itemKey, itemId, checkInId } = click.value
    const team = await teamOfClick(click, teamId)
    const item = itemKey ? await findItem(services.db, team, itemKey, services.clock.now()) : null
    const prefilled = {
      itemId: item?.id ?? itemId ?? null,
      text: text ?? '',
      ...(checkInId ? { checkInId } : {}),
    }
    const form = await raiseForm(services, team, click.person, prefilled)
    await services.web.views.open({ trigger_id: click.triggerId, view: raiseBlockerModal(form) })
  })
  onButton(app, services, ids.takeBlocker, async (click) => {
    const { team } = await takeBlocker(services, { blockerId: click.value, person: click.person })
    // The blocker's own messages are edited by its change; the list, which only the asker sees, is drawn anew here.
    if (click.ephemeral && ids.isListBlock(click.blockId)) await click.replace(await listOf(services, team))
    await refreshHome(services, click.person)
  })
  onButton(app, services, ids.resolveBlocker, async ({ value, triggerId }) => {
    const { card } = await openBlocker(services, value)
    await services.web.views.open({ trigger_id: triggerId, view: resolveBlockerModal(card) })
  })
  onButton(app, services, ids.escalateBlocker, async ({ value, triggerId }) => {
    const { card, team } = await openBlocker(services, value)
    const to = (await stakeholdersOf(services.db, team)) ? 'stakeholders' : 'thread'
    await services.web.views.open({ trigger_id: triggerId, view: escalateBlockerModal(card, to) })
  })
}

/** The modals close at once; App Home is drawn anew meanwhile. */
function listenToModals(app: App, services: Services): void {
  onModal(
    app,
    services,
    ids.raiseForm,
    ids.raiseForm.fields.text,
    async ({ person, values, metadata, viewId }) => {
      const text = written(values, ids.raiseForm.fields.text, 'Say in a few words what is in the way.')
      const helper = values.chosen(ids.raiseForm.fields.helper)
      const raised = await raiseBlocker(services, {
        ...metadata,
        personId: person.id,
        text,
        severity: (values.chosen(ids.raiseForm.fields.severity) ?? 'medium') as Level,
        itemId: values.chosen(ids.raiseForm.fields.item),
        helperId: helper ? (await personBySlackId(services, helper)).id : null,
        submission: viewId,
      })
      if (raised) void refreshHome(services, person)
      return null
    },
  )
  onModal(
    app,
    services,
    ids.resolveForm,
    ids.resolveForm.fields.resolution,
    async ({ person, values, metadata }) => {
      const resolution = written(
        values,
        ids.resolveForm.fields.resolution,
        'Say in a few words how it was resolved.',
      )
      await resolveBlocker(services, { blockerId: metadata, person, resolution })
      void refreshHome(services, person)
      return null
    },
  )
  onModal(
    app,
    services,
    ids.escalateForm,
    ids.escalateForm.fields.reason,
    async ({ person, values, metadata }) => {
      const reason = written(values, ids.escalateForm.fields.reason, 'Say what you ask for.')
      const to = values.chosen(ids.escalateForm.fields.to)
      const toId = to ? (await personBySlackId(services, to)).id : null
      await escalateBlocker(services, { blockerId: metadata, person, reason, toId })
      void refreshHome(services, person)
      return null
    },
  )
}

/** The text of a field. @throws SprintkeeperError about the field, with `words` where it is blank */
function written<Field extends string>(values: Values<Field>, field: Field, words: string): string {
  const text = values.text(field).trim()
  if (text === '') throw fieldError(field, words)
  return text
}

async function teamOfClick(
  { services, channelId, person }: Pick<Click<unknown>, 'services' | 'channelId' | 'person'>,
  teamId?: string,
): Promise<Team> {
  const team = teamId
    ? await services.db.team.findFirst({ where: { id: teamId } })
    : (await callerOf(services, person.slackUserId, channelId)).team
  if (team) return team
  throw new SprintkeeperError(
    'no_team',
    'It is not clear which team this blocker belongs to.',
    "Use /sprint block in the team's channel.",
  )
}
