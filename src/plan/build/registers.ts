/** Entries of the registers: objectives, risks, dependencies, experiments. */

import type { Dependency, Level, Objective, Risk } from '#domain/plan-file.ts'
import { findDates } from '../dates.ts'
import { peopleOf } from '../people.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../text.ts'
import { LEVEL_MARKS, LEVELS } from '../vocabulary/levels.ts'
import { type Context, type Draft, home } from './draft.ts'

export function levelOf(text: string): Level | null {
  const folded = fold(text)
  const exact = LEVELS.get(folded)
  if (exact) return exact
  for (const token of folded.split(' ')) {
    const level = token.length > 1 ? LEVELS.get(token) : undefined
    if (level) return level
  }
  for (const c of text) {
    const level = LEVEL_MARKS.get(c)
    if (level) return level
  }
  const percent = /(\d{1,3})\s?%/.exec(text)
  if (percent) return Number(percent[1]) >= 60 ? 'high' : Number(percent[1]) >= 30 ? 'medium' : 'low'
  return null
}

const BASELINE =
  /(?:baseline|currently|current|from|was|aktuell|actual|atual|исходно|基线|現状|현재)[:\s]+(?:P\d+\s)?([~≈<>≤≥]?\s?[\d.,]+\s?[%\p{L}]{0,8})/iu
const ARROW =
  /([~≈]?[\d.,]+\s?[%\p{L}]{0,6}(?:\s\p{L}{1,8}(?:\s\p{L}{1,8})?)?)\s?(?:→|->|=>|to)\s?(?:target\s?)?((?:under |below |over |above )?[~≈<>≤≥]?\s?[\d.,]+\s?[%\p{L}]{0,6}(?:\s\p{L}{1,8})?)/u
const TARGET =
  /([<>≤≥=]=?\s?[~]?[\d.,]+\s?(?:%|[\p{L}]{1,8})?|[\d.,]+%\+?|(?:by\s)?(?<![\p{L}\d])[+−-]\s?[\d.,]+\s?%?)/u
const UP =
  /[≥>↑]|increase|improve|lift|raise|grow|aument|increment|steiger|erhöh|augment|повыс|увелич|提升|提高|向上|증가|\+\d/iu
const DOWN =
  /[≤<↓]|reduce|decrease|lower|cut|fewer|drop|halve|reduc|senk|verringer|диминут|сниз|уменьш|降低|减少|削減|감소|under\s\d|below\s\d|−\d|\s-\d/iu

export function addObjective(
  draft: Draft,
  context: Context,
  markdown: string,
  line: number,
): Objective | null {
  const text = squeeze(withoutEmoji(plain(clip(markdown)))).replace(/^\[[ xX]\]\s*/, '')
  if (text === '') return null
  const arrow = ARROW.exec(text)
  const metric = /^([^:：]{2,60})[:：]\s/.exec(text)?.[1] ?? metricBefore(text)
  const objective: Objective = {
    text,
    metric,
    baseline: BASELINE.exec(text)?.[1]?.trim() ?? (arrow ? (arrow[1] ?? '').trim() : null),
    target: arrow ? (arrow[2] ?? '').trim() : (TARGET.exec(text.replace(BASELINE, ''))?.[1]?.trim() ?? null),
    direction: null,
    line,
  }
  if (objective.target !== null || objective.metric !== null)
    objective.direction = DOWN.test(text) && !/≥/.test(text) ? 'down' : UP.test(text) ? 'up' : null
  home(draft, context).objectives.push(objective)
  draft.claims.add('objective.entry', line, line, `objectives: ${text}`)
  return objective
}

function metricBefore(text: string): string | null {
  const match = /^(.{2,60}?)\s(?:[<>≤≥=↑↓]|[+−-]\d|to\s\d|at\s\d)/u.exec(text)
  return match?.[1] ?? null
}

const SPLITS = [/\s*(?:→|=>|->)\s*/, /\s*(?:—|–|--)\s*/, /\s-\s/, /[:：]\s+/]
const INLINE = /\((?:[^()]{0,120})\)/g

/** A risk in one line: "**Tool sprawl** – enforce a checklist", "Risk → Mitigation: …", with likelihood and impact in brackets. */
export function riskFromText(markdown: string, line: number): Risk | null {
  const risk: Risk = {
    id: null,
    title: '',
    likelihood: null,
    impact: null,
    mitigation: null,
    owner: null,
    line,
  }
  let text = squeeze(withoutEmoji(clip(markdown))).replace(
    /^(?:\*\*|__)?(?:Risk|Riesgo|Risco|Risque|Risiko|Rischio|Риск|风险|リスク|위험)(?:\*\*|__)?\s?[:：](?:\*\*|__)?\s*/iu,
    '',
  )
  text = text.replace(INLINE, (group) => (takeRiskFacts(risk, group.slice(1, -1)) ? ' ' : group))
  text = text.replace(
    /[,;—–-]*\s*\(?(?:\*\*|__)?(owner|responsable|verantwortlich|ответственный|负责人|担当)(?:\*\*|__)?\s?[:：](?:\*\*|__)?\s*([^;,.|)]{1,60})\)?/iu,
    (_all, _label: string, who: string) => {
      risk.owner ??= peopleOf(who)[0] ?? null
      return ' '
    },
  )
  const named =
    /(?:[.;,→—–(-]|->)?\s*(?:\*\*|__)?(?:mitigation|mitigate|mitigación|mitigação|maßnahme|massnahme|mitigazione|maatregel|митигация|меры|缓解|对策|対策|应对|대응|plan|impact mitigation)(?:\*\*|__)?\s?[:：](?:\*\*|__)?\s*(.+)$/isu.exec(
      text,
    )
  if (named?.[1] && named.index > 0) {
    risk.mitigation = plain(named[1]).replace(/\)$/, (end, at: number, all: string) =>
      all.slice(0, at).includes('(') ? end : '',
    )
    text = text.slice(0, named.index)
  }
  const bold = /^(?:\*\*|__)(.{2,200}?)(?:\*\*|__)\s*(?:[:：—–]|->|→|-\s|=>)?\s*(.*)$/s.exec(text)
  if (bold?.[1] && (bold[2] !== '' || risk.mitigation)) {
    risk.title = plain(bold[1]).replace(/\s*[:：]$/, '')
    if (bold[2]) risk.mitigation ??= plain(bold[2])
  } else {
    const whole = plain(text)
    for (const split of SPLITS) {
      if (risk.mitigation) break
      const match = split.exec(whole)
      if (match && match.index > 2 && match.index + match[0].length < whole.length) {
        risk.title = whole.slice(0, match.index)
        risk.mitigation = whole.slice(match.index + match[0].length)
        break
      }
    }
    if (risk.title === '') risk.title = whole
  }
  const id = /^(R(?:ISK)?[-_ ]?\d{1,4})\s?[:.)—–|-]*\s+/i.exec(risk.title)
  if (id?.[1]) {
    risk.id = id[1]
    risk.title = risk.title.slice(id[0].length)
  }
  risk.title = squeeze(risk.title).replace(/[\s.;,:—–-]+$/, '')
  return risk.title === '' ? null : risk
}

