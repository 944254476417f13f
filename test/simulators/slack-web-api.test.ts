import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { everyScope, type SlackOptions } from './slack/settings.ts'
import { buildSales, button, clientOf, connect, lead, openSales, refusalOf, rep, sales } from './slack-bot.ts'

async function openSlack(options?: SlackOptions) {
  const slack = await openSales(options)
  return { slack, client: clientOf(slack) }
}

const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] }

describe('posting', () => {
  it('keeps threads, metadata and whispers apart, as people and history see them', async () => {
    const { slack, client } = await openSlack({ pace: 'off' })
    const metadata = { event_type: 'delivery', event_payload: { key: 'k1' } }
    const { ts = '' } = await client.chat.postMessage({ channel: sales, text: 'digest', metadata })
    await client.chat.postMessage({ channel: sales, text: 'details', thread_ts: ts })
    await client.chat.postEphemeral({ channel: sales, user: rep, text: 'psst' })
    expect(slack.messages(sales).map(({ text, threadTs }) => [text, threadTs])).toEqual([
      ['digest', null],
      ['details', ts],
    ])
    expect(slack.messages(sales, { as: rep }).at(-1)).toMatchObject({ text: 'psst', ephemeral: true })
    const history = await client.conversations.history({ channel: sales, include_all_metadata: true })
    expect(history.messages).toMatchObject([{ text: 'digest', metadata, reply_count: 1 }])
    const replies = await client.conversations.replies({ channel: sales, ts })
    expect(replies.messages?.map(({ text }) => text)).toEqual(['digest', 'details'])
  })

  it('refuses channels that the bot is not in, cannot see, or that are closed', async () => {
    const { slack, client } = await openSlack()
    slack.addChannel({ id: 'C0OTHER', name: 'other', members: [rep] })
    slack.addChannel({ id: 'C0SECRET', name: 'secret', private: true, members: [rep] })
    const post = (channel: string) => refusalOf(client.chat.postMessage({ channel, text: 'x' }))
    expect(await post('C0OTHER')).toMatchObject({ error: 'not_in_channel' })
    expect(await post('C0SECRET')).toMatchObject({ error: 'channel_not_found' })
    slack.archiveChannel(sales, lead)
    expect(await post(sales)).toMatchObject({ error: 'is_archived' })
  })

  it('lets the bot revise and take back its own messages only', async () => {
    const { slack, client } = await openSlack()
    const { ts: theirs } = await slack.says(rep, sales, 'mine')
    const { ts = '' } = await client.chat.postMessage({ channel: sales, text: 'first' })
    await client.chat.update({ channel: sales, ts, text: 'second' })
    expect(slack.messages(sales).at(-1)).toMatchObject({ text: 'second', edited: true })
    expect(await refusalOf(client.chat.update({ channel: sales, ts: theirs, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    })
    await client.chat.delete({ channel: sales, ts })
    expect(await refusalOf(client.chat.delete({ channel: sales, ts }))).toMatchObject({ error: 'message_not_found' })
  })
})

describe('rates', () => {
  it('let one message early, and then one a second in each channel', async () => {
    let now = 0
    const { slack, client } = await openSlack({ realNow: () => now })
    const post = () => client.chat.postMessage({ channel: sales, text: 'x' })
    await post()
    await post()
    expect(await refusalOf(post())).toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 })
    await client.chat.postMessage({ channel: rep, text: 'elsewhere' })
    now += 1_000
    await post()
    expect(slack.count429).toBe(1)
  })

  it('hold for the tier of each method', async () => {
    const { client } = await openSlack({ realNow: () => 0 })
    for (let n = 0; n < 20; n++) await client.users.list({})
    expect(await refusalOf(client.users.list({}))).toMatchObject({ retryAfter: 3 })
  })
})

describe('permits', () => {
  it('opens one modal for a trigger, within three seconds', async () => {
    let now = 0
    const { slack, client } = await openSlack({ realNow: () => now })
    const { disconnect } = await connect(slack, heard => heard.ack()).then(one => ({
      disconnect: () => one.disconnect(),
    }))
    const trigger = async () => (await slack.slash(rep, sales, '/plan')).triggerId
    const first = await trigger()
    await client.views.open({ trigger_id: first, view: modal })
    const again = client.views.open({ trigger_id: first, view: modal })
    expect(await refusalOf(again)).toMatchObject({ error: 'exchanged_trigger_id' })
    const late = await trigger()
    now += 3_000
    expect(await refusalOf(client.views.open({ trigger_id: late, view: modal }))).toMatchObject({
      error: 'expired_trigger_id',
    })
    await disconnect()
  })

  it('takes five answers on a response url, within half an hour', async () => {
    let now = 0
    const { slack } = await openSlack({ realNow: () => now })
    await connect(slack, heard => heard.ack())
    const urlOf = async () => (await slack.slash(rep, sales, '/my')).responseUrl ?? ''
    const answer = async (url: string) => (await fetch(url, { method: 'POST', body: '{"text":"x"}' })).status
    const url = await urlOf()
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push(await answer(url))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
    const late = await urlOf()
    now += 30 * 60_000
    expect(await answer(late)).toBe(404)
  })
})

