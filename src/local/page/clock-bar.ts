// The bar at the top: the workspace's time, what falls due next, and the buttons that move the clock.
import type { PageAction } from '../page-actions.ts'
import { inZone, relativeDay, timeOfDay } from './dates.ts'
import { toast } from './dialog.ts'
import { byId, h, refill } from './dom.ts'
import { icon } from './icons.ts'
import { act, snapshot, workspaceNow } from './store.ts'

const SPEEDS: [number, string][] = [
  [0, 'Paused'],
  [1, 'Real time'],
  [60, '1 minute a second'],
  [600, '10 minutes a second'],
]
const RUNNING = 60

/** Draws the bar; the time itself goes on by `showTime`. */
export function drawClock(): void {
  const { clock, me } = snapshot()
  const place = me.tz.split('/').at(-1)?.replaceAll('_', ' ') ?? me.tz
  refill(byId('clock'), JSON.stringify([clock.speed, clock.next, me.tz]), () => [
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button sidebar-toggle',
        'aria-label': 'Show channels',
        onclick: () => document.body.classList.toggle('sidebar-open'),
      },
      icon('menu'),
    ),
    h(
      'div',
      { class: 'now' },
      icon('clock', 18),
      h('time', { id: 'now' }),
      h('span', { class: 'now-zone' }, place),
    ),
    h(
      'div',
      { class: 'next' },
      clock.next ? `Next: ${clock.next.title}, ${when(clock.next.at)}` : 'Nothing is due',
    ),
    h(
      'div',
      { class: 'clock-buttons', role: 'group', 'aria-label': 'Move the clock' },
      moveButton('next', 'Next ceremony', clock.next === null),
      moveButton('hour', '+1 hour'),
      moveButton('tomorrow', 'Tomorrow 8:00'),
      runButton(clock.speed),
      speedSelect(clock.speed),
    ),
  ])
  showTime()
}

/** Shows the workspace's present time. */
export function showTime(): void {
  const shown = document.getElementById('now')
  if (!shown) return
  const { tz } = snapshot().me
  const now = workspaceNow()
  const text = `${inZone(now, tz, { weekday: 'short', month: 'short', day: 'numeric' })}, ${timeOfDay(now, tz)}`
  if (shown.textContent === text) return
  shown.textContent = text
  shown.setAttribute('datetime', new Date(now).toISOString())
}

function when(at: number): string {
  const { tz } = snapshot().me
  const day =
    relativeDay(at, workspaceNow(), tz) ||
    inZone(at, tz, { weekday: 'short', month: 'short', day: 'numeric' })
  return `${day.toLowerCase() === 'today' ? '' : `${day} `}${timeOfDay(at, tz)}`
}

function moveButton(move: 'next' | 'hour' | 'tomorrow', label: string, disabled = false): HTMLElement {
  const control = h('button', {
    type: 'button',
    class: 'clock-button',
    disabled,
    onclick: () => void go(control, move),
  })
  if (move === 'next') control.append(icon('next', 13))
  control.append(label)
  return control
}

async function go(control: HTMLButtonElement, move: 'next' | 'hour' | 'tomorrow'): Promise<void> {
  const bar = byId('clock')
  bar.classList.add('busy')
  control.setAttribute('aria-busy', 'true')
  const answer = await act({ kind: 'clock', move, zone: snapshot().me.tz })
  bar.classList.remove('busy')
  control.removeAttribute('aria-busy')
  if (!answer.ok) toast(answer.error ?? 'The clock did not move')
  const due = answer.result as { title: string } | null | undefined
  if (due) toast(`Now: ${due.title}`)
}

function runButton(speed: number): HTMLElement {
  const running = speed > 0
  const label = running ? 'Pause' : 'Let it run'
  return h(
    'button',
    { type: 'button', class: 'clock-button', onclick: () => setSpeed(running ? 0 : RUNNING) },
    icon(running ? 'pause' : 'play', 13),
    label,
  )
}

function speedSelect(speed: number): HTMLElement {
  const control = h('select', {
    class: 'speed',
    'aria-label': 'Speed of the clock',
    onchange: () => setSpeed(Number(control.value)),
  })
  const known = SPEEDS.some(([value]) => value === speed)
    ? SPEEDS
    : [...SPEEDS, [speed, `× ${speed}`] as const]
  control.append(...known.map(([value, label]) => h('option', { value, selected: value === speed }, label)))
  return control
}

function setSpeed(speed: number): void {
  const action: PageAction = { kind: 'clock', move: 'speed', speed, zone: snapshot().me.tz }
  void act(action).then((answer) => {
    if (!answer.ok) toast(answer.error ?? 'The clock did not change')
  })
}
