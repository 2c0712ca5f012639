// Text from Slack that PostgreSQL cannot keep, mended at the door, so that no use case has to think of it.
import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'

/**
 * Bolt's first middleware: takes NUL out of every string of the payload and replaces lone surrogates. In place, since what
 * Bolt gives to listeners (command, action, view, event) are parts of the body.
 */
export function cleanBody(): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    clean(args.body as object)
    await args.next()
  }
}

function clean(value: object): void {
  for (const [name, each] of Object.entries(value)) {
    if (typeof each === 'string') {
      const kept = each.replaceAll('\0', '').toWellFormed()
      if (kept !== each) Object.assign(value, { [name]: kept })
    } else if (typeof each === 'object' && each !== null) clean(each)
  }
}
