import { createRandom } from '../../../src/base/random.ts'
import { type SharedOptions, usual } from '../shared/settings.ts'

/**
 * How this DingTalk is set up; every setting has the value that a small company on the free edition would have.
 * Messages, sessions and the month's quota go by the team's time, tokens, tickets and rates by real time.
 */
export interface DingTalkOptions extends SharedOptions {
  readonly clientId?: string
  readonly clientSecret?: string
  /** The bot's name, as people type it after an `@`. */
  readonly botName?: string
  /** What the app was granted; everything unless told. */
  readonly permissions?: readonly string[]
  readonly cardTemplates?: readonly string[]
  /** Metered calls that the company may make in a month. */
  readonly monthlyCalls?: number
  readonly tokenLifeMs?: number
  readonly ticketLifeMs?: number
  readonly sessionLifeMs?: number
  /** How long a robot message or an event may stay unacknowledged. */
  readonly ackWithinMs?: number
  readonly cardAnswerWithinMs?: number
  /** How often a robot message is pushed again. None: the protocol's page promises nothing, the SDK's comment does. */
  readonly robotRetries?: number
  readonly eventRetries?: number
  /** When an event that was put off with LATER comes again. */
  readonly laterMs?: number
  readonly pingEveryMs?: number
  /** The most that a page of any list holds, whatever the caller asks for. */
  readonly largestPage?: number
  /** Chooses among open connections: from 0 up to 1. */
  readonly random?: () => number
}

export type Settings = Required<DingTalkOptions>

/** Every permission that a call here asks for, or that shows a field. */
const everyPermission: readonly string[] = [
  'Card.Instance.Write',
  'fieldMobile',
  'qyapi_chat_read',
  'qyapi_get_department_list',
  'qyapi_get_department_member',
  'qyapi_get_member',
  'qyapi_get_member_by_mobile',
  'qyapi_report_query',
  'qyapi_robot_sendmsg',
]

export function settingsOf(options: DingTalkOptions): Settings {
  return {
    ...usual,
    clientId: 'dingsimulated',
    clientSecret: 'a client secret of the simulator',
    botName: '领头羊',
    permissions: everyPermission,
    cardTemplates: ['bellwether.schema'],
    monthlyCalls: 5_000,
    tokenLifeMs: 7_200_000,
    ticketLifeMs: 90_000,
    sessionLifeMs: 90 * 60_000,
    ackWithinMs: 60_000,
    cardAnswerWithinMs: 2_000,
    robotRetries: 0,
    eventRetries: 3,
    laterMs: 10_000,
    pingEveryMs: 10_000,
    largestPage: 100,
    random: createRandom(1).next,
    ...options,
  }
}
