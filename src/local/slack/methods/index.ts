// All Web API methods that the local Slack knows.
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import type { Method } from './method.ts'
import { peopleMethods } from './people.ts'
import { viewMethods } from './views.ts'

/** Methods by name. `apps.connections.open` is Socket Mode's own, and is answered there. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...peopleMethods,
    ...viewMethods,
  }),
)
