import { describe, expect, it } from 'vitest'
import { text } from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import type { Picture } from '../../../src/platform/pictures.ts'
import { drawn, failsAs, openSending, outgoing, withLi } from './sending.ts'

const picture = (bytes: number): Picture => ({
  bytes: new Uint8Array(bytes).fill(7),
  filename: 'chart.png',
  type: 'image/png',
})
const chart: Block = { b: 'image', ref: 'chart', alt: '每周电话 *图*' }
const withChart = drawn(text('看图'), chart)
const pictures = new Map([['chart', picture(100)]])
const upload = '/media/upload'

/** The picture that a message shows; null when it shows none. */
const mediaIn = (message: string | undefined) => /!\[[^\]]*\]\((@[^)]+)\)/.exec(message ?? '')?.[1] ?? null

describe('a picture', () => {
  it('stands within the message, by the robot and by a session, and is uploaded once', async () => {
    const { dingtalk, sender, hears, paths } = await openSending({ pictures })
    await sender.send(outgoing(withChart, 'digest'))
    await sender.send(outgoing(withChart, 'digest', withLi))
    await hears('li01', 'group')
    await sender.send(outgoing(withChart))
    expect(paths()).toEqual([
      'media/upload',
      'robot/groupMessages/send',
      'robot/oToMessages/batchSend',
      'robot/sendBySession',
    ])
    for (const shown of [...dingtalk.messages('cidSales=='), ...dingtalk.directMessages('li01')]) {
      if (!shown.fromBot) continue
      const media = mediaIn(shown.text)
      expect(media && dingtalk.media(media)).toEqual(pictures.get('chart')?.bytes)
      expect(dingtalk.visibleText(shown).text).toBe('看图\n\n每周电话 *图*')
    }
  })

  it('of ten megabytes goes; one larger than DingTalk takes is described and not even tried', async () => {
    const large = new Map([
      ['chart', picture(10 * 1_048_576)],
      ['huge', picture(20 * 1_048_576 + 1)],
    ])
    const { dingtalk, sender, paths } = await openSending({ pictures: large })
    await sender.send(outgoing(withChart, 'digest'))
    await sender.send(outgoing(drawn(text('看图'), { ...chart, ref: 'huge' }), 'digest'))
    const [shown, described] = dingtalk.messages('cidSales==').map(message => message.text)
    expect(dingtalk.media(mediaIn(shown) ?? '')).toHaveLength(10 * 1_048_576)
    expect(mediaIn(described)).toBeNull()
    expect(described).toContain('每周电话')
    expect(paths().filter(path => path === 'media/upload')).toHaveLength(1)
  })

  it.each([
    ['is not kept any more', new Map<string, Picture>(), null],
    ['is refused by DingTalk', pictures, { errcode: 40004 }],
    ['may not be uploaded', pictures, { errcode: 60011 }],
  ])('that %s is described', async (_, kept, failure) => {
    const { dingtalk, sender } = await openSending({ pictures: kept })
    if (failure !== null) dingtalk.failNext(upload, failure)
    await sender.send(outgoing(withChart, 'digest'))
    const [message] = dingtalk.messages('cidSales==')
    expect(message && dingtalk.visibleText(message)).toMatchObject({ text: '看图\n\n每周电话 *图*', links: [] })
  })

  it('is described when no metered call is left for it, so that an answer goes out all the same', async () => {
    const { dingtalk, sender, hears } = await openSending({ pictures, monthlyCalls: 20 })
    dingtalk.useCalls(20)
    await hears('li01', 'group')
    await sender.send(outgoing(withChart))
    expect(dingtalk.messages('cidSales==').at(-1)?.text).toContain('每周电话')
  })

  it.each([{ status: 502 }, { errcode: -1 }, { errcode: 90018 }, { drop: true }] as const)(
    'whose upload fails with %j is tried again, and nothing is said before',
    async failure => {
      const { dingtalk, sender } = await openSending({ pictures })
      dingtalk.failNext(upload, failure)
      const message = outgoing(withChart, 'digest')
      await expect(sender.send(message)).rejects.toSatisfy(
        error => failsAs('unavailable')(error) || failsAs('rate-limited')(error),
      )
      expect(dingtalk.messages('cidSales==')).toEqual([])
    },
  )
})
