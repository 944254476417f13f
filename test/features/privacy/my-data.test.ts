import { describe, expect, it } from 'vitest'
import { append } from '../../../src/audit/append.ts'
import { noteJoined } from '../../../src/audit/former.ts'
import { beginning } from '../../../src/audit/hash.ts'
import { verify } from '../../../src/audit/verify.ts'
import { newId } from '../../../src/base/ids.ts'
import { features } from '../../../src/features/index.ts'
import { noteRead } from '../../../src/features/privacy/note-read.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { at, stageDay } from '../nudges/stage.ts'
import { sharedStore } from '../reports/stage.ts'

const shared = sharedStore()
const people = [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' as const }]
const day = '2026-11-20'
const privacy = features.find(({ name }) => name === 'privacy')
const mydata = privacy?.commands?.find(({ name }) => name === 'mydata')

async function stage() {
  const staged = await stageDay(shared.store, people)
  async function asks(name: string, rest = '', lang: 'zh' | 'en' = 'zh', place: 'group' | 'direct' = 'direct') {
    if (!mydata || mydata.least === 'guest') throw new Error('no /mydata')
    const where = place === 'direct' ? { kind: place } : { kind: place, channelId: staged.channelId }
    return inTransaction(shared.store, async tx => {
      const { ctx, said } = makeContext(tx, { team: staged.team, actor: staged.who(name), place: where, lang })
      await mydata.run(ctx, rest)
      return said.map(saying => ({ ...saying, words: wordsOf(saying.content) }))
    })
  }
  return { ...staged, asks }
}

describe('/my data', () => {
  it('is a command of its own beside /my', () => {
    expect(mydata?.words).toContain('my data')
    expect(mydata?.words).toContain('我的数据')
  })

  it('tells how much of each thing is kept', async () => {
    const { types, asks } = await stage()
    await types('张三', 'plan 拜访3', '2026-11-19 08:40')
    await types('张三', 'report 拜访2 电话25', `${day} 18:00`)
    await types('张三', 'leave 11.25', `${day} 18:00`)
    const [data] = await asks('张三')
    expect(data?.words).toContain('计划和日报: 2 份 · 2026-11-19 – 2026-11-20')
    expect(data?.words).toContain('实绩（条数）: 拜访 1、电话 1')
    expect(data?.words).toContain('请假: 1 条')
    expect(data?.words).toContain('还没有人单独看过你的资料')
    expect((await asks('张三', '', 'en'))[0]?.words).toContain('Plans and reports: 2 · 2026-11-19')
  })

  it('is answered in the direct chat, also when it was asked in a group', async () => {
    const { asks, who } = await stage()
    const said = await asks('张三', '', 'zh', 'group')
    expect(said.map(({ to }) => to)).toEqual([{ person: who('张三').personId }, { reply: 'private' }])
    expect(said[1]?.words).toBe('这件事只在私聊里说，已发给你。')
  })

  it('tells who read a report or traced a figure, and nothing of one’s own looks', async () => {
    const { types, asks } = await stage()
    await types('张三', 'report 拜访2', `${day} 18:00`)
    await types('王经理', 'read 张三', `${day} 18:10`)
    await types('王经理', 'trace 张三 拜访 本周', `${day} 18:11`)
    await types('张三', 'trace 拜访 本周', `${day} 18:12`)
    const [data] = await asks('张三')
    expect(data?.words).toContain('别人看过我的什么（共 2 次）')
    expect(data?.words).toMatch(/2026-11-20 18:11 · 王经理 · .*实绩/)
    expect(data?.words).toMatch(/2026-11-20 18:10 · 王经理 · .*日报/)
    expect((await asks('李伟'))[0]?.words).not.toContain('王经理')
  })

  it('exports every record, and nobody else’s', async () => {
    const { types, asks } = await stage()
    await types('张三', 'report 拜访2 卡点：合同盖章', `${day} 18:00`)
    await types('李伟', 'report 电话7 卡点：客户出差', `${day} 18:00`)
    const [data] = await asks('张三', '导出')
    const [block] = data?.content.blocks ?? []
    if (block?.b !== 'file') throw new Error('no file')
    const file = await shared.store.prisma.file.findUniqueOrThrow({ where: { ref: block.ref } })
    expect(file).toMatchObject({ filename: expect.stringMatching(/^my-data-.*\.json$/), type: 'application/json' })
    const json = JSON.parse(new TextDecoder().decode(file.bytes ?? new Uint8Array()))
    expect(json.kept['计划和日报']).toMatchObject([{ date: day, values: { visits: 2 }, blockers: ['合同盖章'] }])
    expect(json.kept['实绩（条数）']).toMatchObject([{ metric: 'visits', value: 2, source: 'report' }])
    expect(JSON.stringify(json)).not.toContain('客户出差')
  })

  it.each(['张三', '全部', 'x'])('says what there is for “%s”', async rest => {
    const { asks } = await stage()
    await expect(asks('李伟', rest)).rejects.toMatchObject({ code: 'privacy.data-unclear' })
  })
})

describe('the audit', () => {
  it('goes with the transaction that shows what is looked at', async () => {
    const { team, who } = await stage()
    const about = who('张三').memberId
    const look = { by: who('王经理').personId, about, what: 'test.look', words: { zh: '试', en: 'try' } }
    const failing = inTransaction(shared.store, async tx => {
      const { ctx, noted } = makeContext(tx, { team, actor: null, place: null })
      await noteRead({ ...ctx, team }, look)
      await append(tx, noted)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await shared.store.prisma.audit.count({ where: { memberId: about } })).toBe(0)
    expect(await verify(shared.store, team.id)).toEqual({ last: beginning, erased: 0, fault: null })
  })

  it('holds after looks, and tells nobody what was no look', async () => {
    const { team, types, asks, who } = await stage()
    await types('张三', 'report 拜访2', `${day} 18:00`)
    await types('王经理', 'read 张三', `${day} 18:10`)
    const warned = { what: 'test.warned', words: { zh: '提醒了', en: 'warned' }, by: null }
    await inTransaction(shared.store, tx =>
      append(tx, [{ ...warned, teamId: team.id, about: who('张三').memberId, at: at(`${day} 18:20`) }]),
    )
    expect(await verify(shared.store, team.id)).toMatchObject({ last: { seq: 2 }, fault: null })
    expect((await asks('张三'))[0]?.words).toContain('（共 1 次）')
  })

  it('tells of looks by and at whoever has become one with another', async () => {
    const { team, asks, who } = await stage()
    const [before, other] = [newId(), newId()]
    const look = {
      what: 'test.look',
      words: { zh: '看了试卷', en: 'saw the test' },
      read: true,
      teamId: team.id,
    } as const
    await inTransaction(shared.store, async tx => {
      await append(tx, [{ ...look, by: other, about: before, at: at(`${day} 18:20`) }])
      await noteJoined(tx, { kept: before, gone: newId() })
      await noteJoined(tx, { kept: who('张三').memberId, gone: before })
      await noteJoined(tx, { kept: who('王经理').personId, gone: other })
    })
    expect((await asks('张三'))[0]?.words).toContain('18:20 · 王经理 · 看了试卷')
    expect(await verify(shared.store, team.id)).toMatchObject({ last: { seq: 1 }, fault: null })
  })
})
