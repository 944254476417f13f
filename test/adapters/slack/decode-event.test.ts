import { describe, expect, it } from 'vitest'
import { decodeEvent } from '../../../adapters/slack/decode/event.ts'
import { inEnvelope } from './sample-files.ts'

const me = { userId: 'UBOT', botId: 'BBOT', teamId: 'T1' }

const message = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  text: '日报 拜访3',
  ts: '1700000000.000100',
  team: 'T1',
}

function decode(event: object, envelope: object = {}) {
  return decodeEvent({ ...Object(inEnvelope(event)), ...envelope }, me)
}

function heard(event: object, envelope: object = {}) {
  const read = decode(event, envelope)
  if (read.kind !== 'inbound') throw new Error(`not heard: ${JSON.stringify(read)}`)
  return read.event
}

describe('a message', () => {
  it('is what was said, where, by whom and when', () => {
    expect(heard(message)).toEqual({
      platform: 'slack',
      eventId: 'm:C1:1700000000.000100',
      place: { kind: 'group', channelId: 'C1' },
      author: { accountId: 'U1' },
      at: '2023-11-14T22:13:20.000Z',
      body: { kind: 'message', text: '日报 拜访3', addressed: false },
    })
  })

  it('that mentions the bot is one event, though Slack tells it twice', () => {
    const text = '<@UBOT> 日报 拜访3'
    const { channel_type: _, ...mention } = { ...message, type: 'app_mention', text }
    const told = [heard({ ...message, text }), heard(mention, { event_id: 'Ev2' })]
    expect(told[0]).toEqual(told[1])
    expect(told[0]?.body).toEqual({ kind: 'message', text: '日报 拜访3', addressed: true })
  })

  it('in a direct message is addressed to the bot', () => {
    const event = heard({ ...message, channel: 'D1', channel_type: 'im' })
    expect(event.place).toEqual({ kind: 'direct' })
    expect(event.body).toMatchObject({ addressed: true })
  })

  it('in a group of several people is one of a group', () => {
    expect(heard({ ...message, channel: 'G1', channel_type: 'mpim' }).place.kind).toBe('group')
  })

  it.each(['file_share', 'thread_broadcast', 'me_message'])('is heard in the form %s, too', subtype => {
    expect(heard({ ...message, subtype }).body).toMatchObject({ text: '日报 拜访3' })
  })

  it.each([
    ['of a bot', { bot_id: 'B9' }],
    ['of our own', { user: 'UBOT' }],
    ["of Slack's helper", { user: 'USLACKBOT' }],
    ['that was deleted', { subtype: 'message_deleted' }],
    ['about a new topic', { subtype: 'channel_topic' }],
    ['without words', { text: '' }],
    ['without a time', { ts: undefined }],
    ['with a time that is none', { ts: '99999999999999' }],
  ])('%s is ignored', (_, changes) => {
    expect(decode({ ...message, ...changes }).kind).toBe('ignored')
  })

  it('keeps no half characters and no NUL, which no database keeps', () => {
    expect(heard({ ...message, text: 'a\0b\ud800c' }).body).toMatchObject({ text: 'ab\ufffdc' })
  })
})

describe('an edited message', () => {
  const edited = { user: 'U1', ts: '1700000060.000000' }
  const changed = {
    type: 'message',
    subtype: 'message_changed',
    channel: 'C1',
    channel_type: 'channel',
    ts: '1700000060.000200',
    message: { ...message, text: '日报 拜访5', edited },
    previous_message: message,
  }

  it('is said anew, at the moment of the change', () => {
    expect(heard(changed)).toMatchObject({
      eventId: 'm:C1:1700000000.000100:1700000060.000000',
      at: '2023-11-14T22:14:20.000Z',
      place: { kind: 'group', channelId: 'C1' },
      body: { text: '日报 拜访5' },
    })
  })

  it('is ignored when Slack only unfurled an address, or the words are the same', () => {
    const { edited: _, ...unfurled } = changed.message
    expect(decode({ ...changed, message: unfurled }).kind).toBe('ignored')
    expect(decode({ ...changed, message: { ...message, edited } }).kind).toBe('ignored')
  })

  it('of a bot, such as our own, is ignored', () => {
    expect(decode({ ...changed, message: { ...changed.message, bot_id: 'BBOT' } }).kind).toBe('ignored')
  })
})

describe('other companies', () => {
  it('make a channel external and their people strangers', () => {
    const event = heard({ ...message, team: 'T9', user_team: 'T9' }, { is_ext_shared_channel: true })
    expect(event.place).toEqual({ kind: 'group', channelId: 'C1', external: true })
    expect(event.author).toEqual({ accountId: 'U1', standing: 'stranger' })
  })

  it('leave our own people who they are in a shared channel', () => {
    const event = heard(message, { is_ext_shared_channel: true })
    expect(event.place).toMatchObject({ external: true })
    expect(event.author).toEqual({ accountId: 'U1' })
  })

  it('are not meant by another workspace of the same company', () => {
    const event = heard({ ...message, team: 'T2' }, { is_ext_shared_channel: false })
    expect(event.place).not.toHaveProperty('external')
    expect(event.author).toEqual({ accountId: 'U1' })
  })
})

describe('coming and going', () => {
  const move = { type: 'member_joined_channel', user: 'U1', channel: 'C1', channel_type: 'C', team: 'T1' }

  it('tells who came and who left', () => {
    expect(heard(move)).toMatchObject({ eventId: 'Ev1', author: { accountId: 'U1' }, body: { kind: 'joined' } })
    expect(heard({ ...move, type: 'member_left_channel' })).toMatchObject({ body: { kind: 'left' } })
  })

  it('tells who invited the bot', () => {
    expect(heard({ ...move, user: 'UBOT', inviter: 'U2' })).toMatchObject({
      author: { accountId: 'U2' },
      body: { kind: 'invited' },
    })
    expect(decode({ ...move, user: 'UBOT' })).toEqual({ kind: 'learn', channelId: 'C1' })
  })

  it('makes a channel unknown when the bot was put out', () => {
    const read = decode({ ...move, type: 'member_left_channel', user: 'UBOT' })
    expect(read).toEqual({ kind: 'learn', channelId: 'C1' })
  })
})

