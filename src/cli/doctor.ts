// `doctor`: looks at configuration, database, Slack and what waits to be posted, and names the cure of what is wrong.

import { decideFor } from '#domain/access/policy.ts'
import { plansFolderTrouble } from '#platform/environment/folder-trouble.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import { type Config, readConfig } from '../config.ts'
import { refuseLocalByAccident } from '../deployment.ts'
import { examineDatabase } from './doctor-database.ts'
import { examineSlack } from './doctor-slack.ts'
import type { Finding } from './finding.ts'

const marks: Record<Finding['state'], string> = { ok: '✓', warning: '!', wrong: '✗' }

/** 0: nothing is wrong; 1: something is, or it may not look; 2: the configuration is. */
export async function doctor(options: { json?: boolean }): Promise<number> {
  const decision = decideFor('operator', 'installation.check', null)
  if (!decision.allowed) {
    console.error(`${decision.message}\n${decision.hint}`)
    return 1
  }
  const findings: Finding[] = []
  const config = examineConfig(findings)
  if (config) {
    const channels = await examineDatabase(config, findings)
    await examineSlack(config, channels, findings)
    await examinePlans(config, findings)
  }
  if (options.json) console.log(JSON.stringify(findings))
  else
    for (const { state, subject, text, cure } of findings)
      console.log(`${marks[state]} ${subject}: ${text}${cure ? `\n  → ${cure}` : ''}`)
  if (!config) return 2
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0
}

async function examinePlans({ plansDir }: Config, findings: Finding[]): Promise<void> {
  if (!plansDir) return
  const trouble = await plansFolderTrouble(plansDir)
  findings.push(
    trouble
      ? { subject: 'plans', state: 'wrong', text: trouble.message, cure: trouble.hint }
      : { subject: 'plans', state: 'ok', text: `read from ${plansDir}`, cure: null },
  )
}

function examineConfig(findings: Finding[]): Config | null {
  try {
    const config = readConfig(process.env)
    refuseLocalByAccident(config, process.env)
    const mode = config.slack
      ? config.slack.appToken
        ? 'Slack over Socket Mode'
        : 'Slack over HTTP'
      : 'the local workspace'
    findings.push({ subject: 'configuration', state: 'ok', text: `complete, for ${mode}`, cure: null })
    return config
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    findings.push({ subject: 'configuration', state: 'wrong', text: error.message, cure: error.hint })
    return null
  }
}
