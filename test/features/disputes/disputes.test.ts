import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Emission, Saying } from '../../../src/context.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { disputes } from '../../../src/features/disputes/feature.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const dispute = disputes.commands?.find(command => command.name === 'dispute')
const accept = disputes.actions?.find(action => action.id === 'disputes.accept')
const weekly = boards.jobs?.find(job => job.name === 'boards.weekly')
const revise = boards.reactions?.find(reaction => reaction.on === 'entries.corrected')
const direct = { place: { kind: 'direct' } } as const

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage() {
  const people = [
    { name: '李伟' },
    { name: '张三', lang: 'en' as const },
    { name: '赵六' },
    { name: '钱七' },
    { name: '王芳', role: 'manager' as const },
    { name: '孙总', role: 'manager' as const },
  ]
  const staged = await stageTeam(database.store, people)
  const reportId = newId()
  const now = new Date('2026-11-18T11:00:00Z')
  await staged.record('李伟', '2026-11-18', { calls: 20, visits: 2 }, { reportId, now })
  await staged.record('张三', '2026-11-18', { calls: 23 }, { reportId: newId(), now })
  await staged.record('赵六', '2026-11-18', { calls: 9 }, { reportId: newId(), now })

  async function inTeam(act: (ctx: ReturnType<typeof makeContext>['ctx']) => Promise<void>, at: Date) {
    return inTransaction(database.store, async tx => {
      const { ctx, said } = makeContext(tx, { team: staged.team, actor: null, place: null, now: at })
      await act(ctx)
      return said
    })
  }

  /** Posts the board of the week; answers what the group hears. */
  async function post() {
    const at = new Date('2026-11-20T09:00:00Z')
    const said = await inTeam(
      async ctx => weekly?.run({ ...ctx, team: staged.team }, { at, date: '2026-11-20', arg: '' }),
      at,
    )
    return said.filter(({ purpose }) => purpose === 'boards.weekly')
  }

  /** What the group hears after a correction. */
  async function react(emitted: readonly Emission[]): Promise<readonly Saying[]> {
    const said: Saying[] = []
    for (const { name, payload } of emitted)
      if (name === 'entries.corrected')
        said.push(...(await inTeam(async ctx => revise?.run({ ...ctx, team: staged.team }, payload), monday)))
    return said
  }

  return { ...staged, post, react, reportId }
}

const monday = new Date('2026-11-23T02:00:00Z')
const later = { ...direct, now: monday }

