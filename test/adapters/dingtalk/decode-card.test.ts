import { describe, expect, it } from 'vitest'
import { decodeCard } from '../../../adapters/dingtalk/decode/card.ts'

function press(privateData: unknown, changes: object = {}): object {
  return {
    type: 'actionCallback',
    outTrackId: 'card1',
    userId: 'li01',
    userIdType: 1,
    spaceType: 'IM_GROUP',
    spaceId: 'cidSALES==',
    content: JSON.stringify({ cardPrivateData: privateData }),
    ...changes,
  }
}

const decoded = (data: unknown) => decodeCard(data, 'frame1')

describe('a press on a card', () => {
  it('is an action by the id of its button', () => {
    expect(decoded(press({ actionIds: ['report'] }))).toEqual({
      kind: 'inbound',
      outTrackId: 'card1',
      event: {
        platform: 'dingtalk',
        eventId: 'frame1',
        place: { kind: 'group', channelId: 'cidSALES==' },
        author: { accountId: 'li01' },
        body: { kind: 'action', actionId: 'report' },
      },
    })
  })

  it('does what its parameters say, with its value and with what was filled in', () => {
    const params = {
      action: 'report',
      value: 'round1',
      visits: '3',
      calls: 20,
      done: true,
      who: ['a', 'b'],
      deep: { x: 1 },
    }
    expect(decoded(press({ actionIds: ['btn1'], params }))).toMatchObject({
      event: {
        body: {
          actionId: 'report',
          value: 'round1',
          values: { visits: '3', calls: '20', done: 'true', who: ['a', 'b'] },
        },
      },
    })
  })

  it('is read out of `value` where `content` says nothing', () => {
    const value = JSON.stringify({ cardPrivateData: { actionIds: ['report'] } })
    expect(decoded(press({}, { content: 'not JSON', value }))).toMatchObject({
      event: { body: { actionId: 'report' } },
    })
  })

  it.each([
    [{ spaceId: 'dtv1.card//IM_GROUP.cidSALES==' }, { kind: 'group', channelId: 'cidSALES==' }],
    [{ spaceType: 'IM_ROBOT', spaceId: 'cidLI==' }, { kind: 'direct' }],
    [{ spaceType: undefined }, { kind: 'direct' }],
    [{ spaceId: '' }, { kind: 'direct' }],
  ])('is where the card lies: %o', (changes, place) => {
    expect(decoded(press({ actionIds: ['report'] }, changes))).toMatchObject({ event: { place } })
  })

  it.each([
    press({}),
    press({ actionIds: [] }),
    press({ actionIds: ['report'] }, { content: undefined }),
    press({ actionIds: ['report'] }, { content: '[]' }),
    press({ actionIds: ['report'] }, { userId: '' }),
    press({ actionIds: ['report'] }, { userIdType: 2 }),
    press({ actionIds: ['report'] }, { outTrackId: undefined }),
    {},
    null,
  ])('is none when nobody pressed anything: %o', data => {
    expect(decoded(data).kind).toBe('ignored')
  })
})
