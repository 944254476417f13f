import type { Hono } from 'hono'
import { messageOf } from '../base/errors.ts'
import { type Log, scrub } from '../base/log.ts'

export interface HealthDeps {
  readonly log: Log
  readonly startedAt: Date
  /** Throws when the database does not answer. */
  ping(): Promise<void>
}

const answerWithin = 2_000

/** 200 while we can write things down, else 503: whoever balances load or restarts containers looks here. */
export function addHealth(app: Hono, deps: HealthDeps): void {
  app.get('/healthz', async c => {
    try {
      await Promise.race([deps.ping(), expired()])
      return c.json({ status: 'ok', database: 'ok', since: deps.startedAt.toISOString() })
    } catch (error) {
      deps.log.warn({ reason: scrub(messageOf(error)) }, 'database does not answer')
      return c.json({ status: 'unavailable', database: 'does not answer', since: deps.startedAt.toISOString() }, 503)
    }
  })
}

async function expired(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  setTimeout(() => reject(new Error(`no answer within ${answerWithin} ms`)), answerWithin).unref()
  return promise
}
