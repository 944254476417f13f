import { describe, expect, it } from 'vitest'
import { backfill } from '../../../adapters/slack/connection/backfill.ts'
import { decodeEvent } from '../../../adapters/slack/decode/event.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { openWorkspace } from './workspace.ts'

const start = new Date('2026-11-23T01:00:00Z')
const minute = 60_000
const never = new AbortController().signal

async function openChannel() {
  const workspace = await openWorkspace()
  const { slack, clock } = workspace
  void slack.addUser({ id: 'U1', name: 'Li' })
  void slack.addChannel({ id: 'C1', name: 'sales', members: ['U1', slack.bot.userId] })
  const says = (text: string, options = {}) => slack.says('U1', 'C1', text, { wait: false, ...options })
  const later = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms))
  const fill = (at: Date, signal = never) =>
    backfill(workspace, { marks: [{ channelId: 'C1', at }], intake: workspace.intake, signal })
  const words = () => workspace.heard.map(({ body }) => (body.kind === 'message' ? body.text : null))
  return { ...workspace, says, later, fill, words }
}

describe('after we were away', () => {
  it('hands in what was said meanwhile, in its order and with its own times', async () => {
    const { says, later, fill, words, heard } = await openChannel()
    for (const n of [1, 2, 3]) {
      await says(`拜访${n} & <3`)
      later(minute)
    }
    await fill(start)
    expect(words()).toEqual(['拜访1 & <3', '拜访2 & <3', '拜访3 & <3'])
    expect(heard.map(({ at }) => at?.slice(11, 16))).toEqual(['01:00', '01:01', '01:02'])
    expect(heard[0]).toMatchObject({ place: { kind: 'group', channelId: 'C1' }, author: { accountId: 'U1' } })
  })

  it('gives a message the id under which it would have come', async () => {
    const { says, fill, heard, slack, directory } = await openChannel()
    const { ts } = await says('plan calls 5')
    const live = { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', text: 'plan calls 5', ts }
    const event = decodeEvent(slack.eventBody(live), await directory.me())
    await fill(start)
    expect(event).toMatchObject({ kind: 'inbound', event: { eventId: heard[0]?.eventId ?? 'nothing was heard' } })
  })

  it('reaches five minutes further back than what was heard, and no more than seven days', async () => {
    const { says, later, fill, words, clock } = await openChannel()
    await says('eight days ago')
    later(8 * 24 * 60 * minute)
    await says('ten minutes before')
    later(7 * minute)
    await says('three minutes before')
    later(3 * minute)
    const mark = clock.now()
    later(minute)
    await says('missed')
    await fill(mark)
    expect(words()).toEqual(['three minutes before', 'missed'])
    await fill(start)
    expect(words().slice(2)).toEqual(['ten minutes before', 'three minutes before', 'missed'])
  })

  it('reads page after page, and hears neither bots nor the notes of Slack', async () => {
    const { says, later, fill, words, client, slack } = await openChannel()
    for (let n = 0; n < 450; n++) {
      later(1_000)
      await says(`message ${n}`)
    }
    await client.ask('chat.postMessage', web => web.chat.postMessage({ channel: 'C1', text: 'our own' }))
    await fill(start)
    expect(words()).toEqual(Array.from({ length: 450 }, (_, n) => `message ${n}`))
    expect(slack.calls.filter(({ method }) => method === 'conversations.history').length).toBe(3)
  })

  it('goes on with the next channel when one cannot be read', async () => {
    const channel = await openChannel()
    await channel.says('missed')
    const marks = ['C404', 'C1'].map(channelId => ({ channelId, at: start }))
    await backfill(channel, { marks, intake: channel.intake, signal: never })
    expect(channel.words()).toEqual(['missed'])
  })

  it('does not take a failure that passes for a channel in which nothing was said', async () => {
    const channel = await openChannel()
    await channel.says('missed')
    const busy = new PlatformError('rate-limited', 'conversations.history: ratelimited', { retryAfterMs: 0 })
    const client = { ask: () => Promise.reject(busy) }
    const marks = [{ channelId: 'C1', at: start }]
    const filling = backfill({ ...channel, client }, { marks, intake: channel.intake, signal: never })
    await expect(filling).rejects.toBe(busy)
    await channel.fill(start)
    expect(channel.words()).toEqual(['missed'])
  })

  it('stops when it is told to', async () => {
    const { says, fill, words } = await openChannel()
    await says('missed')
    await fill(start, AbortSignal.abort())
    expect(words()).toEqual([])
  })

  it('does not hand in later messages when an earlier one cannot be written down', async () => {
    const channel = await openChannel()
    await channel.says('first')
    await channel.says('second')
    const intake = () => Promise.reject(new Error('the database is away'))
    await expect(backfill(channel, { marks: [{ channelId: 'C1', at: start }], intake, signal: never })).rejects.toThrow(
      'the database is away',
    )
  })
})
