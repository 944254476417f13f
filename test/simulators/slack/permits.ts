import { randomUUID } from 'node:crypto'

const triggerLifeMs = 3_000
const responseLifeMs = 30 * 60_000
const responseUses = 5

/** What a response url may change: where it was made, for whom, and the message that it came from. */
export interface ResponseScope {
  readonly channel: string
  readonly user: string
  readonly ts?: string
}

type Trigger = { readonly user: string; readonly issuedAt: number; used: boolean }
type ResponseUrl = { readonly scope: ResponseScope; readonly issuedAt: number; uses: number }

export type TriggerUse =
  | { readonly ok: true; readonly user: string }
  | { readonly ok: false; readonly error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' }

export type ResponseUse =
  | { readonly ok: true; readonly scope: ResponseScope }
  | { readonly ok: false; readonly error: 'invalid_url' | 'expired_url' | 'used_url' }

/** The short-lived permits that Slack hands out with an interaction: trigger ids and response urls. */
export interface Permits {
  issueTrigger(user: string): string
  useTrigger(id: string): TriggerUse
  /** Returns its path on this server. */
  issueResponsePath(scope: ResponseScope): string
  useResponsePath(path: string): ResponseUse
}

export function createPermits(now: () => number): Permits {
  const triggers = new Map<string, Trigger>()
  const urls = new Map<string, ResponseUrl>()
  return {
    issueTrigger(user) {
      const id = `${now()}.${triggers.size + 1}.${randomUUID().replaceAll('-', '')}`
      triggers.set(id, { user, issuedAt: now(), used: false })
      return id
    },
    useTrigger(id) {
      const trigger = triggers.get(id)
      if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' }
      if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' }
      if (now() - trigger.issuedAt >= triggerLifeMs) return { ok: false, error: 'expired_trigger_id' }
      trigger.used = true
      return { ok: true, user: trigger.user }
    },
    issueResponsePath(scope) {
      const path = `/response/${randomUUID()}`
      urls.set(path, { scope, issuedAt: now(), uses: 0 })
      return path
    },
    useResponsePath(path) {
      const url = urls.get(path)
      if (url === undefined) return { ok: false, error: 'invalid_url' }
      if (now() - url.issuedAt >= responseLifeMs) return { ok: false, error: 'expired_url' }
      if (url.uses >= responseUses) return { ok: false, error: 'used_url' }
      url.uses += 1
      return { ok: true, scope: url.scope }
    },
  }
}
