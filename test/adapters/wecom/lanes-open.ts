import { onTestFinished } from 'vitest'
import { createAppLane } from '../../../adapters/wecom/app/lane.ts'
import { createClient } from '../../../adapters/wecom/client.ts'
import type { WeComSettings } from '../../../adapters/wecom/settings.ts'
import { createWebhookLane } from '../../../adapters/wecom/webhook/lane.ts'
import type { Webhook } from '../../../adapters/wecom/webhook-keys.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { openWeComSimulator } from '../../simulators/wecom/index.ts'
import { createFacts } from './facts.ts'

const start = new Date('2026-11-23T01:00:00Z')
export const group = 'wrSALES'

export interface Wanted {
  readonly answerWithinMs?: number
  /** The key is put in where it is empty. */
  readonly webhooks?: readonly Webhook[]
  readonly secret?: string
}

/** A company with Li, Wang and their group, the app that speaks to people and the webhook of the group. */
export async function openLanes({ answerWithinMs, webhooks = [{ group: null, key: '' }], secret }: Wanted = {}) {
  const clock = new MovableClock({ frozenAt: start })
  const wecom = await openWeComSimulator({ now: () => clock.now(), realNow: () => clock.now().getTime() })
  onTestFinished(wecom.close)
  wecom.addPerson({ userId: 'LiNa', name: '李娜' })
  wecom.addPerson({ userId: 'wang', name: '王芳' })
  wecom.addGroup({ chatId: group, name: '销售群', members: ['LiNa', 'wang'] })
  const key = wecom.addWebhook(group)
  const { corpId, app, apiUrl } = wecom
  const within = answerWithinMs === undefined ? {} : { answerWithinMs }
  const client = createClient({ corpId, secret: secret ?? app.secret, apiUrl, clock, ...within })
  const lane = createAppLane({ client, agentId: app.agentId, clock })
  const facts = createFacts()
  const { memory } = facts
  const keyed = webhooks.map(it => ({ ...it, key: it.key || key }))
  const webhook = createWebhookLane({ webhooks: keyed, apiUrl, memory, ...within })
  const settings: WeComSettings = { bot: null, webhooks: keyed, app: { corpId, ...app }, apiUrl }
  const called = (name: string) => wecom.calls.filter(call => call.name === `/cgi-bin/${name}`)
  return { wecom, clock, client, app: lane, webhook, key, facts, settings, called }
}

export const later = (clock: MovableClock, ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms))

/** So long is waited for an answer: hardly at all where there will be none. */
export const patience = (failure: object) => ('hang' in failure ? { answerWithinMs: 800 } : {})

/** What an error tells, whatever was thrown. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('It did not fail'),
    (thrown: unknown) => thrown,
  )
  return error instanceof Error ? JSON.stringify([error.message, error.stack, String(error.cause)]) : String(error)
}
