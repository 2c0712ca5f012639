/** Names of people and roles in cells and fields. */
import { fold, plain, splitOutside } from './text.ts'

const NOBODY = new Set(
  'tbd; tba; none; n a; na; unassigned; nobody; name; names; owner; x; todo; no one; pending; sin asignar; ninguno; por definir; offen; niemand; keine; aucun; a definir; nao atribuido; не назначен; нет; brak; yok; 未定; 待定; 无; 未分配; なし; 없음; 미정; chua co; —; -; assignee; team member'
    .split(';')
    .map((w) => fold(w)),
)

/** True for "<Name>", "[Name]", "TBD", "-" and their kin. */
export function isNobody(text: string): boolean {
  const t = text.trim()
  return (
    t === '' || NOBODY.has(fold(t)) || /^[-–—?.…]+$/.test(t) || /^[<‹《[{][^<>‹›[\]]{0,60}[>›》\]}]$/.test(t)
  )
}

const BETWEEN = / \/ | and | y | e | und | et | и | と | 和 | en /

const BETWEEN_MENTIONS = / \/ | and | y | e | und | et | и | と | 和 | en |\s+(?=@)/

/** "Jader + Darío", "@maya, @tom", "Backend / QA" → names; a slash inside one word stays. */
export function peopleOf(cell: string): string[] {
  const text = plain(cell.replace(/<br ?\/?>/gi, ', '))
  const names = splitOutside(text, ',;+&、，；|').flatMap((part) =>
    part.split(/^\s*@/.test(part) ? BETWEEN_MENTIONS : BETWEEN),
  )
  const out: string[] = []
  for (const part of names) {
    if (isNobody(part)) continue
    const name = (/^\[([^[\]]+)\]$/.exec(part.trim())?.[1] ?? part)
      .replace(/\([^()]*\)|（[^（）]*）/g, '')
      .replace(/^[^\p{L}\p{N}<[(]+/u, '')
      .replace(/[.\s]+$/, '')
      .trim()
    if (name !== '' && !isNobody(name) && name.length <= 80 && !out.includes(name)) out.push(name)
  }
  return out
}
