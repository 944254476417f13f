import { describe, expect, it } from 'vitest'
import { actions, details, form, text } from '../../../src/content/build.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { drawn, group, openSending, says, whisperToLi, withLi } from './sending.ts'

const failsAs = (kind: string) => (error: unknown) => error instanceof PlatformError && error.kind === kind

describe('a message to a group', () => {
  it('carries its key where a later look finds it, and shows no preview', async () => {
    const { slack, sender } = await openSending()
    const receipt = await sender.send({ address: group, payload: says('hello'), key: 'd1:0' })
    const [message] = slack.messages('C1')
    expect(message).toMatchObject({
      ts: receipt['ts'],
      metadata: { event_type: 'bellwether_delivery', event_payload: { key: 'd1:0' } },
    })
    expect(slack.calls.at(-1)?.arguments).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
  })

  it('goes into the thread of what it details, and only then', async () => {
    const { slack, sender } = await openSending({ pace: 'off' })
    const after = await sender.send({ address: group, payload: says('digest'), key: 'd1:0' })
    await sender.send({ address: group, payload: drawn(details, text('Li: 3')), key: 'd1:1', after })
    await sender.send({ address: group, payload: says('more'), key: 'd1:2', after })
    expect(slack.messages('C1').map(({ threadTs }) => threadTs)).toEqual([null, after['ts'], null])
  })

  it('is revised in place with its key kept, and recalled', async () => {
    const { slack, sender } = await openSending()
    const receipt = await sender.send({ address: group, payload: says('2 of 5'), key: 'd1:0' })
    await sender.revise(receipt, says('5 of 5'))
    const [revised] = slack.messages('C1')
    expect(revised).toMatchObject({ text: '5 of 5', edited: true, metadata: { event_payload: { key: 'd1:0' } } })
    await sender.recall(receipt)
    expect(slack.messages('C1')).toEqual([])
    await expect(sender.revise(receipt, says('late'))).rejects.toSatisfy(failsAs('unreachable'))
    // As after a crash in the middle of a revision.
    await sender.recall(receipt)
  })

  it('tells the button of a form which delivery carries the form, and leaves other buttons alone', async () => {
    const { slack, sender } = await openSending()
    const plan = form({ id: 'plan', title: 'Plan', submit: 'Send', words: '/plan', inputs: [] })
    const other = actions({ id: 'why', label: 'Why', words: '/why', value: 'n1' })
    if (other === null) throw new Error('there is a button')
    const receipt = await sender.send({ address: group, payload: drawn(other, plan), key: 'd1:0' })
    const buttons = () => JSON.stringify(slack.messages('C1')[0]?.blocks)
    expect(buttons()).toMatch(/"action_id":"form:plan.*"value":"d1:0"/)
    expect(buttons()).toContain('"value":"n1"')
    await sender.revise(receipt, drawn(plan))
    expect(buttons()).toContain('"value":"d1:0"')
  })
})

describe('a direct message', () => {
  it('opens the chat by the person and can be revised where it stands', async () => {
    const { slack, sender } = await openSending()
    const receipt = await sender.send({ address: withLi, payload: says('for Li'), key: 'd1:0' })
    expect(receipt['channel']).toBe(slack.direct('ULI'))
    await sender.revise(receipt, says('for Li alone'))
    expect(slack.directMessages('ULI').map(message => message.text)).toEqual(['for Li alone'])
  })
})

describe('a whisper', () => {
  it('is seen by its reader alone and cannot be got hold of again', async () => {
    const { slack, sender } = await openSending()
    const receipt = await sender.send({ address: whisperToLi, payload: says('psst'), key: 'd1:0' })
    expect(slack.messages('C1', { as: 'ULI' }).map(message => message.text)).toEqual(['psst'])
    expect(slack.messages('C1', { as: 'UWANG' })).toEqual([])
    await expect(sender.revise(receipt, says('louder'))).rejects.toSatisfy(failsAs('unreachable'))
    await expect(sender.recall(receipt)).rejects.toSatisfy(failsAs('unreachable'))
  })
})

describe('what Slack does not take', () => {
  it.each([
    ['a token that was revoked', { error: 'token_revoked' }, 'unauthorized'],
    ['a scope that is missing', { error: 'missing_scope' }, 'unauthorized'],
    ['a group that was archived', { error: 'is_archived' }, 'unreachable'],
    ['a group where only some may post', { error: 'restricted_action' }, 'forbidden'],
    ['a message that is too long', { error: 'msg_too_long' }, 'rejected'],
    ['a word that we do not know', { error: 'something_new' }, 'rejected'],
    ['a fault that may have come late', { error: 'fatal_error' }, 'uncertain'],
    ['a server that fails', { status: 503 }, 'uncertain'],
    ['a connection that ends without an answer', { drop: true }, 'uncertain'],
  ] as const)('%s', async (_, failure, kind) => {
    const { slack, sender } = await openSending()
    slack.failNext('chat.postMessage', failure)
    await expect(sender.send({ address: group, payload: says('hi'), key: 'd1:0' })).rejects.toSatisfy(failsAs(kind))
    expect(slack.messages('C1')).toEqual([])
  })

  it('a group in which the bot is not', async () => {
    const { sender } = await openSending()
    const elsewhere = { kind: 'group', channelId: 'C2' } as const
    const sending = sender.send({ address: elsewhere, payload: says('hi'), key: 'd1:0' })
    await expect(sending).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('an answer that never comes leaves it uncertain, whether or not the message is there', async () => {
    const { slack, sender } = await openSending({ answerWithinMs: 1_000 })
    slack.failNext('chat.postMessage', { hang: true, afterEffect: true })
    const sending = sender.send({ address: group, payload: says('hi'), key: 'd1:0' })
    await expect(sending).rejects.toSatisfy(failsAs('uncertain'))
    expect(slack.messages('C1')).toHaveLength(1)
  })

  it('too much of it: the wait that Slack asks for is told', async () => {
    const { slack, sender } = await openSending()
    slack.failNext('chat.postMessage', { retryAfter: 7 })
    const sending = sender.send({ address: group, payload: says('hi'), key: 'd1:0' })
    await expect(sending).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 7_000 })
  })

  it('too much of it: meanwhile no conversation is held for as long as that', async () => {
    const { slack, sender } = await openSending()
    slack.failNext('chat.postMessage', { retryAfter: 7 })
    const send = () => sender.send({ address: group, payload: says('hi'), key: 'd1:0' })
    await expect(send()).rejects.toSatisfy(failsAs('rate-limited'))
    await expect(send()).rejects.toSatisfy(failsAs('rate-limited'))
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  }, 5_000)

  it('a Slack that is not there', async () => {
    const { slack, sender } = await openSending()
    await slack.close()
    const sending = sender.send({ address: group, payload: says('hi'), key: 'd1:0' })
    await expect(sending).rejects.toSatisfy(failsAs('unavailable'))
  })
})
