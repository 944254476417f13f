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
    const since = deps.startedAt.toISOString()
    if (await canWrite(deps)) return c.json({ status: 'ok', database: 'ok', since })
    return c.json({ status: 'unavailable', database: 'does not answer', since }, 503)
  })
}

/** Whether the database answers, within two seconds. */
export async function canWrite({ ping, log }: HealthDeps): Promise<boolean> {
  try {
    await Promise.race([ping(), expired()])
    return true
  } catch (error) {
    log.warn({ reason: scrub(messageOf(error)) }, 'database does not answer')
    return false
  }
}

async function expired(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  setTimeout(() => reject(new Error(`no answer within ${answerWithin} ms`)), answerWithin).unref()
  return promise
}
