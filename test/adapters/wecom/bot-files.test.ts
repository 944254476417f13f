import { describe, expect, it } from 'vitest'
import { isFileAddress } from '../../../adapters/wecom/bot/file-address.ts'
import { mostFileBytes } from '../../../src/platform/files.ts'
import { openListening, until } from './open-bot.ts'

const bytes = Buffer.from('%PDF-1.7 what nobody opens')
const file = { kind: 'file', name: '报价 1.pdf', bytes } as const

describe('a file that somebody hands to the bot alone', () => {
  it('is fetched, opened and kept before the house hears of it', async () => {
    const { wecom, heard, files, house } = await openListening()
    let keptBefore = 0
    house.intake = async () => {
      keptBefore = files.length
    }
    const { msgId } = await wecom.sends('li', file)
    await until(() => heard.length === 1)
    expect(keptBefore).toBe(1)
    expect(files).toEqual([{ eventId: msgId, filename: '报价 1.pdf', bytes }])
    expect(heard[0]).toMatchObject({
      eventId: msgId,
      place: { kind: 'direct' },
      author: { accountId: 'li' },
      body: { kind: 'file', name: '报价 1.pdf', file: { kept: true, ref: 'file 1' } },
    })
  })

  it('is answered under it', async () => {
    const { wecom, heard, lane } = await openListening()
    const { reqId } = await wecom.sends('li', file)
    await until(() => heard.length === 1)
    expect(lane.takeCall({ kind: 'direct', id: 'li' }, 'zh')).toBe(reqId)
  })

  it('of 20 MB is taken, and of one byte more is not', async () => {
    const { wecom, heard, files } = await openListening()
    await wecom.sends('li', { ...file, bytes: Buffer.alloc(mostFileBytes, 7) })
    await until(() => heard.length === 1)
    await wecom.sends('wang', { ...file, bytes: Buffer.alloc(mostFileBytes + 1, 7) })
    await until(() => heard.length === 2)
    expect(files.map(each => each.bytes.byteLength)).toEqual([mostFileBytes])
    expect(heard[1]?.body).toEqual({ kind: 'file', name: '报价 1.pdf', file: { kept: false, why: 'too-large' } })
  })

  it.each(['expired', 'another key', 'elsewhere'] as const)('is not given where it is %s', async odd => {
    const { wecom, heard, files, linesFrom, lines } = await openListening()
    await wecom.sends('li', { ...file, odd })
    await until(() => heard.length === 1)
    expect(heard[0]?.body).toMatchObject({ kind: 'file', file: { kept: false, why: 'not-given' } })
    expect(files).toEqual([])
    expect(linesFrom(40)).not.toEqual([])
    expect(lines.join('')).not.toMatch(/\/files\/|报价/)
    if (odd === 'elsewhere') expect(wecom.calls.map(({ name }) => name)).toEqual(['aibot_subscribe'])
  })

  it.each([{ status: 404 }, { status: 500 }, { drop: true }] as const)(
    'is not given where WeCom has %j',
    async failure => {
      const { wecom, heard } = await openListening()
      wecom.failNext('/files/', failure)
      await wecom.sends('li', file)
      await until(() => heard.length === 1)
      expect(heard[0]?.body).toEqual({ kind: 'file', name: 'file', file: { kept: false, why: 'not-given' } })
    },
  )

  it('without a name has one', async () => {
    const { wecom, heard, files } = await openListening()
    await wecom.sends('li', { ...file, odd: 'nameless' })
    await until(() => heard.length === 1)
    expect(files).toMatchObject([{ filename: 'file', bytes }])
  })

  it('is fetched again where the house could not keep it', async () => {
    const { wecom, heard, files, house } = await openListening()
    const { keepFile } = house
    house.keepFile = async () => {
      house.keepFile = keepFile
      throw new Error('no database')
    }
    await wecom.sends('li', file)
    await until(() => heard.length === 1)
    expect(files).toHaveLength(1)
    expect(heard[0]?.body).toMatchObject({ kind: 'file', file: { kept: true } })
  })

  it('that is slow keeps nobody else waiting, but what its person says next comes after it', async () => {
    const { wecom, heard, texts } = await openListening()
    wecom.lendsAfter(300)
    await wecom.sends('li', file)
    await wecom.tellsBot('li', '/通知 请看 文件=上一个')
    await wecom.says('li', 'wrSALEs', '@领头羊 你好')
    await wecom.tellsBot('wang', '日报')
    await until(() => heard.length === 1)
    expect(texts()).toEqual(['日报'])
    await until(() => heard.length === 4)
    expect(texts()).toEqual(['日报', 'file', '/通知 请看 文件=上一个', '你好'])
    expect(wecom.subscribed).toBe(true)
  })

  it('that never comes is given up when we leave, and the house hears of it', async () => {
    const { wecom, heard, stop, isOver, linesFrom } = await openListening()
    wecom.failNext('/files/', { hang: true })
    await wecom.sends('li', file)
    await until(() => wecom.calls.some(({ name }) => name.startsWith('/files/')))
    stop.abort()
    await until(isOver)
    expect(heard[0]?.body).toMatchObject({ kind: 'file', file: { kept: false, why: 'not-given' } })
    expect(linesFrom(50)).toEqual([])
  })
})

describe('an address of a file', () => {
  const public_ = 'wss://openws.work.weixin.qq.com'

  it.each([
    ['https://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/BHoPdA3/7571665296904772241?sign=x', public_],
    ['https://wework.qpic.qq.com/x', public_],
    ['https://openws.work.weixin.qq.com/x', public_],
    ['https://wecom.intra.example/x', 'wss://wecom.intra.example:8443/ws'],
    ['http://127.0.0.1:1/files/x', 'ws://127.0.0.1:1'],
  ])('may be %s', (url, wsUrl) => {
    expect(isFileAddress(url, wsUrl)).toBe(true)
  })

  it.each([
    ['http://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/x', public_],
    ['https://myqcloud.com.example/x', public_],
    ['https://notqq.com/x', public_],
    ['https://169.254.169.254/latest/meta-data', public_],
    ['http://127.0.0.1:5432/', public_],
    ['https://localhost/', public_],
    ['http://wecom.intra.example/x', 'ws://wecom.intra.example'],
    ['file:///etc/passwd', public_],
    ['data:text/plain,x', public_],
    ['words', public_],
  ])('is never %s', (url, wsUrl) => {
    expect(isFileAddress(url, wsUrl)).toBe(false)
  })
})
