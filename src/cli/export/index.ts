// `plan export`: the live state as Markdown, or as a patch of the plan's own file.
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { plural } from '#platform/blocks/text.ts'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { openWorkspace } from '../open.ts'
import { readError, readInput } from '../plan/files.ts'
import { gatherReport } from './gather.ts'
import { reportMarkdown } from './markdown.ts'
import { patchPlan } from './patch.ts'

export interface ExportOptions {
  /** A team's slug; left out: every team. */
  team?: string
  /** Slack's team id, or the workspace's name. */
  workspace?: string
  /** A folder that reports are written to; left out: standard output. */
  out?: string
  /** Changes the files instead of printing a patch. */
  write?: boolean
}

/** 0: all was exported; 1: something could not be; 2: wrong usage or an unreadable file. */
export async function exportPlans(files: string[], options: ExportOptions): Promise<number> {
  if (options.write && files.length === 0) {
    console.error('--write changes plans: name their files. A report needs --out FOLDER.')
    return 2
  }
  if (files.length && (options.out || options.team)) {
    console.error('--out and --team are for reports: leave the files out, or leave the options out.')
    return 2
  }
  try {
    const { services, close } = await openWorkspace('sprint.export', options.workspace)
    try {
      return await (files.length ? exportFiles(services, files, options) : exportReports(services, options))
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    console.error(explain(error))
    return ['bad_configuration', 'no_such_team'].includes(error.code) ? 2 : 1
  }
}

async function exportFiles(services: Services, files: string[], { write }: ExportOptions): Promise<number> {
  let status = 0
  for (const file of files) {
    let bytes: Uint8Array
    try {
      bytes = readInput(file).bytes
    } catch (error) {
      console.error(readError(file, error))
      status = 2
      continue
    }
    const { before, text, written, unwritten } = await patchPlan(services, file, bytes)
    if (write && text !== before) await writeFile(file, text)
    if (write) console.log(`${file}: ${plural(written.length, 'status', 'statuses')} written`)
    else if (text !== before)
      process.stdout.write(unified(relative('', file).split(sep).join('/'), before, text))
    for (const { line, title, status: wanted } of unwritten)
      console.error(`${file}:${line}: “${title}” is ${wanted}, and no mark in the plan says its status`)
    if (unwritten.length) status = Math.max(status, 1)
  }
  return status
}

const unified = (path: string, before: string, after: string) =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 })

async function exportReports(services: Services, { team: slug, out }: ExportOptions): Promise<number> {
  let status = 0
  if (out) await mkdir(out, { recursive: true })
  for (const team of await teamsOf(services, slug)) {
    try {
      const report = await gatherReport(services, team)
      const text = reportMarkdown(report)
      if (!out) {
        process.stdout.write(text)
        continue
      }
      const file = join(out, `${team.slug}-${slugOf(report.digest.sprintName)}.md`)
      await writeFile(file, text)
      console.log(file)
    } catch (error) {
      if (!(error instanceof SprintkeeperError)) throw error
      console.error(explain(error))
      status = 1
    }
  }
  return status
}

async function teamsOf({ db }: Services, slug?: string): Promise<Team[]> {
  const all = await db.team.findMany({ orderBy: { slug: 'asc' } })
  const found = slug === undefined ? all : all.filter((team) => team.slug === slug)
  if (found.length) return found
  const known = all.map((team) => team.slug).join(', ')
  throw new SprintkeeperError(
    'no_such_team',
    slug === undefined ? 'There is no team yet.' : `There is no team ${slug}.`,
    known ? `The teams are ${known}.` : 'Import a plan first: sprintkeeper plan import FILE.',
  )
}

const slugOf = (name: string) =>
  (
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? ['sprint']
  )
    .join('-')
    .slice(0, 60)
