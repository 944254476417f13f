import { describe, expect, it } from 'vitest'
import { decodePress, decodeShortcut, decodeSubmission } from '../../../adapters/slack/decode/interaction.ts'
import { decodeSlash } from '../../../adapters/slack/decode/slash.ts'

const me = { userId: 'UBOT', botId: 'BBOT', teamId: 'T1' }

describe('a slash command', () => {
  const call = {
    command: '/bw-plan',
    text: '拜访3 &amp; <@U2|li4>',
    user_id: 'U1',
    channel_id: 'C1',
    channel_name: 'privategroup',
    trigger_id: '1.2.abc',
    response_url: 'https://slack.example/commands/1',
  }

  it('is the message that it stands for, said to the bot', () => {
    expect(decodeSlash(call, { me, prefix: 'bw' })).toEqual({
      kind: 'slash',
      event: {
        platform: 'slack',
        eventId: 't:1.2.abc',
        place: { kind: 'group', channelId: 'C1' },
        author: { accountId: 'U1' },
        body: { kind: 'message', text: '/plan 拜访3 & @li4', addressed: true },
      },
      who: 'U1',
      channelId: 'C1',
      triggerId: '1.2.abc',
      responseUrl: 'https://slack.example/commands/1',
    })
  })

  it.each([
    ['/plan', null, '/plan'],
    ['/plan', 'bw', '/plan'],
    ['/bw-plan', null, '/bw-plan'],
    ['/bw-my-team', 'bw', '/my-team'],
  ])('%s with the prefix %s is %s', (command, prefix, text) => {
    const read = decodeSlash({ ...call, command, text: '' }, { me, prefix })
    expect(read).toMatchObject({ event: { body: { text } } })
  })

  it.each([
    ['rules', '/rules'],
    ['榜单 电话 本周', '/榜单 电话 本周'],
    ['/rules', '/rules'],
    [' ／榜单 ', '/榜单'],
    ['/ help plan', '/help plan'],
    ['计划 拜访3 &amp; <@U2|li4>', '/计划 拜访3 & @li4'],
    ['<@UBOT> help', '/help'],
    ['help', '/help'],
    ['', '/help'],
    ['  ', '/help'],
  ])('that takes every word says “%s” as the command of that word says it', (text, said) => {
    const { command: _, ...called } = { ...call, text: '' }
    const [word = '', ...rest] = said.split(' ')
    const typed = { ...called, text: rest.join(' ') }
    for (const prefix of [null, 'bw']) {
      const umbrella = prefix === null ? '/bellwether' : '/bw'
      const own = prefix === null ? word : word.replace('/', '/bw-')
      const read = decodeSlash({ ...called, command: umbrella, text }, { me, prefix })
      expect(read).toEqual(decodeSlash({ ...typed, command: own }, { me, prefix }))
      expect(read).toMatchObject({ event: { body: { text: said, addressed: true } } })
    }
  })

  it('that takes every word also takes one with its prefix', () => {
    const read = decodeSlash({ ...call, command: '/bw', text: '/bw-plan 拜访3' }, { me, prefix: 'bw' })
    expect(read).toMatchObject({ event: { body: { text: '/plan 拜访3' } } })
  })

  it('typed in a direct message is said there', () => {
    const read = decodeSlash({ ...call, channel_id: 'D1' }, { me, prefix: 'bw' })
    expect(read).toMatchObject({ channelId: 'D1', event: { place: { kind: 'direct' } } })
  })
})

describe('a button', () => {
  const pressed = {
    type: 'block_actions',
    user: { id: 'U1' },
    trigger_id: '1.2.abc',
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'C1', is_ephemeral: true },
    channel: { id: 'C1', name: 'sales' },
    response_url: 'https://slack.example/actions/1',
    actions: [{ type: 'button', action_id: 'leave.confirm#2', block_id: 'b', value: '2026-11-24' }],
  }

  it('is known by its own name, without what made it unique in the message', () => {
    expect(decodePress(pressed)).toEqual({
      kind: 'press',
      who: 'U1',
      place: { kind: 'group', channelId: 'C1' },
      eventId: 't:1.2.abc',
      triggerId: '1.2.abc',
      channelId: 'C1',
      actionId: 'leave.confirm',
      value: '2026-11-24',
    })
  })

  it('on the Home tab is pressed in private, on no message', () => {
    const { channel: _, response_url: __, ...home } = { ...pressed, container: { type: 'view', view_id: 'V1' } }
    const read = decodePress(home)
    expect(read).toMatchObject({ kind: 'press', place: { kind: 'direct' }, viewId: 'V1' })
    expect(read).not.toHaveProperty('message')
  })
})

describe('a modal', () => {
  const sent = (metadata: string) => ({
    type: 'view_submission',
    user: { id: 'U1' },
    trigger_id: '1.2.abc',
    view: { id: 'V1', private_metadata: metadata, state: { values: { calls: {} } } },
  })

  it('is known by what we put into it', () => {
    const metadata = { form: 'report', value: 'round-1', channelId: 'C1' }
    expect(decodeSubmission(sent(JSON.stringify(metadata)))).toEqual({
      kind: 'submission',
      who: 'U1',
      place: { kind: 'group', channelId: 'C1' },
      eventId: 't:1.2.abc',
      triggerId: '1.2.abc',
      viewId: 'V1',
      metadata,
      state: { values: { calls: {} } },
    })
  })

  it('belongs to no group when it was opened in private', () => {
    expect(decodeSubmission(sent('{"form":"report"}'))).toMatchObject({ place: { kind: 'direct' } })
    expect(decodeSubmission(sent('{"form":"report","channelId":"D1"}'))).toMatchObject({ place: { kind: 'direct' } })
  })

  it.each(['', 'not json', '[]', '{"value":"x"}', 'null'])('of somebody else is ignored: %s', metadata => {
    expect(decodeSubmission(sent(metadata)).kind).toBe('ignored')
  })
})

describe('a shortcut', () => {
  const used = {
    type: 'message_action',
    user: { id: 'U1' },
    trigger_id: '1.2.abc',
    callback_id: 'blocker',
    channel: { id: 'C1', name: 'sales' },
    message_ts: '1700000000.000100',
    message: { type: 'message', user: 'U2', text: '样品 &lt;未到&gt;', ts: '1700000000.000100' },
  }

  it('on a message brings the message along', () => {
    const names = { person: (id: string) => (id === 'U2' ? '李四' : null), channel: () => null }
    expect(decodeShortcut(used, me, names)).toEqual({
      kind: 'message-shortcut',
      who: 'U1',
      place: { kind: 'group', channelId: 'C1' },
      eventId: 't:1.2.abc',
      triggerId: '1.2.abc',
      channelId: 'C1',
      callbackId: 'blocker',
      quote: { text: '样品 <未到>', author: '李四' },
    })
  })

  it('without a message is none of ours', () => {
    const { channel: _, message: __, ...global } = { ...used, type: 'shortcut' }
    expect(decodeShortcut(global, me)).toMatchObject({ kind: 'ignored' })
  })
})
