import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEvent } from '../../../adapters/slack/decode/event.ts'
import { decodePress, decodeShortcut, decodeSubmission } from '../../../adapters/slack/decode/interaction.ts'
import { decodeSlash } from '../../../adapters/slack/decode/slash.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { spoil } from '../spoil.ts'
import { inEnvelope, type Sample, samplesOf } from './sample-files.ts'

const me = { userId: 'UBOT', botId: 'BBOT', teamId: 'T111' }

const enveloped = samplesOf('events', 'events_message')
const bare = samplesOf('bare_events').map(({ name, json }) => ({ name, json: inEnvelope(json) }))
const shapes = samplesOf('shapes').map(({ name, json }) => ({ name, json: { ...Object(json), event_id: 'Ev1' } }))
const calls = samplesOf('interactive', 'slash_commands')
const strays = samplesOf('other', 'socket_mode')
const all = [...enveloped, ...bare, ...shapes, ...calls, ...strays]

function decodings(json: unknown) {
  return [
    decodeEvent(json, me),
    decodeSlash(json, { me, prefix: 'bw' }),
    decodePress(json),
    decodeSubmission(json),
    decodeShortcut(json, me),
  ]
}

/** What the house would be told. */
function eventsOf(read: ReturnType<typeof decodings>[number]): readonly unknown[] {
  if (read.kind !== 'handed') return 'event' in read ? [read.event] : []
  const file = { kept: true, ref: 'r' }
  return [
    ...read.files.map(({ event, name }) => ({ ...event, body: { kind: 'file', name, file } })),
    ...(read.said ? [read.said] : []),
  ]
}

/** What a sample leads to, in a word or two. */
function outcome(json: unknown): string {
  const read = decodings(json).find(({ kind }) => kind !== 'ignored')
  if (read === undefined) return 'ignored'
  return read.kind === 'inbound' ? read.event.body.kind : read.kind
}

/** How often each outcome comes of these samples, by the name of the sample without its number. */
function outcomes(samples: readonly Sample[]): Record<string, string> {
  const found = Object.groupBy(samples, ({ name }) => name.replace(/^\w+\/|-(\d+|derived)$/g, ''))
  const rows = Object.entries(found).map(([kind, of = []]) => [kind, of.map(({ json }) => outcome(json))] as const)
  const heard = rows.filter(([, each]) => each.some(one => one !== 'ignored'))
  return Object.fromEntries(heard.map(([kind, each]) => [kind, [...new Set(each)].toSorted().join(', ')]))
}

describe('what Slack really sends', () => {
  it('is there in every kind', () => {
    expect(all.length).toBeGreaterThan(300)
  })

  it('is read by one reader at most, as an event that the house takes', () => {
    const faults = all.filter(({ json }) => {
      const read = decodings(json).filter(({ kind }) => kind !== 'ignored')
      return read.length > 1 || read.flatMap(eventsOf).some(event => !inboundEventSchema.safeParse(event).success)
    })
    expect(faults.map(({ name }) => name)).toEqual([])
  })

  it('is heard where people did something, and everything else passes quietly: events in their envelope', () => {
    expect(outcomes(enveloped)).toEqual({
      app_home_opened: 'home, ignored',
      app_mention: 'ignored, message',
      app_uninstalled: 'ended',
      member_joined_channel: 'ignored, joined',
      member_left_channel: 'ignored, left',
      'message.channel': 'ignored, message',
      'message.file_share': 'ignored, message',
      'message.group': 'message',
      'message.im': 'message',
      'message.message_changed': 'ignored, message',
      'message.mpim': 'message',
      'message.plain': 'ignored, message',
      'message.thread_broadcast': 'message',
      team_join: 'learn',
      tokens_revoked: 'ended, ignored',
    })
  })

  it('is heard where people did something, and everything else passes quietly: events without envelope', () => {
    expect(outcomes(bare)).toEqual({
      app_home_opened: 'home, ignored',
      app_mention: 'ignored, message',
      channel_archive: 'learn',
      channel_id_changed: 'learn',
      channel_rename: 'ignored, learn',
      member_joined_channel: 'joined',
      member_left_channel: 'left',
      'message.file_share': 'handed, message',
      'message.me_message': 'message',
      'message.message_changed': 'ignored, message',
      'message.plain': 'message',
      'message.thread_broadcast': 'ignored, message',
      tokens_revoked: 'ended',
      user_change: 'profile',
      user_profile_changed: 'profile',
      user_status_changed: 'profile',
    })
  })

  it('passes quietly when all its fields are empty', () => {
    expect(outcomes(shapes)).toEqual({ AppUninstalledPayload: 'ended', TokensRevokedPayload: 'ended' })
  })

  it('is heard where people did something, and everything else passes quietly: calls', () => {
    expect(outcomes(calls)).toEqual({
      block_actions: 'ignored, press',
      message_action: 'message-shortcut',
      slash_command: 'slash',
    })
  })

  it('is heard out of the frames of a socket as anywhere', () => {
    const frames = samplesOf('socket_mode').map(({ name, json }) => ({ name, json: Object(json).payload }))
    expect(outcomes(frames)).toEqual({
      events_api: 'ignored, message',
      interactive: 'ignored, press',
      slash_commands: 'slash',
    })
  })
})

describe('what nobody should send', () => {
  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => {
        expect(decodings(json).every(({ kind }) => kind === 'ignored')).toBe(true)
      }),
    )
  })

  it('never throws and never makes an event that the house refuses, whichever field of a sample is spoilt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.jsonValue(), (sample, at, junk) => {
        const spoilt = spoil(sample.json, { at, junk })
        for (const read of decodings(spoilt)) {
          for (const event of eventsOf(read)) expect(inboundEventSchema.safeParse(event).error).toBeUndefined()
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('is dropped when it is larger than any message', () => {
    const event = { type: 'message', channel: 'C1', user: 'U1', ts: '1700000000.000001', text: '报'.repeat(1_000_000) }
    expect(decodeEvent(inEnvelope(event), me)).toEqual({ kind: 'ignored', why: 'not a message of a person' })
  })
})
