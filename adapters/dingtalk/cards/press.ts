import { type Log, withoutWords } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import type { Lang } from '../../../src/base/words.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { House } from '../../../src/platform/house.ts'
import { decodeCard } from '../decode/card.ts'
import { PRESSED } from './variables.ts'

/** Takes in what is pressed on cards; answers what whoever pressed sees at once. */
export type TakePress = (data: unknown, messageId: string) => Promise<object | undefined>

export interface PressParts {
  readonly house: Pick<House, 'intake' | 'said'>
  /** Adds to an event what is known of its author. */
  known(event: InboundEvent): InboundEvent
  /** Told of whoever pressed, after it is written down. */
  learn(accountIds: readonly string[]): void
  readonly log: Log
  /** So long writing down may take, in milliseconds. */
  readonly patience?: number
}

/** DingTalk waits for two seconds. */
const usual = 1_500

/**
 * What was pressed is only answered when it is written down. When that takes too long it goes on, DingTalk tells the person
 * that nothing answered, and pressing again meanwhile is the same press. What it leads to is said later, by the outbox.
 */
export function createTakePress({ house, known, learn, log, patience = usual }: PressParts): TakePress {
  const underWay = new Map<string, Promise<void>>()

  function writeDown(name: string, event: InboundEvent): Promise<void> {
    const writing = underWay.get(name) ?? house.intake(event).finally(() => underWay.delete(name))
    underWay.set(name, writing)
    return writing
  }

  async function langOf(outTrackId: string): Promise<Lang | null> {
    try {
      return (await house.said(outTrackId))?.lang ?? null
    } catch {
      // Then it is answered in both languages; where the database is away, writing down fails too and is logged.
      return null
    }
  }

  return async (data, messageId) => {
    const read = decodeCard(data, messageId)
    if (read.kind === 'ignored') {
      log.debug({ why: read.why }, 'dingtalk press ignored')
      return undefined
    }
    const { event, outTrackId } = read
    const { author, body } = event
    const writing = writeDown(JSON.stringify([outTrackId, author.accountId, body]), known(event))
    const taken = writing.then(() => learn([author.accountId]))
    const lang = langOf(outTrackId)
    if ((await within(taken, patience, 'late')) === 'late') {
      taken.catch(error => log.error({ fault: withoutWords(error) }, 'dingtalk press not written down'))
      throw new Error('a press takes too long to be written down')
    }
    return answer(await within(lang, 200, null))
  }
}

function answer(lang: Lang | null): object {
  const words = { zh: '✓ 收到', en: '✓ Got it' }
  const shown = lang === null ? `${words.zh} · ${words.en}` : words[lang]
  return {
    cardUpdateOptions: { updatePrivateDataByKey: true },
    userPrivateData: { cardParamMap: { [PRESSED]: shown } },
  }
}