/** "likelihood: medium, impact: high", "Medium/High", "High". */
export function takeRiskFacts(risk: Risk, text: string): boolean {
  const before = [risk.likelihood, risk.impact, risk.owner].join()
  for (const part of text.split(/[,;/|·]/)) {
    const named = /^\s*([\p{L} .]{2,30})[:：=]?\s*(.{1,30})$/u.exec(part)
    const label = named?.[1] ? fold(named[1]) : ''
    if (/likel|prob|wahrsch|вероят|概率|可能|chance|prawd|verosim/.test(fold(part)))
      risk.likelihood ??= levelOf(part.replace(/likelihood|probability/i, ''))
    else if (/impact|severity|auswirk|влиян|影响|影響|impacto/.test(fold(part)))
      risk.impact ??= levelOf(part.replace(/impact|severity/i, ''))
    else if (/^owner|^responsable/.test(label) && named?.[2]) risk.owner ??= peopleOf(named[2])[0] ?? null
    else {
      const level =
        LEVELS.get(fold(part)) ?? LEVELS.get(fold(part).replace(/ (?:risk|riesgo|risco|risiko)$/, ''))
      if (!level) continue
      if (risk.likelihood === null && text.includes('/')) risk.likelihood = level
      else risk.impact ??= level
    }
  }
  return before !== [risk.likelihood, risk.impact, risk.owner].join()
}

export function addRisk(draft: Draft, context: Context, markdown: string, line: number): Risk | null {
  const risk = riskFromText(markdown, line)
  if (!risk) return null
  home(draft, context).risks.push(risk)
  draft.claims.add('risk.entry', line, line, `risks: ${risk.title}`)
  return risk
}

const DUE = /(?:by|due|until|before|deadline|bis|para|antes de|avant|до|к|截止|まで|까지|for)\s*[:：]?\s*$/iu

export function addDependency(
  draft: Draft,
  context: Context,
  markdown: string,
  line: number,
): Dependency | null {
  const text = squeeze(withoutEmoji(plain(clip(markdown)))).replace(/^\[[ xX]\]\s*/, '')
  if (text === '' || /^(?:none|n\/a|keine|ninguna|ninguno|aucune|нет|无|なし|없음|nenhuma)\.?$/i.test(text)) {
    draft.claims.add('dependency.entry', line, line, 'no dependencies')
    return null
  }
  const dependency: Dependency = { id: null, text, on: partnerOf(text, markdown), due: null, line }
  const id = /^(D(?:EP)?[-_ ]?\d{1,3})\s?[:.)|—–-]*\s+/i.exec(text)
  if (id?.[1]) {
    dependency.id = id[1]
    dependency.text = text.slice(id[0].length)
  }
  const dates = findDates(text, draft.slash)
  const due = dates.find((date) => DUE.test(text.slice(0, date.at).trimEnd())) ?? dates[0]
  if (due)
    draft.pending.push({
      apply: (resolve) => {
        dependency.due = resolve(due)
      },
    })
  home(draft, context).dependencies.push(dependency)
  draft.claims.add('dependency.entry', line, line, `dependencies: ${text}`)
  return dependency
}

/** Whom it depends on: "Studio for data", "… from Harbor Payments", "**Studio:** …". */
function partnerOf(text: string, markdown: string): string | null {
  const bold = /^(?:\*\*|__)([^*_]{2,60}?)\s?[:：]?(?:\*\*|__)/.exec(markdown.trim())
  if (bold?.[1]) return plain(bold[1]).replace(/\s*[:：]$/, '')
  const lead =
    /^([\p{Lu}][\p{L}\p{N}/&.-]*(?:\s[\p{Lu}\p{L}][\p{L}\p{N}/&.-]*){0,3})\s(?:for|para|pour|für|для|to)\s/u.exec(
      text,
    )
  if (lead?.[1]) return lead[1]
  const colon = /^([\p{Lu}][\p{L}\p{N} /&.-]{1,40})[:：]\s/u.exec(text)
  if (colon?.[1]) return colon[1]
  const from =
    /\s(?:from|von|de|от)\s(?:the\s)?([\p{Lu}][\p{L}\p{N}/&-]*(?:\s[\p{Lu}][\p{L}\p{N}/&-]*){0,3})/u.exec(
      text,
    )
  return from?.[1] ?? null
}
