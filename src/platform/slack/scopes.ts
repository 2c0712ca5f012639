// The bot's scopes, one for each thing that is asked of Slack. slack-manifest.yaml holds the same list.

export const requiredScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'reactions:write',
  'users:read',
] as const
