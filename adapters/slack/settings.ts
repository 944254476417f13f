import { z } from 'zod'
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
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address' }).default('https://slack.com/api/'),
})

/** Everything of ours in the environment begins with this. */
const ours = 'SLACK_'

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

export type ReadSettings =
  | { readonly kind: 'absent' }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
  | { readonly kind: 'read'; readonly settings: SlackSettings }

/** Reads our part of the environment; absent when no token and no secret is there. Faults name settings, never values. */
export function readSettings(env: Readonly<Record<string, string>>): ReadSettings {
  const wanted = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].some(name => name in env)
  if (!wanted) return { kind: 'absent' }
  const read = given.safeParse(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith(ours))))
  if (!read.success) return { kind: 'faulty', faults: read.error.issues.map(faultOf) }
  const { SLACK_BOT_TOKEN: botToken, SLACK_COMMAND_PREFIX, SLACK_API_URL: url } = read.data
  const door = doorOf(read.data)
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

function faultOf({ path, message, code }: z.core.$ZodIssue): string {
  const name = path.join('.')
  return code === 'invalid_type' ? `${name} is missing` : `${name} ${message}`
}