describe('lists', () => {
  it('come in pages, from the first to the last', async () => {
    const { slack, client } = await openSlack({ largestPage: 2 })
    const ids: unknown[] = []
    for await (const page of client.paginate('users.list', { limit: 100 })) {
      const { members } = page as { members?: readonly { id: string }[] }
      expect(members?.length).toBeLessThanOrEqual(2)
      ids.push(...(members ?? []).map(({ id }) => id))
    }
    expect(ids).toEqual([slack.bot.userId, 'USLACKBOT', lead, rep])
  })

  it('give history between two moments', async () => {
    const { slack, client } = await openSlack()
    const said = []
    for (const text of ['a', 'b', 'c']) said.push(await slack.says(rep, sales, text))
    const [from, , to] = said.map(({ ts }) => ts)
    const texts = async (more: object) =>
      (
        await client.conversations.history({ channel: sales, oldest: from ?? '', latest: to ?? '', ...more })
      ).messages?.map(({ text }) => text)
    expect(await texts({})).toEqual(['b'])
    expect(await texts({ inclusive: true })).toEqual(['c', 'b', 'a'])
  })

  it('show a private channel only where the bot is', async () => {
    const { slack, client } = await openSlack()
    slack.addChannel({ id: 'C0P1', name: 'p1', private: true, members: [rep] })
    slack.addChannel({ id: 'C0P2', name: 'p2', private: true, members: [rep, slack.bot.userId] })
    const { channels } = await client.users.conversations({ types: 'public_channel,private_channel' })
    expect(channels?.map(({ id }) => id)).toEqual([sales, 'C0P2'])
    expect(await refusalOf(client.conversations.info({ channel: 'C0P1' }))).toMatchObject({
      error: 'channel_not_found',
    })
  })
})

describe('files', () => {
  it('go up in three steps and are seen in the channel', async () => {
    const { slack, client } = await openSlack()
    const file = Buffer.from('a picture')
    await client.files.uploadV2({
      channel_id: sales,
      filename: 'board.png',
      file,
      title: 'Board',
      initial_comment: 'Friday',
    })
    const [message] = slack.messages(sales)
    expect(message).toMatchObject({ text: 'Friday', files: [{ name: 'board.png', title: 'Board' }] })
    expect(Buffer.from(message?.files[0]?.content ?? []).toString()).toBe('a picture')
  })

  it('can be shown in a block once Slack has looked at them', async () => {
    let now = 0
    const { slack, client } = await openSlack({ realNow: () => now, filesReadyAfterMs: 500 })
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.png', length: 3 })
    await fetch(upload_url, { method: 'POST', body: 'abc' })
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }] })
    const blocks = [{ type: 'image' as const, slack_file: { id: file_id }, alt_text: 'a board' }]
    const show = () => client.chat.postMessage({ channel: sales, text: 'x', blocks })
    expect(await refusalOf(show())).toMatchObject({ error: 'invalid_blocks' })
    now += 2_000
    await show()
    expect(slack.takeUnexpected().length).toBe(1)
    expect(slack.visibleText({ blocks }).text).toBe('a board')
  })
})

describe('tempers', () => {
  it('answer with a missing scope, naming it', async () => {
    const { client } = await openSlack({ scopes: everyScope.filter(scope => scope !== 'chat:write') })
    const refusal = await refusalOf(client.chat.postMessage({ channel: sales, text: 'x' }))
    expect(refusal).toMatchObject({ error: 'missing_scope', needed: 'chat:write' })
    const { response_metadata } = await client.auth.test()
    expect(response_metadata?.scopes).not.toContain('chat:write')
  })

  it('fail as planned: an error, a status, a wait, and an effect without an answer', async () => {
    const { slack } = await openSlack()
    const client = clientOf(slack, { timeout: 200 })
    const post = (text: string) => refusalOf(client.chat.postMessage({ channel: sales, text }))
    slack.failNext('chat.postMessage', { error: 'account_inactive' })
    expect(await post('1')).toMatchObject({ error: 'account_inactive' })
    slack.failNext('chat.postMessage', { status: 503 })
    expect(await post('2')).toMatchObject({ statusCode: 503 })
    slack.failNext('chat.postMessage', { retryAfter: 7 })
    expect(await post('3')).toMatchObject({ retryAfter: 7 })
    slack.failNext('chat.postMessage', { hang: true, afterEffect: true })
    expect(await post('4')).toMatchObject({ code: 'slack_webapi_request_error' })
    expect(slack.messages(sales).map(({ text }) => text)).toEqual(['4'])
  })

  it('refuse every call once the tokens are revoked', async () => {
    const { slack, client } = await openSlack()
    slack.revokeTokens()
    expect(await refusalOf(client.auth.test())).toMatchObject({ error: 'token_revoked' })
  })

  it('fail the test that calls what is not there, or never meets its failure', async () => {
    const slack = await buildSales()
    slack.failNext('chat.update', { status: 500 }, 2)
    await refusalOf(clientOf(slack).apiCall('chat.shout', { channel: sales }))
    await refusalOf(clientOf(slack).apiCall('chat.postMessage', { channel: sales, text: 'x', colour: 'red' }))
    const closing = slack.close()
    await expect(closing).rejects.toThrow('chat.shout: unknown_method')
    await expect(closing).rejects.toThrow('invalid additional property: colour')
    await expect(closing).rejects.toThrow('2 failure(s) of chat.update were never met')
  })

  it('keep the team time apart from real time', async () => {
    const { slack, client } = await openSlack({ now: () => new Date('2026-11-20T09:00:00Z') })
    slack.now = () => new Date('2026-11-27T17:00:00Z')
    await sleep(1)
    const { ts } = await client.chat.postMessage({ channel: sales, text: 'Friday', blocks: [{ type: 'divider' }] })
    expect(Number(ts)).toBe(Date.parse('2026-11-27T17:00:00Z') / 1000)
    await client.chat.postMessage({
      channel: rep,
      text: 'x',
      blocks: [{ type: 'actions', elements: [button('a', 'b')] }],
    })
    expect(slack.directMessages(rep).length).toBe(1)
  })
})