describe('news of people and channels', () => {
  const user = {
    id: 'U1',
    team_id: 'T1',
    name: 'li4',
    deleted: false,
    tz: 'Asia/Shanghai',
    locale: 'zh-CN',
    profile: { display_name: '', real_name: '李四', status_text: '年假', status_expiration: 1_700_100_000 },
  }

  it('tell a name, a language, a zone, a standing and a holiday', () => {
    expect(heard({ type: 'user_change', user }).author).toEqual({
      accountId: 'U1',
      name: '李四',
      lang: 'zh',
      zone: 'Asia/Shanghai',
      standing: 'member',
      active: true,
      away: { until: '2023-11-16T02:00:00.000Z' },
    })
  })

  it.each([
    [{ status_emoji: ':palm_tree:', status_expiration: 1_700_100_000 }, true],
    [{ status_text: 'OOO until Friday', status_expiration: 1_700_100_000 }, true],
    [{ status_text: 'On leave', status_expiration: 0 }, false],
    [{ status_text: 'vacation', status_expiration: 1_699_999_999 }, false],
    [{ status_text: 'in a meeting', status_expiration: 1_700_100_000 }, false],
    [{ status_text: 'baboooon', status_expiration: 1_700_100_000 }, false],
  ])('call a status a holiday only when it says so and ends later: %o', (profile, away) => {
    expect(heard({ type: 'user_change', user: { ...user, profile } }).author.away).toEqual(
      away ? { until: '2023-11-16T02:00:00.000Z' } : null,
    )
  })

  it.each([
    [{ is_restricted: true }, 'guest'],
    [{ is_ultra_restricted: true }, 'guest'],
    [{ is_stranger: true }, 'stranger'],
    [{ team_id: 'T9' }, 'stranger'],
    [{ team_id: 'T9', enterprise_user: { teams: ['T1', 'T9'] } }, 'member'],
  ])('tell members from guests and strangers: %o', (changes, standing) => {
    expect(heard({ type: 'user_change', user: { ...user, ...changes } }).author.standing).toBe(standing)
  })

  it.each([
    ['+1 (415) 555-0100', {}, '14155550100'],
    ['138-0000-0000', { is_restricted: true }, '8613800000000'],
    ['', {}, null],
    ['ext. 12', {}, null],
    [null, {}, null],
    [undefined, {}, undefined],
    ['+1 (415) 555-0100', { is_stranger: true }, undefined],
  ])('tell the phone %s, though not of strangers: %o', (phone, changes, mobile) => {
    const told = { ...user, ...changes, profile: { ...user.profile, phone } }
    expect(heard({ type: 'user_change', user: told }).author.mobile).toBe(mobile)
  })

  it('leave out what Slack does not tell, and zones and languages that we do not know', () => {
    expect(
      heard({ type: 'user_change', user: { id: 'U1', team_id: 'T1', tz: 'Mars/Base', locale: 'ja-JP' } }).author,
    ).toEqual({
      accountId: 'U1',
      standing: 'member',
    })
  })

  it('tell that somebody was switched off', () => {
    expect(heard({ type: 'user_change', user: { ...user, deleted: true } }).author.active).toBe(false)
  })

  it('of bots are ignored', () => {
    expect(decode({ type: 'user_change', user: { ...user, is_bot: true } }).kind).toBe('ignored')
    expect(decode({ type: 'team_join', user: { ...user, is_bot: true } }).kind).toBe('ignored')
  })

  it.each([
    [{ type: 'team_join', user }, { userId: 'U1' }],
    [{ type: 'channel_rename', channel: { id: 'C1', name: 'new' } }, { channelId: 'C1' }],
    [{ type: 'group_rename', channel: { id: 'G1', name: 'new' } }, { channelId: 'G1' }],
    [{ type: 'channel_archive', channel: 'C1', user: 'U1' }, { channelId: 'C1' }],
    [{ type: 'channel_shared', channel: 'C1', connected_team_id: 'T9' }, { channelId: 'C1' }],
    [{ type: 'channel_unshared', channel: 'C1', is_ext_shared: false }, { channelId: 'C1' }],
    [{ type: 'channel_id_changed', old_channel_id: 'G1', new_channel_id: 'C1' }, { channelId: 'C1' }],
  ])('name what is to be learnt anew: %o', (event, what) => {
    expect(decode(event)).toEqual({ kind: 'learn', ...what })
  })
})

describe('the rest', () => {
  it('tells when somebody opens the Home tab, and not another', () => {
    expect(decode({ type: 'app_home_opened', user: 'U1', tab: 'home' })).toEqual({ kind: 'home', userId: 'U1' })
    expect(decode({ type: 'app_home_opened', user: 'U1', tab: 'messages' }).kind).toBe('ignored')
  })

  it('tells when the workspace puts us out, and not when it revokes the token of a person', () => {
    expect(decode({ type: 'app_uninstalled' })).toEqual({ kind: 'ended', why: 'uninstalled' })
    expect(decode({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } }).kind).toBe('ended')
    expect(decode({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }).kind).toBe('ignored')
  })

  it('is ignored, also when it has no event in it', () => {
    expect(decode({ type: 'reaction_added' })).toEqual({ kind: 'ignored', why: 'of no interest' })
    expect(decodeEvent({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 }, me).kind).toBe('ignored')
  })
})
