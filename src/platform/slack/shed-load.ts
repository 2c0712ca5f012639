// Bolt's first middleware: beyond what the process carries, people are told so at once, before anything asks the database.
import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import type { Services } from '#platform/services.ts'
import { type Admission, admission, type Turned } from './admission.ts'

const words: Record<Turned, string> = {
  'all are busy': 'Sprintkeeper is busy. Nothing was changed: please try again in a minute.',
  'you ask too much': 'That was a lot at once. Nothing was changed: please try again in a minute.',
}

/** A log line for each would be a load of its own. */
const tellEveryMillis = 10_000

/** Commands, clicks and submissions; events are Slack's own, which limits and repeats them. */
export function shedLoad(
  { log, metrics }: Pick<Services, 'log' | 'metrics'>,
  door: Admission = admission(),
): Middleware<AnyMiddlewareArgs> {
  metrics?.watch('requests_under_way', door.underWay)
  let turnedAway = 0
  let toldAt = Number.NEGATIVE_INFINITY
  const note = () => {
    turnedAway += 1
    if (performance.now() - toldAt < tellEveryMillis) return
    log.warn({ requests: turnedAway }, 'busy: requests were turned away')
    toldAt = performance.now()
    turnedAway = 0
  }
  return async (args) => {
    const personId = personOf(args)
    if (personId === null) return args.next()
    const entered = door.enter(personId)
    if (typeof entered !== 'string') {
      try {
        return await args.next()
      } finally {
        entered()
      }
    }
    note()
    metrics?.turnedAway(entered)
    await turnAway(args, words[entered])
  }
}

function personOf(args: AnyMiddlewareArgs): string | null {
  if ('command' in args) return args.command.user_id
  if ('action' in args || 'view' in args) return args.body.user.id
  return null
}

/** By the acknowledgement where that carries an answer, since a request of its own would be more work than what it spares. */
async function turnAway(args: AnyMiddlewareArgs, text: string): Promise<void> {
  if ('command' in args) return args.ack({ response_type: 'ephemeral', text })
  if ('view' in args) {
    const { blocks, type } = args.view
    const input = blocks.find((block) => block.type === 'input')?.block_id
    if (type !== 'modal' || args.body.type !== 'view_submission' || !input) return args.ack()
    return args.ack({ response_action: 'errors', errors: { [input]: text } })
  }
  if (!('action' in args)) return
  await args.ack()
  if ('respond' in args && 'response_url' in args.body && args.body.response_url)
    await args.respond({ response_type: 'ephemeral', replace_original: false, text })
}
