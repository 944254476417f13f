import { describe, expect, it } from 'vitest'
import { details, text } from '../../../src/content/build.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { drawn, group, openSending, says, whisperToLi, withLi } from './sending.ts'

const failsAs = (kind: string) => (error: unknown) => error instanceof PlatformError && error.kind === kind
const justNow = () => new Date(Date.now() - 5_000)

describe('looking for what may have arrived', () => {
  it.each([
    ['a group', group],
    ['a direct chat', withLi],
  ] as const)('finds it in %s by its key, so that it can be revised', async (_, address) => {
    const { sender, find, slack } = await openSending({ pace: 'off', answerWithinMs: 1_000 })
    await sender.send({ address, payload: says('other'), key: 'd0:0' })
    slack.failNext('chat.postMessage', { hang: true, afterEffect: true })
    await expect(sender.send({ address, payload: says('lost'), key: 'd1:0' })).rejects.toSatisfy(failsAs('uncertain'))
    const receipt = await find({ address, key: 'd1:0', since: justNow() })
    if (receipt === null) throw new Error('it was posted')
    await sender.revise(receipt, says('found'))
    const seen = address === group ? slack.messages('C1') : slack.directMessages('ULI')
    expect(seen.map(message => message.text)).toEqual(['other', 'found'])
  })

  it('answers null when it is not there', async () => {
    const { sender, find } = await openSending()
    await sender.send({ address: group, payload: says('other'), key: 'd0:0' })
    expect(await find({ address: group, key: 'd1:0', since: justNow() })).toBeNull()
    expect(await find({ address: withLi, key: 'd1:0', since: justNow() })).toBeNull()
  })

  it('finds details in the thread that they continue', async () => {
    const { sender, find } = await openSending({ pace: 'off' })
    const after = await sender.send({ address: group, payload: says('digest'), key: 'd1:0' })
    const sent = await sender.send({ address: group, payload: drawn(details, text('Li: 3')), key: 'd1:1', after })
    expect(await find({ address: group, key: 'd1:1', since: justNow() })).toBeNull()
    expect(await find({ address: group, key: 'd1:1', since: justNow(), after })).toEqual(sent)
  })

  it('does not take for ours what another carries', async () => {
    const { client, find } = await openSending()
    const metadata = { event_type: 'somebody_else', event_payload: { key: 'd1:0' } }
    await client.web.chat.postMessage({ channel: 'C1', text: 'alike', metadata })
    expect(await find({ address: group, key: 'd1:0', since: justNow() })).toBeNull()
  })

  it('turns the pages of a busy channel', async () => {
    const { sender, find, slack } = await openSending({ pace: 'off', largestPage: 3, echoes: false })
    const sent = await sender.send({ address: group, payload: says('early'), key: 'd1:0' })
    for (let n = 0; n < 10; n++) void slack.says('ULI', 'C1', `talk ${n}`)
    expect(await find({ address: group, key: 'd1:0', since: justNow() })).toEqual(sent)
  })

  it('does not claim to know when too much was said since', async () => {
    const { find, slack } = await openSending({ pace: 'off', largestPage: 2 })
    for (let n = 0; n < 12; n++) void slack.says('ULI', 'C1', `talk ${n}`)
    const looking = find({ address: group, key: 'd1:0', since: justNow() })
    await expect(looking).rejects.toSatisfy(failsAs('unreachable'))
  })

  it('looks no further back than when it was written', async () => {
    const { sender, find } = await openSending()
    await sender.send({ address: group, payload: says('once'), key: 'd1:0' })
    const later = new Date(Date.now() + 3_600_000)
    expect(await find({ address: group, key: 'd1:0', since: later })).toBeNull()
  })

  it('cannot tell of a whisper, and not now when Slack is away', async () => {
    const { find, slack } = await openSending()
    await expect(find({ address: whisperToLi, key: 'd1:0', since: justNow() })).rejects.toSatisfy(
      failsAs('unreachable'),
    )
    slack.failNext('conversations.history', { status: 503 })
    await expect(find({ address: group, key: 'd1:0', since: justNow() })).rejects.toSatisfy(failsAs('unavailable'))
  })
})
