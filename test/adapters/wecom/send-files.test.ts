import { describe, expect, it } from 'vitest'
import { text } from '../../../src/content/build.ts'
import type { KeptFile } from '../../../src/platform/files.ts'
import { li, openSender, sales } from './sending.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const xlsx: KeptFile = { bytes: Buffer.alloc(600_000, 7), filename: '第47周.xlsx', type }
const week = [text('本周总结'), { b: 'file', ref: 'week', name: '第47周.xlsx', alt: '再要一份：/总结 xlsx' }] as const
const words = /^\w+ markdown\w* 本周总结[\s\S]*第47周[\s\S]*\/总结 xlsx/

describe('a file', () => {
  it.each([
    ['a group by its webhook', sales, {}, 'webhook', null],
    ['a group by the bot', sales, { webhook: false, app: false }, 'bot', sales],
    ['a person by the app', li, {}, 'app', null],
    ['a person by the bot', li, { webhook: false, app: false }, 'bot', li],
  ] as const)('goes to %s, after the words that say what it is', async (_, address, lanes, via, spoken) => {
    const { wecom, say, seen, talked, files } = await openSender(lanes)
    files.set('week', xlsx)
    if (spoken !== null) await talked(spoken)
    await say(address, week)
    await say(address, week)
    expect(seen(address)).toEqual([
      expect.stringMatching(words),
      `${via} file 第47周.xlsx`,
      expect.stringMatching(words),
      `${via} file 第47周.xlsx`,
    ])
    const all = address.kind === 'group' ? wecom.messages('wrSALEs') : wecom.directMessages('li')
    const [first, again] = all.filter(({ kind }) => kind === 'file')
    expect(Buffer.from(wecom.media(first?.media ?? '')).equals(Buffer.from(xlsx.bytes))).toBe(true)
    // Uploaded once.
    expect(again?.media).toBe(first?.media)
  })

  it.each([
    ['the webhook', sales, {}],
    ['the bot', sales, { webhook: false, app: false }],
    ['the app', li, {}],
  ] as const)(
    'that a person made goes by %s whatever its ending, and as large as WeCom takes it',
    async (_, address, lanes) => {
      const { wecom, say, talked, files } = await openSender(lanes)
      if (lanes !== undefined && 'webhook' in lanes) await talked(sales)
      const made = ['合同 v2（终稿）.tar.gz', 'README', '录音.amr', "a;b'c&d.pdf"].map(
        (filename, at): KeptFile => ({
          ...{ filename, type: 'application/octet-stream' },
          bytes: Buffer.alloc(at === 0 ? 20 * 1024 * 1024 : 100, at),
        }),
      )
      for (const file of made) {
        files.set(file.filename, file)
        await say(address, [{ b: 'file', ref: file.filename, name: file.filename, alt: '文件' }])
      }
      const all = address.kind === 'group' ? wecom.messages('wrSALEs') : wecom.directMessages('li')
      const there = all.filter(({ kind }) => kind === 'file')
      expect(there.map(({ visible }) => visible.text)).toEqual(made.map(({ filename }) => filename))
      expect(there.map(({ media }) => wecom.media(media ?? '').length)).toEqual(
        made.map(({ bytes }) => bytes.byteLength),
      )
    },
  )

  it.each([
    ['is not kept any more', new Map<string, KeptFile>()],
    ['is too large', new Map([['week', { ...xlsx, bytes: new Uint8Array(20 * 1024 * 1024 + 1) }]])],
  ])('that %s leaves its words', async (_, kept) => {
    const { say, seen, files, warnings } = await openSender()
    for (const [ref, file] of kept) files.set(ref, file)
    await say(sales, week)
    expect(seen(sales)).toEqual([expect.stringMatching(words)])
    expect(warnings).toHaveLength(1)
  })

  it('whose upload fails is tried again, and the words before it are not said again', async () => {
    const { wecom, say, seen, files, newKey } = await openSender()
    files.set('week', xlsx)
    wecom.failNext('/cgi-bin/webhook/upload_media', { status: 502 })
    const key = newKey()
    await expect(say(sales, week, { key })).rejects.toMatchObject({ kind: 'unavailable' })
    await say(sales, week, { key })
    expect(seen(sales)).toEqual([expect.stringMatching(words), 'webhook file 第47周.xlsx'])
  })
})
