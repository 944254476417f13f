import { createRandom } from '../../../src/base/random.ts'
import { type SharedOptions, usual } from '../shared/settings.ts'

/**
 * How this Slack is set up; every setting has the value that a small workspace would have.
 * Message timestamps and profiles go by the team's time; triggers, response urls, rates and signatures by real time.
 */
export interface SlackOptions extends SharedOptions {
  readonly signingSecret?: string
  readonly botToken?: string
  readonly appToken?: string
  /** What the bot was granted; everything unless told. */
  readonly scopes?: readonly string[]
  /** The slash commands of the app's manifest, with their slashes. Slack knows no others; none unless told. */
  readonly slashCommands?: readonly string[]
  /** How long a payload may stay unacknowledged before Slack gives it up or sends it again. */
  readonly socketAckWithinMs?: number
  /** How often an event is sent again over sockets before it is given up; only real sendings count. */
  readonly socketRetries?: number
  /** When an event that got no good answer is posted again in HTTP mode. */
  readonly httpRetriesAfterMs?: readonly number[]
  readonly pingEveryMs?: number
  /** Whether the bot hears its own messages, as it does in Slack. */
  readonly echoes?: boolean
  /** The most that a page of any list holds, whatever the caller asks for. */
  readonly largestPage?: number
  /** How long an uploaded file cannot yet be shown in a block. */
  readonly filesReadyAfterMs?: number
  /** Chooses among open connections: from 0 up to 1. */
  readonly random?: () => number
}

export type Settings = Required<SlackOptions>

/** Every scope that a method or an event here asks for. */
export const everyScope: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'team:read',
  'users:read',
]

export function settingsOf(options: SlackOptions): Settings {
  return {
    ...usual,
    signingSecret: 'a signing secret of the simulator',
    botToken: 'xoxb-simulated-bot',
    appToken: 'xapp-simulated-app',
    scopes: everyScope,
    slashCommands: [],
    socketAckWithinMs: 3_000,
    socketRetries: 3,
    httpRetriesAfterMs: [0, 60_000, 300_000],
    pingEveryMs: 10_000,
    echoes: true,
    largestPage: 1_000,
    filesReadyAfterMs: 0,
    random: createRandom(1).next,
    ...options,
  }
}
