import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCard } from '../../../adapters/dingtalk/decode/card.ts'
import { decodeRobot } from '../../../adapters/dingtalk/decode/robot.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { spoil } from '../spoil.ts'
import { samplesOf, withinFrames } from './sample-files.ts'

const all = [...samplesOf('bot-message'), ...samplesOf('card-callback'), ...withinFrames()]

function decodings(json: unknown) {
  return [decodeRobot(json, 'frame1'), decodeCard(json, 'frame1')]
}

/** What a sample leads to, in a word or two. */
function outcome(json: unknown): string {
  const read = decodings(json).find(({ kind }) => kind !== 'ignored')
  if (read === undefined || read.kind === 'ignored') return 'ignored'
  const { body } = read.event
  return body.kind === 'unreadable' ? `unreadable: ${body.what}` : body.kind
}

function faultsOf(json: unknown): unknown[] {
  return decodings(json).flatMap(read => {
    if (read.kind === 'ignored') return []
    return inboundEventSchema.safeParse(read.event).error ?? []
  })
}

describe('what DingTalk really sends', () => {
  it('is heard where people did something, and everything else passes quietly', () => {
    const outcomes = Object.groupBy(all, ({ json }) => outcome(json))
    const named = Object.entries(outcomes).map(
      ([key, of = []]) => [key, of.map(({ name }) => name.split('/')[1])] as const,
    )
    expect(Object.fromEntries(named.filter(([key]) => key !== 'message'))).toEqual({
      action: ['action-1', 'callback-card'],
      ignored: [
        'text-1',
        'EVENT-dingTalk-1',
        'system-connected',
        'system-disconnect',
        'system-keepalive',
        'system-ping',
        'system-registered',
      ],
      file: ['file-single-1', 'file-single-2'],
      'unreadable: picture': ['picture-single-1'],
      'unreadable: other': [
        'chatRecord-single-1',
        'chatRecord-single-2',
        'interactiveCard-single-1',
        'interactiveCard-single-2',
        'unknownMsgType-single-1',
      ],
      'unreadable: video': ['video-single-1'],
    })
    expect(outcomes['message']?.length).toBe(24)
  })

  it('is read by one reader at most, as an event that the house takes', () => {
    for (const { json } of all) {
      expect(decodings(json).filter(({ kind }) => kind !== 'ignored').length).toBeLessThan(2)
      expect(faultsOf(json)).toEqual([])
    }
  })
})

describe('what nobody should send', () => {
  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => {
        expect(outcome(json)).toBe('ignored')
      }),
    )
  })

  it('never throws and never makes an event that the house refuses, whichever field of a sample is spoilt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.jsonValue(), ({ json }, at, junk) => {
        expect(faultsOf(spoil(json, { at, junk }))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('is dropped when it is larger than any message', () => {
    const text = { content: '报'.repeat(1_000_000) }
    const said = { msgtype: 'text', text, conversationId: 'c', conversationType: '1', senderId: 's' }
    expect(decodeRobot(said, 'frame1')).toEqual({ kind: 'ignored', why: 'malformed' })
  })
})