describe('/dispute', () => {
  it('asks each manager in private, with buttons and words, and tells the asker so', async () => {
    const { type, who } = await stage()
    const { said, words } = await type('李伟', dispute, '电话 11-18 应为25，漏了下午的', direct)
    expect(said.map(({ to }) => to)).toEqual([
      { person: who('王芳').personId },
      { person: who('孙总').personId },
      { reply: 'private' },
    ])
    expect(words[0]).toContain('异议 #1')
    expect(words[0]).toContain('数字: 电话 20 · 李伟 · 2026年11月18日')
    expect(words[0]).toContain('原因: 应为25,漏了下午的')
    expect(words[0]).toContain('[改为 25] /异议 接受 1')
    expect(words[0]).toContain('[驳回] /异议 驳回 1 原因')
    expect(words[2]).toContain('已私下问经理（异议 #1）')
    await expect(type('李伟', dispute, '电话 11-18 再问一次', direct)).rejects.toMatchObject({ code: 'dispute-asked' })
    expect((await type('王芳', dispute, '', direct)).words[0]).toContain('#1 电话 20 · 李伟')
    expect((await type('赵六', dispute, '', direct)).words[0]).toContain('没有')
  })

  it('is accepted at the press of a button: a new entry with the reason, and everybody concerned hears', async () => {
    const { type, press, who } = await stage()
    await type('李伟', dispute, '电话 11-18 应为25，漏了下午的', direct)
    const { said, words, emitted } = await press('王芳', accept, '1', later)
    expect(said.map(({ to }) => to)).toEqual([
      { person: who('李伟').personId },
      { person: who('王芳').personId },
      { person: who('孙总').personId },
      { reply: 'private' },
    ])
    expect(words[0]).toContain('你的异议 #1 已接受')
    expect(words[0]).toContain('王芳 已把 2026-11-18 更正为 25')
    expect(words[2]).toContain('王芳 已接受，2026-11-18 改为 25')
    expect(said[2]?.revises?.key).toBe(said[1]?.revises?.key.replace(who('王芳').memberId, who('孙总').memberId))
    expect(emitted.map(({ name }) => name)).toEqual(['entries.corrected'])
    const [entry] = await database.store.prisma.entry.findMany({
      where: { memberId: who('李伟').memberId, source: 'manual' },
    })
    expect(entry).toMatchObject({ reason: '#1 应为25,漏了下午的', createdBy: who('王芳').personId })
    expect(entry?.value.toNumber()).toBe(25)
    await expect(press('孙总', accept, '1', later)).rejects.toMatchObject({
      code: 'dispute-answered',
      words: { zh: '异议 #1 已由王芳接受' },
    })
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('is declined with words only', async () => {
    const { type, written } = await withCount()
    await type('李伟', dispute, '电话 昨天 没算全', { ...direct, now: new Date('2026-11-19T08:00:00Z') })
    await expect(type('王芳', dispute, '驳回 1', later)).rejects.toMatchObject({ code: 'dispute-needs-words' })
    const { words } = await type('王芳', dispute, 'decline #1 查过话单', later)
    expect(words[0]).toContain('你的异议 #1 没有采纳')
    expect(words[0]).toContain('王芳：查过话单')
    expect(await written()).toBe(0)
  })

  it('of a whole week is corrected on a day of it, also one without an entry yet', async () => {
    const { type, who } = await stage()
    await type('李伟', dispute, '电话 本周 周四的没算', direct)
    await expect(type('王芳', dispute, '接受 1', later)).rejects.toMatchObject({ code: 'dispute-which-day' })
    await expect(type('王芳', dispute, '接受 1 11-25 6', later)).rejects.toMatchObject({ code: 'dispute-which-day' })
    await expect(type('王芳', dispute, '接受 1 11-19', later)).rejects.toMatchObject({ code: 'dispute-which-value' })
    await expect(type('王芳', dispute, '接受 1 11-31 6', later)).rejects.toMatchObject({ code: 'entry-no-day' })
    const { emitted } = await type('王芳', dispute, '接受 1 11-19 6 话单为证', later)
    expect(emitted).toMatchObject([{ payload: { memberId: who('李伟').memberId, date: '2026-11-19' } }])
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('of a figure that a board shows to all tells whose it is when it is corrected', async () => {
    const { type, who } = await stage()
    await type('李伟', dispute, '张三 电话 11-18 这天他请假', direct)
    const { said, words } = await type('孙总', dispute, '接受 1 10', later)
    const told = said.findIndex(({ to }) => 'person' in to && to.person === who('张三').personId)
    expect(words[told]).toContain('One of your figures of Calls was corrected')
    await expect(type('李伟', dispute, '钱七 电话 11-18 不信', direct)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it.each([
    ['电话', 'dispute-unclear', /哪天和原因/],
    ['电话 2-31 不对', 'entry-no-day', /没有“2-31”这一天/],
    ['转化率 本周 不对', 'entry-worked-out', /由公式算出来/],
    ['李四 电话 11-18 不对', 'entry-no-member', /没有“李四”/],
    ['接受 1 25', 'team.not-allowed', /经理/],
  ])('answers "%s" with %s, and asks nobody', async (text, code, zh) => {
    const { type, team } = await stage()
    const refused = type('李伟', dispute, text, direct)
    await expect(refused).rejects.toMatchObject({ code, words: { zh: expect.stringMatching(zh) } })
    expect(await database.store.prisma.dispute.count({ where: { teamId: team.id } })).toBe(0)
  })

  it('of a manager is for another one', async () => {
    const { type } = await stage()
    const { said } = await type('王芳', dispute, '李伟 电话 11-18 太多了', direct)
    expect(said).toHaveLength(2)
    await expect(type('王芳', dispute, '接受 1 3', later)).rejects.toMatchObject({ code: 'dispute-own' })
    await expect(type('孙总', dispute, '接受 9 3', later)).rejects.toMatchObject({ code: 'dispute-unknown' })
  })
})

async function withCount() {
  const staged = await stage()
  const where = { teamId: staged.team.id, source: 'manual' }
  return { ...staged, written: () => database.store.prisma.entry.count({ where }) }
}

describe('a board that was posted', () => {
  it('is said anew, once, with a note, when a correction changes what it shows', async () => {
    const { type, post, react } = await stage()
    const [posted] = await post()
    expect(wordsOf(posted?.content ?? { lang: 'zh', blocks: [] })).toContain('1 | 张三 | 23\n2 | 李伟 | 20')
    await type('李伟', dispute, '电话 11-18 应为25，漏了下午的', direct)
    const { emitted } = await type('王芳', dispute, '接受 1', later)
    const [revised, ...more] = await react(emitted)
    expect(more).toEqual([])
    expect(revised?.revises?.key).toBe(posted?.key)
    const words = wordsOf(revised?.content ?? { lang: 'zh', blocks: [] })
    expect(words).toContain('1 | 李伟 | 25\n2 | 张三 | 23')
    expect(words).toContain('2026-11-23 10:00 更新：2026-11-18 的一个电话数字已更正')
    expect(wordsOf(revised?.revises?.short ?? { lang: 'zh', blocks: [] })).toContain('已更正')
    const [again] = await react(emitted)
    expect(again?.key).toBe(revised?.key)
  })

  it('is left alone by a correction that nobody sees on it', async () => {
    const { type, post, react } = await stage()
    await post()
    await type('李伟', dispute, '拜访 11-18 应为3 漏了', direct)
    expect(await react((await type('王芳', dispute, '接受 1', later)).emitted)).toEqual([])
    await type('赵六', dispute, '电话 11-18 应为8 多了', direct)
    expect(await react((await type('王芳', dispute, '接受 2', later)).emitted)).toHaveLength(1)
  })
})
