import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAppLane } from '../../../adapters/wecom/app/lane.ts'
import type { AppMessage } from '../../../adapters/wecom/lanes/lane.ts'
import { systemClock } from '../../../src/base/clock.ts'
import type { Picture } from '../../../src/platform/pictures.ts'
import { failureOf, later, openLanes, patience } from './lanes-open.ts'

const words = (content: string): AppMessage => ({ msgtype: 'text', text: { content } })
const send = '/cgi-bin/message/send'

const card = (task: string): AppMessage => ({
  msgtype: 'template_card',
  template_card: {
    card_type: 'button_interaction',
    main_title: { title: '日报' },
    button_list: [{ text: '修改', key: 'do:edit' }],
    task_id: task,
  },
})

function picture(bytes: number): Picture {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(bytes - 8)])
  return { bytes: png, filename: '榜单.png', type: 'image/png' }
}

type Lanes = Awaited<ReturnType<typeof openLanes>>
const read = ({ wecom }: Lanes, of = 'LiNa') => wecom.directMessages(of).map(({ visible }) => visible.text)

describe('a direct message of the app', () => {
  it('is read by one person alone, as text, as markdown or as a card', async () => {
    const lanes = await openLanes()
    await lanes.app.send('LiNa', words('还没交日报'), 'd1:0')
    await lanes.app.send('LiNa', { msgtype: 'markdown', markdown: { content: '**排名** 第 1' } }, 'd2:0')
    const { responseCode } = await lanes.app.send('LiNa', card('d3@0@0'), 'd3:0')
    expect(read(lanes).slice(0, 2)).toEqual(['还没交日报', '排名 第 1'])
    expect(lanes.wecom.directMessages('LiNa')[2]?.buttons).toHaveLength(1)
    expect(responseCode).toBeTypeOf('string')
    expect(read(lanes, 'wang')).toEqual([])
  })

  it('shows a picture that was uploaded', async () => {
    const { app, wecom } = await openLanes()
    const shown = picture(30_000)
    const id = await app.upload(shown, 'image')
    await app.send('LiNa', { msgtype: 'image', image: { media_id: id } }, 'd1:0')
    const [message] = wecom.directMessages('LiNa')
    expect(message?.kind).toBe('image')
    expect(Buffer.from(wecom.media(message?.media ?? ''))).toEqual(shown.bytes)
  })

  it('is recalled within a day, and not later', async () => {
    const lanes = await openLanes()
    const { app, clock } = lanes
    const first = await app.send('LiNa', words('错了'), 'd1:0')
    const second = await app.send('LiNa', words('也错了'), 'd2:0')
    await app.recall(first.messageId)
    expect(read(lanes)).toEqual(['也错了'])
    later(clock, 25 * 3_600_000)
    await expect(app.recall(second.messageId)).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(app.recall('')).rejects.toMatchObject({ kind: 'unreachable' })
    expect(read(lanes)).toEqual(['也错了'])
  })

  it.each([
    ['who has left', 'wang'],
    ['whom the app may not see', 'zhao'],
    ['who never was there', 'nobody'],
    ['that are several', 'LiNa|wang'],
    ['that is everybody', '@all'],
  ])('to somebody %s is unreachable', async (_, userId) => {
    const lanes = await openLanes()
    lanes.wecom.leaves('wang')
    lanes.wecom.addPerson({ userId: 'zhao', visible: false })
    await expect(lanes.app.send(userId, words('日报'), 'd1:0')).rejects.toMatchObject({ kind: 'unreachable' })
    expect(read(lanes)).toEqual([])
  })

  it.each(['invaliduser', 'unlicenseduser'])('whom WeCom names as %s in its success is unreachable', async field => {
    const client = { ask: async () => ({ errcode: 0, msgid: 'm', [field]: 'wang|LINA' }) }
    const app = createAppLane({ client, agentId: 1, clock: systemClock })
    await expect(app.send('LiNa', words('日报'), 'd1:0')).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(app.send('Li', words('日报'), 'd1:0')).resolves.toEqual({ messageId: 'm' })
  })
})

describe('a direct message of which nobody knows whether it arrived', () => {
  it.each([{ hang: true }, { drop: true }, { status: 504 }] as const)(
    'because of %j is read once when it is sent again',
    async failure => {
      const lanes = await openLanes(patience(failure))
      for (const afterEffect of [true, undefined] as const) {
        lanes.wecom.failNext(send, { ...failure, ...(afterEffect && { afterEffect }) })
        const key = afterEffect ? 'd1:0' : 'd2:0'
        const message = words(`日报 ${key}`)
        const error = await lanes.app.send('LiNa', message, key).catch((thrown: unknown) => thrown)
        expect(error).toMatchObject({ kind: 'unavailable', retryAfterMs: 5_000 })
        later(lanes.clock, 15_000)
        await lanes.app.send('LiNa', message, key)
      }
      expect(read(lanes)).toEqual(['日报 d1:0', '日报 d2:0'])
    },
  )

  it('is read once also as a card', async () => {
    const lanes = await openLanes()
    lanes.wecom.failNext(send, { drop: true, afterEffect: true })
    await expect(lanes.app.send('LiNa', card('d1@0@0'), 'd1:0')).rejects.toMatchObject({ kind: 'unavailable' })
    const { messageId } = await lanes.app.send('LiNa', card('d1@0@0'), 'd1:0')
    expect(lanes.wecom.directMessages('LiNa').map(({ id }) => id)).toEqual([messageId])
  })

  it('stays uncertain where another one just said the same, lest one of the two is swallowed', async () => {
    const lanes = await openLanes()
    await lanes.app.send('LiNa', words('已记录'), 'd1:0')
    await lanes.app.send('LiNa', words('已记录'), 'd2:0')
    expect(read(lanes)).toEqual(['已记录', '已记录'])
    lanes.wecom.failNext(send, { drop: true })
    const third = lanes.app.send('LiNa', words('已记录'), 'd3:0')
    await expect(third).rejects.toMatchObject({ kind: 'uncertain' })
    later(lanes.clock, 16 * 60_000)
    await lanes.app.send('LiNa', words('已记录'), 'd4:0')
    expect(read(lanes)).toEqual(['已记录', '已记录', '已记录'])
  })
})

describe('a picture', () => {
  it.each([{ hang: true }, { drop: true }, { status: 500 }, { errcode: -1 }] as const)(
    'whose upload meets %j may be uploaded again: nobody sees it',
    async failure => {
      const { app, wecom } = await openLanes(patience(failure))
      wecom.failNext('/cgi-bin/media/upload', failure)
      await expect(app.upload(picture(100), 'image')).rejects.toMatchObject({ kind: 'unavailable' })
    },
  )

  it('of more than 10 MB is not even uploaded', async () => {
    const { app, called } = await openLanes()
    await app.upload(picture(10 * 1024 * 1024), 'image')
    await expect(app.upload(picture(10 * 1024 * 1024 + 1), 'image')).rejects.toMatchObject({ kind: 'rejected' })
    expect(called('media/upload')).toHaveLength(1)
  })
})

it('an error of the app tells nobody what was said', async () => {
  const { app, wecom } = await openLanes()
  for (const failure of [{ drop: true }, { errcode: 40058, errmsg: '日报 exceeds' }, { errcode: 45009 }] as const) {
    wecom.failNext(send, failure)
    const told = await failureOf(app.send('LiNa', words('日报 拜访3'), `${Object.keys(failure)}`))
    expect(told).toContain('message/send')
    expect(told).not.toContain('日报')
  }
})
