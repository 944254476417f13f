import { describe, expect, it } from 'vitest'
import { createMeter } from '../../../adapters/wecom/lanes/meter.ts'
import { createMedia } from '../../../adapters/wecom/send/media.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import { text } from '../../../src/content/build.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { chart, li, openSender, sales } from './sending.ts'

describe('a picture', () => {
  it('is uploaded once for each lane that takes uploads, and shown by it', async () => {
    const { wecom, say, seen, talked, pictures } = await openSender({ app: false, webhook: false })
    pictures.set('chart', chart)
    await talked(sales)
    const blocks = [text('走势'), { b: 'image', ref: 'chart', alt: '电话 20' } as const]
    await say(sales, blocks)
    await say(sales, blocks)
    expect(seen(sales)).toEqual(['bot markdown 走势', 'bot image', 'bot markdown 走势', 'bot image'])
    expect(wecom.calls.filter(({ name }) => name === 'aibot_upload_media_finish')).toHaveLength(1)
    const shown = wecom.messages('wrSALEs').findLast(({ kind }) => kind === 'image')
    expect(Buffer.from(wecom.media(shown?.media ?? ''))).toEqual(Buffer.from(chart.bytes))
  })

  it('goes to a person by the app', async () => {
    const { say, seen, pictures } = await openSender()
    pictures.set('chart', chart)
    await say(li, [{ b: 'image', ref: 'chart', alt: '电话 20' }])
    expect(seen(li)).toEqual(['app image'])
  })

  it('is uploaded again before WeCom forgets it', async () => {
    const clock = new MovableClock({ frozenAt: new Date('2026-11-20T09:00:00Z') })
    let uploads = 0
    const media = createMedia({
      pictures: async () => chart,
      files: async () => null,
      uploadTo: null,
      uploads: { bot: async () => `media-${uploads++}`, app: null },
      clock,
      log: createLog('silent'),
    })
    expect([await media.mediaId('bot', 'chart'), await media.mediaId('bot', 'chart')]).toEqual(['media-0', 'media-0'])
    clock.moveTo(new Date('2026-11-22T09:00:00Z'))
    expect(await media.mediaId('bot', 'chart')).toBe('media-1')
  })

  it('may be uploaded twice, so an upload of which nobody knows is tried again', async () => {
    const media = createMedia({
      pictures: async () => chart,
      files: async () => null,
      uploadTo: null,
      uploads: { bot: () => Promise.reject(new PlatformError('uncertain', 'upload: no answer')), app: null },
      clock: new MovableClock(),
      log: createLog('silent'),
    })
    await expect(media.mediaId('bot', 'chart')).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('an upload that takes long', () => {
  function openMedia() {
    const asked: PromiseWithResolvers<string>[] = []
    const bot = () => {
      const upload = Promise.withResolvers<string>()
      asked.push(upload)
      return upload.promise
    }
    const parts = { pictures: async () => chart, files: async () => null, uploadTo: null, uploads: { bot, app: null } }
    const lines: string[] = []
    const log = createLog('info', { write: line => lines.push(line) })
    return { asked, lines, media: createMedia({ ...parts, clock: new MovableClock(), log, goMs: 10 }) }
  }
  const notYet = { kind: 'unavailable', retryAfterMs: 5_000 }

  it('goes on while its message waits for its next try, and is begun once', async () => {
    const { asked, media } = openMedia()
    await expect(media.mediaId('bot', 'chart')).rejects.toMatchObject(notYet)
    await expect(media.mediaId('bot', 'chart')).rejects.toMatchObject(notYet)
    asked[0]?.resolve('media-0')
    expect(await media.mediaId('bot', 'chart')).toBe('media-0')
    expect(asked).toHaveLength(1)
  })

  it('is begun anew where it failed while nobody waited', async () => {
    const { asked, media, lines } = openMedia()
    await expect(media.mediaId('bot', 'chart')).rejects.toMatchObject(notYet)
    asked[0]?.reject(new PlatformError('unavailable', 'upload: no answer'))
    await new Promise(resolve => setTimeout(resolve, 0))
    await expect(media.mediaId('bot', 'chart')).rejects.toMatchObject(notYet)
    asked[1]?.resolve('media-1')
    expect(await media.mediaId('bot', 'chart')).toBe('media-1')
    expect(lines).toEqual([expect.stringContaining('an upload to wecom did not succeed')])
  })
})

describe('what goes out in one chat', () => {
  it('is never more than WeCom allows, by the minute and by the hour', () => {
    let now = 0
    const meter = createMeter(() => now)
    const passed: number[] = []
    for (; now < 7_200_000; now += 1_000) {
      try {
        meter.spend('bot', 'wrSALEs')
        passed.push(now)
      } catch (error) {
        if (!(error instanceof PlatformError) || error.kind !== 'rate-limited') throw error
        expect(error.retryAfterMs).toBeGreaterThan(0)
      }
    }
    const most = (ms: number) =>
      Math.max(...passed.map(from => passed.filter(at => at >= from && at < from + ms).length))
    // Two seconds more than WeCom counts, since not all are under way for the same time.
    expect(most(62_000)).toBe(28)
    expect(most(3_602_000)).toBe(950)
  })

  it('counts for that chat alone, and there is room when it says so', () => {
    let now = 0
    const meter = createMeter(() => now)
    for (let n = 0; n < 28; n++) meter.spend('bot', 'a')
    meter.spend('bot', 'b')
    meter.spend('app', 'a')
    now = 61_999
    expect(() => meter.spend('bot', 'a')).toThrow(expect.objectContaining({ retryAfterMs: 1 }))
    now = 62_000
    expect(() => meter.spend('bot', 'a')).not.toThrow()
  })
})
