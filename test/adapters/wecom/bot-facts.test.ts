import { describe, expect, it } from 'vitest'
import { createChats } from '../../../adapters/wecom/bot/chats.ts'
import { fromRejection } from '../../../adapters/wecom/bot/errors.ts'
import { botFindings, noteLink } from '../../../adapters/wecom/bot/findings.ts'
import type { Chat } from '../../../adapters/wecom/lanes/lane.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { botSamples } from './bot-messages.ts'
import { createFacts } from './facts.ts'

const sales: Chat = { kind: 'group', id: 'wrSALEs' }

describe('the chats in which the bot was spoken to', () => {
  it('are known over restarts, by their exact ids and kinds', async () => {
    const facts = createFacts()
    await createChats(facts.memory).note(sales)
    const chats = createChats(facts.memory)
    expect(await chats.knows(sales)).toBe(true)
    expect(await chats.knows({ kind: 'group', id: 'wrsales' })).toBe(false)
    expect(await chats.knows({ kind: 'direct', id: 'wrSALEs' })).toBe(false)
  })

  it('are forgotten when WeCom says so, until somebody speaks there again', async () => {
    const facts = createFacts()
    const chats = createChats(facts.memory)
    await chats.note(sales)
    await chats.forget(sales)
    expect(await createChats(facts.memory).knows(sales)).toBe(false)
    await chats.note(sales)
    expect(await createChats(facts.memory).knows(sales)).toBe(true)
  })

  it('are written down once, and again after that has failed', async () => {
    const facts = createFacts()
    const chats = createChats(facts.memory)
    facts.fails = true
    const noting = chats.note(sales)
    expect(await chats.knows(sales)).toBe(true)
    await expect(noting).rejects.toThrow('no database')
    await expect(chats.knows(sales)).rejects.toMatchObject({ name: 'PlatformError', kind: 'unavailable' })
    facts.fails = false
    await chats.note(sales)
    await chats.note(sales)
    expect(facts.written).toEqual(['bot.chat.group.wrSALEs'])
  })
})

describe('a refusal on the connection', () => {
  it.each([
    [botSamples('ack-rate-limited'), 'rate-limited'],
    [botSamples('ack-invalid-req-id'), 'reply-expired'],
    [botSamples('ack-stream-expired'), 'reply-expired'],
    [{ errcode: 93006, errmsg: 'invalid chatid' }, 'unreachable'],
    [{ errcode: 40008 }, 'rejected'],
    [{ errcode: 40058 }, 'rejected'],
    [{ errcode: 999_999, errmsg: 'words of a member' }, 'rejected'],
    [{ errcode: -1 }, 'unavailable'],
    [new Error('WebSocket not connected, unable to send data'), 'unavailable'],
  ])('is %j, which means %s', (rejection, kind) => {
    const error = fromRejection('aibot_send_msg', rejection, 'says')
    expect(error).toBeInstanceOf(PlatformError)
    expect(error.kind).toBe(kind)
    expect(error.message).not.toContain('words of a member')
  })

  it.each([new Error('Reply ack timeout (5000ms)'), new Error('closed, cancelled'), undefined, { errcode: 'x' }])(
    'that is none leaves open whether it was carried out: %s',
    rejection => {
      expect(fromRejection('aibot_send_msg', rejection, 'says').kind).toBe('uncertain')
      expect(fromRejection('aibot_upload_media_init', rejection, 'nothing').kind).toBe('unavailable')
    },
  )
})

describe('what doctor is told of the bot', () => {
  const levels = async (facts: ReturnType<typeof createFacts>, name: string | null = '领头羊') =>
    (await botFindings(facts.memory, { name })).map(({ level }) => level)

  it('is what became of its connection last', async () => {
    const facts = createFacts()
    expect(await levels(facts)).toEqual(['warning'])
    const at = '2026-11-21T09:00:00.000Z'
    await noteLink(facts.memory, { state: 'open', at })
    expect(await levels(facts)).toEqual(['ok'])
    for (const state of ['evicted', 'refused'] as const) {
      await noteLink(facts.memory, { state, at })
      const [finding] = await botFindings(facts.memory, { name: '领头羊' })
      expect(finding).toMatchObject({ level: 'fault', todo: { zh: expect.any(String), en: expect.any(String) } })
      expect(finding?.said.zh).toContain(at)
    }
  })

  it('asks for the name where it is missing, and throws nothing', async () => {
    const facts = createFacts()
    facts.fails = true
    expect(await levels(facts, null)).toEqual(['warning'])
    expect(await levels(facts)).toEqual([])
  })
})
