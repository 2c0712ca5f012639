// /sprint import: a file or pasted text, a look at what was understood, and only then the import.
import type { App } from '@slack/bolt'
import { escaped } from '#platform/blocks/text.ts'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { failure } from '#platform/slack/command.ts'
import type { CommandCall, Feature } from '#platform/slack/feature.ts'
import { fetchFile } from '#platform/slack/fetch-file.ts'
import { onModal } from '#platform/slack/modals.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { type Confirmed, confirmForm, importForm } from './ids.ts'
import { auto, importModal, readingModal, refusedModal } from './import.messages.ts'
import { type ImportInput, importPlan, previewImport } from './import.ts'
import { fileName, importChoices, nameOfText, pathFor } from './import-choices.ts'
import { previewModal, storedModal } from './import-preview.messages.ts'
import { understoodOf } from './import-preview.ts'
import { mostBytes } from './read-plan.ts'

export const importFeature: Feature = {
  commands: [
    {
      word: 'import',
      usage: '',
      summary: 'Import a plan: a file, or pasted text',
      when: 'setting up',
      needsTeam: false,
      run: openImport,
    },
  ],
  listen: (app, services) => listen(app, services),
}

async function openImport({ services, person, team, channelId, triggerId }: CommandCall): Promise<void> {
  const ofChannel = team?.channelId === channelId ? team : null
  const choices = await importChoices(services, person, ofChannel)
  const view = importModal({ ...choices, channelId })
  await services.web.views.open({ trigger_id: triggerId, view })
}

function listen(app: App, services: Services): void {
  onModal(app, services, importForm, importForm.fields.text, async ({ values, person, metadata, viewId }) => {
    const file = values.file(importForm.fields.file)
    const text = values.text(importForm.fields.text)
    if (!file && text.trim() === '')
      throw fieldError(importForm.fields.text, 'Add a file, or paste the text of a plan.')
    if (file && text.trim() !== '')
      throw fieldError(importForm.fields.text, 'Either a file or a text, please: not both.')
    if (file && file.size > mostBytes)
      throw fieldError(
        importForm.fields.file,
        `That file is larger than a plan may be (${mostBytes / 1024 / 1024} MB).`,
      )
    const { channelId } = metadata
    const chosen = values.chosen(importForm.fields.path) ?? auto
    const { paths } = await importChoices(services, person, null)
    const name = file ? fileName(file.name) : nameOfText(text)
    const team = values.chosen(importForm.fields.team) ?? auto
    const carried: Confirmed = {
      path: chosen === auto ? pathFor(name, paths) : chosen,
      teamId: team === auto ? null : team,
      // A direct message is no team's channel.
      channelId: /^[CG]/.test(channelId) ? channelId : null,
      file: file?.url ?? null,
    }
    return {
      view: readingModal(),
      after: () => show(services, viewId, () => preview(services, person, carried, text)),
    }
  })
  onModal(
    app,
    services,
    confirmForm,
    confirmForm.fields.text,
    async ({ values, person, metadata: carried, viewId }) => {
      return {
        view: readingModal(),
        after: () =>
          show(services, viewId, () =>
            store(services, person, carried, values.text(confirmForm.fields.text)),
          ),
      }
    },
  )
}

async function preview(services: Services, person: Person, carried: Confirmed, text: string) {
  const result = await previewImport(services, await inputOf(services, person, carried, text))
  const confirmation = { metadata: confirmForm.encode(carried), text: carried.file ? null : text }
  return previewModal(understoodOf(result), confirmation)
}

async function store(services: Services, person: Person, carried: Confirmed, text: string) {
  return storedModal(understoodOf(await importPlan(services, await inputOf(services, person, carried, text))))
}

/** Puts the work's view, or its failure in words, in the place of the waiting one. */
async function show(
  services: Services,
  viewId: string,
  work: () => ReturnType<typeof preview>,
): Promise<void> {
  const view = await work().catch((error: unknown) => refusedModal(escaped(failure(services, error).text)))
  await services.web.views.update({ view_id: viewId, view }).catch((error: unknown) => {
    // The person closed it meanwhile; what was stored is stored.
    services.log.info({ workspace: services.workspaceId, err: error }, 'an import was not shown')
  })
}

async function inputOf(
  services: Services,
  person: Person,
  carried: Confirmed,
  text: string,
): Promise<ImportInput> {
  const { path, teamId, channelId, file } = carried
  const bytes =
    file === null ? new TextEncoder().encode(text) : await fetchFile(services.web, file, mostBytes)
  return {
    bytes,
    path,
    teamId,
    channelId,
    actor: person,
    defaultZone: person.ownTimeZone ?? person.timeZone,
  }
}
