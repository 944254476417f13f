import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Doors } from '../../../adapters/slack/connection/receive.ts'
import { createEars } from './ears.ts'

const common = { team_id: 'T1', api_app_id: 'A1', token: 'x' }
const authorizations = [{ team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }]
const who = { user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1', domain: 'd' }, trigger_id: '1.2', ...common }

function eventOf(event: object) {
  return { type: 'event_callback', event_id: 'Ev1', event_time: 1, ...common, authorizations, event }
}

const message = eventOf({ type: 'message', channel: 'C1', user: 'U1', text: 'our secret plan', ts: '1.1' })
const slash = { command: '/bw-plan', text: '', user_id: 'U1', channel_id: 'C1', trigger_id: '1.2', ...common }
const button = { type: 'button', action_id: 'plan:open#1', block_id: 'b', action_ts: '1.1' }
const press = { type: 'block_actions', ...who, actions: [button], container: { type: 'message' } }
const view = { id: 'V1', type: 'modal', callback_id: 'report', state: { values: {} }, private_metadata: '' }
const submission = { type: 'view_submission', ...who, view }
const closing = { type: 'view_closed', ...who, view, is_cleared: false }
const shortcut = { type: 'message_action', ...who, callback_id: 'blocker', channel: { id: 'C1', name: 'c' } }

const never = () => new Promise<never>(() => undefined)

describe('which door a payload comes to', () => {
  const expected: readonly (readonly [keyof Doors, object])[] = [
    ['event', message],
    ['event', eventOf({ type: 'member_joined_channel', user: 'UBOT', channel: 'C1' })],
    ['event', eventOf({ type: 'an_event_of_tomorrow' })],
    ['command', slash],
    ['action', press],
    ['view', submission],
    ['view', closing],
    ['shortcut', shortcut],
    ['shortcut', { type: 'shortcut', ...who, callback_id: 'plan' }],
  ]

  it.each(expected)('is %s, with the payload whole', async (door, body) => {
    const ears = createEars()
    expect(await ears.handle(body)).toEqual({ kind: 'acked' })
    expect(ears.heard).toEqual([{ door, body }])
  })

  it('is none for what the bot itself said', async () => {
    const ears = createEars()
    const own = eventOf({ type: 'message', channel: 'C1', user: 'UBOT', text: 'hello', ts: '1.1' })
    expect(await ears.handle(own)).toEqual({ kind: 'acked' })
    expect(ears.heard).toEqual([])
  })

  it.each([
    { type: 'block_suggestion', ...who, action_id: 'a', value: '' },
    { type: 'dialog_submission', ...who, callback_id: 'old' },
    { type: 'block_actions', ...who, actions: [] },
    { type: 'something_of_tomorrow' },
  ])('is none for $type, which passes quietly', async body => {
    const ears = createEars()
    expect(await ears.handle(body)).toEqual({ kind: 'acked' })
    expect(ears.heard).toEqual([])
    expect(ears.linesFrom('info')).toEqual([])
    expect(ears.linesFrom('debug')).toHaveLength(1)
  })

  it('is none when Slack holds events back, which is told', async () => {
    const ears = createEars()
    expect(await ears.handle({ type: 'app_rate_limited', minute_rate_limited: 1, ...common })).toEqual({
      kind: 'acked',
    })
    expect(ears.linesFrom('warn')).toHaveLength(1)
  })
})

const samples = ['events', 'events_message', 'interactive', 'slash_commands'].flatMap(kind => {
  const folder = new URL(`../../../adapters/slack/samples/${kind}/`, import.meta.url)
  return readdirSync(folder).map(name => ({ name, body: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }))
})

describe('every payload that Slack was seen to send', () => {
  it('is acknowledged, and none makes a noise', async () => {
    const ears = createEars()
    // Two are but excerpts, without anybody who did it.
    const whole = samples.filter(({ body }) => 'event' in body || 'command' in body || 'user' in body)
    for (const { name, body } of whole) expect([name, await ears.handle(body)]).toEqual([name, { kind: 'acked' }])
    expect(ears.heard.length).toBeGreaterThan(whole.length / 2)
    expect(ears.linesFrom('info')).toEqual([])
  })
})

describe('what Slack is answered', () => {
  it('is what the door answers', async () => {
    const ears = createEars()
    ears.answers.command = async () => ({ response_type: 'ephemeral', text: '…' })
    ears.answers.view = async () => ({ response_action: 'errors', errors: { visits: 'a number, please' } })
    expect(await ears.handle(slash)).toEqual({ kind: 'acked', answer: { response_type: 'ephemeral', text: '…' } })
    const errors = { response_action: 'errors', errors: { visits: 'a number, please' } }
    expect(await ears.handle(submission)).toEqual({ kind: 'acked', answer: errors })
  })

  it('has one shape, also when it is only a text', async () => {
    const ears = createEars()
    ears.answers.command = async () => '…'
    expect(await ears.handle(slash)).toEqual({ kind: 'acked', answer: { text: '…' } })
  })

  it('is not given before the door has come to its end', async () => {
    const ears = createEars()
    const durable = Promise.withResolvers<void>()
    ears.answers.event = () => durable.promise
    let acknowledged = false
    const handling = ears.handle(message).then(outcome => {
      acknowledged = true
      return outcome
    })
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(ears.heard).toHaveLength(1)
    expect(acknowledged).toBe(false)
    durable.resolve()
    expect(await handling).toEqual({ kind: 'acked' })
  })
})

describe('what is not written down is not acknowledged', () => {
  it.each(['event', 'command', 'action', 'view', 'shortcut'] as const)('when the door %s fails', async door => {
    const bodies = { event: message, command: slash, action: press, view: submission, shortcut }
    const ears = createEars()
    const fails = (): Promise<never> => Promise.reject(new Error('the database fell over our secret plan'))
    ears.answers[door] = fails
    expect(await ears.handle(bodies[door])).toEqual({ kind: 'none' })
    expect(ears.linesFrom('error')).toHaveLength(1)
    expect(ears.linesFrom('info').join('')).not.toContain('our secret plan')
  })

  it('when the door takes too long, though its work goes on', async () => {
    const ears = createEars({ ackWithinMs: 20 })
    const durable = Promise.withResolvers<void>()
    let finished = false
    ears.answers.event = async () => {
      await durable.promise
      finished = true
    }
    expect(await ears.handle(message)).toEqual({ kind: 'none' })
    expect(ears.linesFrom('error')).toHaveLength(1)
    expect(ears.linesFrom('info').join('')).not.toContain('our secret plan')
    durable.resolve()
    await new Promise(resolve => setTimeout(resolve, 10))
    expect(finished).toBe(true)
  })

  it('when it is not known who we are', async () => {
    const ears = createEars({ me: () => Promise.reject(new Error('Slack is away')) })
    expect(await ears.handle(message)).toEqual({ kind: 'none' })
    expect(ears.heard).toEqual([])
  })

  it('and a door that hangs holds nobody else up', async () => {
    const ears = createEars({ ackWithinMs: 50 })
    ears.answers.event = never
    const hanging = ears.handle(message)
    expect(await ears.handle(slash)).toEqual({ kind: 'acked' })
    expect(await hanging).toEqual({ kind: 'none' })
  })
})

describe('payloads that Slack would not send', () => {
  it.each([null, undefined, 7, 'text', [], {}, { type: 7 }, { command: null }])('as %j are turned away', async body => {
    const ears = createEars()
    expect(await ears.handle(body)).toEqual({ kind: 'unreadable' })
    expect(ears.heard).toEqual([])
    expect(ears.linesFrom('debug')).toHaveLength(1)
  })

  it.each([
    { type: 'event_callback', event: null },
    { type: 'event_callback', event: 'message' },
    { type: 'event_callback', event: { type: 'reaction_added', item: 7 } },
    { type: 'view_submission' },
    { type: 'message_action', callback_id: 'c' },
  ])('as %j are turned away with one line', async body => {
    const ears = createEars()
    expect(await ears.handle(body)).toEqual({ kind: 'unreadable' })
    expect(ears.heard).toEqual([])
    expect(ears.linesFrom('debug')).toHaveLength(1)
  })
})
