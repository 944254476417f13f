import { z } from 'zod'
import { type ReadSettings, readGiven, webAddress } from '../shared/settings.ts'
import { prefixPattern } from './slash-name.ts'

const prefix = z
  .string()
  .regex(prefixPattern, 'must be 1 to 16 small letters, digits, - or _, without a slash')
  .optional()

const given = z.object({
  SLACK_BOT_TOKEN: z.string().regex(/^xoxb-/, 'must begin with xoxb- (OAuth & Permissions, after the installation)'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must begin with xapp- (Basic Information, App-Level Tokens)')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'is too short (Basic Information, App Credentials)').optional(),
  SLACK_MODE: z.enum(['socket', 'http'], { error: 'must be socket or http' }).default('socket'),
  SLACK_COMMAND_PREFIX: prefix,
  SLACK_API_URL: webAddress.default('https://slack.com/api/'),
})

const wanted = {
  prefix: 'SLACK_',
  asking: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  given,
}

export interface SlackSettings {
  readonly botToken: string
  /** How events reach us: over a connection that we open, or at our own address. */
  readonly door:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly secret: string }
  /** Put before each slash command: `bw` makes `/bw-plan`. */
  readonly prefix: string | null
  /** With a slash at its end. */
  readonly apiUrl: string
}

/** Reads our part of the environment; absent when no token and no secret is there. */
export function readSettings(env: Readonly<Record<string, string>>): ReadSettings<SlackSettings> {
  const read = readGiven(env, wanted)
  if (read.kind !== 'given') return read
  const { SLACK_BOT_TOKEN: botToken, SLACK_COMMAND_PREFIX, SLACK_API_URL: url } = read.given
  const door = doorOf(read.given)
  if (typeof door === 'string') return { kind: 'faulty', faults: [door] }
  const apiUrl = url.endsWith('/') ? url : `${url}/`
  return { kind: 'read', settings: { botToken, door, prefix: SLACK_COMMAND_PREFIX ?? null, apiUrl } }
}

function doorOf({
  SLACK_MODE,
  SLACK_APP_TOKEN,
  SLACK_SIGNING_SECRET,
}: z.infer<typeof given>): SlackSettings['door'] | string {
  if (SLACK_MODE === 'http') {
    if (SLACK_SIGNING_SECRET === undefined) return 'SLACK_SIGNING_SECRET is needed with SLACK_MODE=http'
    return { mode: 'http', secret: SLACK_SIGNING_SECRET }
  }
  if (SLACK_APP_TOKEN === undefined) return 'SLACK_APP_TOKEN is needed with SLACK_MODE=socket'
  return { mode: 'socket', appToken: SLACK_APP_TOKEN }
}
