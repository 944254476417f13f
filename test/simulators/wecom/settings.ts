import { type SharedOptions, usual } from '../shared/settings.ts'

/**
 * How this WeCom is set up; every setting has the value that a small company would have.
 * Messages, media, recalls and response codes go by the team's time; tokens, rates, streams, answers in time and signatures by real time.
 */
export interface WeComOptions extends SharedOptions {
  readonly corpId?: string
  readonly corpName?: string
  readonly botId?: string
  readonly botSecret?: string
  /** The bot's name, as people type it after an `@`. */
  readonly botName?: string
  /** `<@userid>` in the bot's markdown is not documented: it is shown as it stands unless told otherwise. */
  readonly botMentions?: boolean
  readonly agentId?: number
  readonly appSecret?: string
  readonly callbackToken?: string
  readonly callbackAesKey?: string
  /** Whether the address book shows mobiles to the app; to apps made since 2022 it does not. */
  readonly showsMobiles?: boolean
  readonly tokenLifeMs?: number
  /** How long a welcome or an updated card may take. */
  readonly answerWithinMs?: number
  /** How long a stream may be written to. */
  readonly streamLifeMs?: number
  /** How many messages of one person may wait for an answer of the bot; further ones do not reach it. */
  readonly openAtOnce?: number
  /** How the press of a card is told to the bot: both forms have been seen. */
  readonly cardEvents?: 'nested' | 'flat'
  readonly callbackWithinMs?: number
  readonly callbackTries?: number
}

export type Settings = Required<WeComOptions>

export function settingsOf(options: WeComOptions): Settings {
  return {
    ...usual,
    corpId: 'wwsimulatedcorp',
    corpName: '模拟公司',
    botId: 'aibsimulated',
    botSecret: 'a bot secret of the simulator',
    botName: '领头羊',
    botMentions: false,
    agentId: 1_000_002,
    appSecret: 'an app secret of the simulator',
    callbackToken: 'simulatedToken',
    callbackAesKey: 'c2ltdWxhdGVkLWFlcy1rZXktb2YtYS1zaW11bGF0b3I',
    showsMobiles: false,
    tokenLifeMs: 7_200_000,
    answerWithinMs: 5_000,
    streamLifeMs: 360_000,
    openAtOnce: 3,
    cardEvents: 'nested',
    callbackWithinMs: 5_000,
    callbackTries: 3,
    ...options,
  }
}
