// The installed workspace and its people, as Slack tells them at start and whenever a profile changes.
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { slackTrouble } from '#platform/environment/slack-trouble.ts'
import type { Services } from '#platform/services.ts'
import type { PrismaClient, Workspace } from '#platform/store/generated/client.ts'
import { savePerson } from './people.ts'

/** The workspace of the bot token; made in the database when it is new. @throws SprintkeeperError `slack_unusable` */
export async function connectWorkspace(prisma: PrismaClient, web: WebClient): Promise<Workspace> {
  const who = await web.auth.test().catch((error: unknown) => {
    throw slackTrouble(error, web.slackApiUrl, 'SLACK_BOT_TOKEN')
  })
  const slackTeamId = who.team_id ?? ''
  const facts = {
    name: who.team ?? slackTeamId,
    botUserId: who.user_id ?? '',
    enterpriseId: who.enterprise_id ?? null,
  }
  return prisma.workspace.upsert({ where: { slackTeamId }, create: { slackTeamId, ...facts }, update: facts })
}

/** Follows changes of names, zones, guests and deactivations, and who comes anew. */
export function listenToPeople(app: App, services: Services): void {
  app.event('team_join', async ({ event }) => {
    if (event.user.is_bot) return
    await savePerson(services, event.user as Parameters<typeof savePerson>[1])
  })
  app.event('user_change', async ({ event }) => {
    if (event.user.is_bot) return
    const person = await savePerson(services, event.user as Parameters<typeof savePerson>[1])
    await services.db.$transaction((tx) => services.hooks.personChanged(tx, services, person.id))
  })
}
