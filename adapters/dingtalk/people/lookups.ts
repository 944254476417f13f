import { z } from 'zod'
import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'

/** Calls a method of the address book, such as `topapi/v2/user/get`; answers the whole body. Throws PlatformError. */
export type AskContacts = (method: string, body: object) => Promise<unknown>

/** Questions whose answers are good to have: a refusal is logged once, and what was asked stays unknown. */
export interface Lookups {
  /** What is in the answer's `result`, null when there is none. */
  one(method: string, body: object): Promise<unknown>
  /** All that a list holds, page by page; null when a page could not be read. */
  all(method: string, body: object): Promise<readonly unknown[] | null>
}

const answer = z.object({ result: z.unknown() })
const page = z.object({
  result: z.object({
    list: z.array(z.unknown()),
    has_more: z.boolean().default(false),
    next_cursor: z.number().int().optional(),
  }),
})

/** As many as DingTalk lists at once. */
const pageSize = 100

export function createLookups({ ask, log }: { readonly ask: AskContacts; readonly log: Log }): Lookups {
  const told = new Set<string>()

  async function quietly<T>(method: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PlatformError || error instanceof z.ZodError)) throw error
      const why = error instanceof PlatformError ? error.kind : 'malformed'
      const once = `${method} ${why}`
      if (!told.has(once)) log.warn({ method, why }, 'dingtalk does not tell; this is logged once')
      told.add(once)
      return null
    }
  }

  async function pagesOf(method: string, body: object): Promise<unknown[]> {
    const found: unknown[] = []
    let cursor: number | undefined = 0
    while (cursor !== undefined) {
      const { result } = page.parse(await ask(method, { ...body, cursor, size: pageSize }))
      found.push(...result.list)
      // A cursor that stands still would go on for ever.
      const next = result.next_cursor ?? 0
      cursor = result.has_more && next > cursor ? next : undefined
    }
    return found
  }

  return {
    one: (method, body) => quietly(method, async () => answer.parse(await ask(method, body)).result),
    all: (method, body) => quietly(method, () => pagesOf(method, body)),
  }
}
