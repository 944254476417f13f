import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { mayPass } from '../../shared/persist.ts'
import type { SlackClient } from '../client.ts'

/** Questions to Slack whose answers are good to have: a refusal is logged once, and what was asked stays unknown. */
export interface Lookups {
  /** The answer read by `schema`; null when there is none. */
  one<T>(question: Question<T>): Promise<T | null>
  /** The pages of a list; null when one could not be read. */
  all<T>(question: Question<T>): Promise<readonly T[] | null>
  /** The same of at most `most` pages, but a failure that passes by itself is no answer: it is thrown, as PlatformError. */
  insist<T>(question: Question<T>, most: number): Promise<readonly T[] | null>
}

export interface Question<T> {
  readonly method: string
  call(web: SlackClient['web'], cursor: string | undefined): Promise<unknown>
  /** What is read from an answer. */
  readonly answer: z.ZodType<T>
  /** What is taken for the answer where Slack says that there is no such thing, or that it is hidden from us. */
  readonly none?: T
}

/** What passes by itself is asked again so often; each time we wait longer. */
const tries = 4
const firstWait = 1_000

const following = z.object({ response_metadata: z.object({ next_cursor: z.string().optional() }).optional() })

export function createLookups({
  client,
  log,
}: {
  readonly client: Pick<SlackClient, 'ask'>
  readonly log: Log
}): Lookups {
  const told = new Set<string>()

  async function ask(question: Question<unknown>, cursor?: string): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.ask(question.method, web => question.call(web, cursor))
      } catch (error) {
        if (!(error instanceof PlatformError && mayPass(error)) || attempt === tries) throw error
        await sleep(error.retryAfterMs ?? firstWait * 2 ** (attempt - 1), undefined, { ref: false })
      }
    }
  }

  async function pagesOf<T>(question: Question<T>, most: number): Promise<readonly T[]> {
    const pages = []
    let cursor: string | undefined
    do {
      const page = await ask(question, cursor)
      pages.push(question.answer.parse(page))
      cursor = following.parse(page).response_metadata?.next_cursor
    } while (cursor && pages.length < most)
    return pages
  }

  async function quietly<T>({ method }: Question<unknown>, work: () => Promise<T>, none?: T): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PlatformError || error instanceof z.ZodError)) throw error
      const why = error instanceof PlatformError ? error.kind : 'malformed'
      if (why === 'unreachable' && none !== undefined) return none
      if (!told.has(`${method} ${why}`)) {
        const said = error instanceof PlatformError ? { said: error.message } : {}
        log.warn({ method, why, ...said }, 'slack does not tell; this is logged once')
      }
      told.add(`${method} ${why}`)
      return null
    }
  }

  return {
    one: question => quietly(question, async () => question.answer.parse(await ask(question)), question.none),
    all: question => quietly(question, () => pagesOf(question, Number.POSITIVE_INFINITY)),
    async insist(question, most) {
      try {
        return await pagesOf(question, most)
      } catch (error) {
        if (error instanceof PlatformError && mayPass(error)) throw error
        return quietly(question, () => Promise.reject(error))
      }
    },
  }
}
