// The page's start: everything is drawn from the snapshot, again whenever the workspace changed.
import { drawClock, showTime } from './clock-bar.ts'
import { drawModal } from './modal.ts'
import { drawMain, drawThread } from './panes.ts'
import { drawSidebar } from './sidebar.ts'
import { drawStart, listenToDrops } from './start-dialog.ts'
import { act, lookAt, looking, snapshot, start } from './store.ts'

const SECOND_MS = 1000

function draw(): void {
  const { team, channel, modal } = snapshot()
  document.title = `${channel.isIm ? channel.name : `#${channel.name}`} – ${team.name}`
  drawClock()
  drawSidebar()
  drawMain()
  drawThread()
  drawModal(modal)
  drawStart()
}

/** Links inside of the workspace: a channel, or a message by its permalink. */
document.addEventListener('click', (event) => {
  const anchor = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  const [, kind, channel = '', ts = ''] =
    /^#(channel|message)-(\w+?)(?:-([\d.]+))?$/.exec(anchor?.getAttribute('href') ?? '') ?? []
  if (!kind || event.defaultPrevented) return
  event.preventDefault()
  void lookAt({ channel, thread: '', tab: 'messages' }).then(() => {
    const target = ts ? document.getElementById(`message-${channel}-${ts}`) : null
    target?.scrollIntoView({ block: 'center' })
    target?.classList.add('found')
  })
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (snapshot().modal) void act({ kind: 'close-modal' })
  else if (document.body.classList.contains('sidebar-open')) document.body.classList.remove('sidebar-open')
  else if (looking().thread) void lookAt({ thread: '' })
})

listenToDrops()
await start(draw)
setInterval(showTime, SECOND_MS)
