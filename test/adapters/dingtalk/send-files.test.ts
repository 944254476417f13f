import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { text } from '../../../src/content/build.ts'
import type { KeptFile } from '../../../src/platform/files.ts'
import { mortal } from '../mortal.ts'
import { drawn, failsAs, openSending, outgoing, withLi } from './sending.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const xlsx: KeptFile = { bytes: new Uint8Array(100).fill(7), filename: '第47周.xlsx', type }
const files = new Map([['week', xlsx]])
const week = drawn(text('本周总结'), { b: 'file', ref: 'week', name: '第47周.xlsx', alt: '再要一份：/总结 xlsx' })

type Scene = Awaited<ReturnType<typeof openSending>>
const inGroup = ({ dingtalk }: Scene) => dingtalk.messages('cidSales==').filter(({ fromBot }) => fromBot)
const kindsIn = (scene: Scene) => inGroup(scene).map(({ kind }) => kind)

describe('a file', () => {
  it('is sent by the robot before the words that say what it is, to a group and to a person', async () => {
    const scene = await openSending({ files })
    await scene.sender.send(outgoing(week, 'digest'))
    await scene.sender.send(outgoing(week, 'digest', withLi))
    for (const [file, words] of [inGroup(scene), scene.dingtalk.directMessages('li01')]) {
      expect(file).toMatchObject({ kind: 'sampleFile', title: '第47周.xlsx' })
      expect(scene.dingtalk.media(file?.media ?? '')).toEqual(xlsx.bytes)
      expect(words?.text).toMatch(/第47周.xlsx[\s\S]*\/总结 xlsx/)
    }
    // Both by one upload.
    expect(scene.paths().filter(path => path === 'media/upload')).toHaveLength(1)
  })

  it.each(['名单.csv', '方案.pptx', '海报.PNG', 'readme', '.env', '第1.2版'])(
    'of a kind that no robot may send, such as %s, is sent within an archive, by whose name the words call it',
    async filename => {
      const scene = await openSending({ files: new Map([['it', { ...xlsx, filename }]]) })
      const block = { b: 'file', ref: 'it', name: filename, alt: '私聊我：/通知 1 文件' } as const
      await scene.sender.send(outgoing(drawn(block), 'digest'))
      const [file, words] = inGroup(scene)
      expect(file).toMatchObject({ kind: 'sampleFile', title: `${filename}.zip` })
      expect(unzipSync(scene.dingtalk.media(file?.media ?? ''))).toEqual({ [filename]: xlsx.bytes })
      expect(scene.dingtalk.visibleText(words ?? { text: '' }).text).toContain(`${filename}.zip`)
    },
  )

  it.each(['合同.PDF', '报价.rar', '方案.v2.docx', '旧版.doc', '全部.zip'])(
    'such as %s is sent as it is',
    async filename => {
      const scene = await openSending({ files: new Map([['it', { ...xlsx, filename }]]) })
      await scene.sender.send(outgoing(drawn({ b: 'file', ref: 'it', name: filename, alt: '文件' }), 'digest'))
      const [file] = inGroup(scene)
      expect(file).toMatchObject({ kind: 'sampleFile', title: filename })
      expect(scene.dingtalk.media(file?.media ?? '')).toEqual(xlsx.bytes)
    },
  )

  it('goes beside an answer by a session, which holds none', async () => {
    const scene = await openSending({ files })
    await scene.hears('li01', 'group')
    await scene.sender.send(outgoing(week))
    expect(scene.paths().slice(-3)).toEqual(['media/upload', 'robot/groupMessages/send', 'robot/sendBySession'])
  })

  it('is there once when the words after it fail and are sent again', async () => {
    const scene = await openSending({ files })
    const message = outgoing(drawn({ b: 'file', ref: 'week', name: 'w.xlsx', alt: '周' }), 'digest')
    await scene.hears('li01', 'group')
    scene.dingtalk.failNext('/robot/sendBySession', { status: 502 })
    const { progress, reborn } = mortal(0, 'before it is kept')
    await expect(scene.sender.send({ ...message, progress })).rejects.toBeDefined()
    await scene.sender.send({ ...message, progress: reborn() })
    expect(kindsIn(scene).filter(kind => kind === 'sampleFile')).toHaveLength(1)
  })

  it.each([
    [1, 'before it is kept', ['sampleFile', 'sampleMarkdown'], 'not said yet'],
    [1, 'when it is kept', ['sampleMarkdown'], 'not said yet'],
    [2, 'before it is kept', ['sampleFile', 'sampleMarkdown'], 'not said yet'],
    [2, 'when it is kept', ['sampleFile'], 'nobody knows'],
  ] as const)(
    'is there once, and so are its words, when a process dies at note %i, %s',
    async (nth, death, kinds, then) => {
      const scene = await openSending({ files })
      const message = outgoing(week, 'digest')
      const { progress, dead, reborn } = mortal(nth, death)
      void scene.sender.send({ ...message, progress })
      await dead
      const another = scene.startSender()
      const found = await another
        .find({ ...message, since: new Date(0), kept: reborn().kept })
        .catch(failsAs('unreachable'))
      expect(found).toBe(then === 'not said yet' ? null : true)
      if (found === null) await another.send({ ...message, progress: reborn() })
      expect(kindsIn(scene)).toEqual(kinds)
    },
  )

  it.each([
    ['is not kept any more', new Map<string, KeptFile>()],
    ['is empty', new Map([['week', { ...xlsx, bytes: new Uint8Array() }]])],
    ['is too large', new Map([['week', { ...xlsx, bytes: new Uint8Array(20 * 1_048_576 + 1) }]])],
    [
      'is too large for an archive around it',
      new Map([['week', { ...xlsx, filename: 'week.png', bytes: new Uint8Array(20 * 1_048_576) }]]),
    ],
  ])('that %s leaves its words', async (_, kept) => {
    const scene = await openSending({ files: kept })
    await scene.sender.send(outgoing(week, 'digest'))
    expect(kindsIn(scene)).toEqual(['sampleMarkdown'])
    expect(scene.paths()).toEqual(['robot/groupMessages/send'])
  })

  it('is left out when no metered call is left for it, so that an answer goes out all the same', async () => {
    const scene = await openSending({ files, monthlyCalls: 20 })
    scene.dingtalk.useCalls(20)
    await scene.hears('li01', 'group')
    await scene.sender.send(outgoing(week))
    expect(inGroup(scene).at(-1)?.text).toContain('/总结 xlsx')
  })

  it.each([{ status: 502 }, { errcode: -1 }, { drop: true }] as const)(
    'whose upload fails with %j is tried again, and nothing is said before',
    async failure => {
      const scene = await openSending({ files })
      scene.dingtalk.failNext('/media/upload', failure)
      const message = outgoing(week, 'digest')
      await expect(scene.sender.send(message)).rejects.toSatisfy(failsAs('unavailable'))
      expect(inGroup(scene)).toEqual([])
      await scene.sender.send(message)
      expect(kindsIn(scene)).toEqual(['sampleFile', 'sampleMarkdown'])
    },
  )
})
