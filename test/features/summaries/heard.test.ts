import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Content } from '../../../src/content/content.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageSummaries } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李娜' }, { name: '王强' }, { name: '韩梅', role: 'manager' as const, lang: 'en' as const }]
const slot = { at: at('2026-11-20', '17:05'), date: '2026-11-20' }

async function stage(settings: Record<string, unknown> = {}) {
  const staged = await stageSummaries(database.store, [...people], settings)
  const { team, who, hands } = staged
  const { prisma } = database.store
  await hands('李娜', '2026-11-18', { values: { calls: 25, revenue: 80_000 } })

  async function rings(name: string, customer: string, amount: number | null, moment: Date, state = 'rung', more = {}) {
    const { memberId, personId } = who(name)
    const facts = { customer, customerKey: customer, amount, date: '2026-11-18', state, rungAt: moment, ...more }
    await prisma.win.create({ data: { id: newId(), teamId: team.id, memberId, rungBy: personId, ...facts } })
  }

  async function thanks(giver: string, receiver: string, tags: string[], givenAt: Date) {
    const sides = { giverId: who(giver).memberId, receiverId: who(receiver).memberId }
    const facts = { reason: '补位', tags, date: '2026-11-19', givenAt, teamId: team.id }
    await prisma.kudos.create({ data: { id: newId(), batchId: newId(), ...sides, ...facts } })
  }

  async function aims(key: string, value: number, name: string | null = null) {
    const metric = await prisma.metric.findFirstOrThrow({ where: { teamId: team.id, key } })
    const days = { kind: 'week', from: '2026-11-16', to: '2026-11-22' }
    const by = { createdBy: who('韩梅').personId, createdAt: at('2026-11-16', '09:00') }
    const memberId = name === null ? null : who(name).memberId
    await prisma.target.create({
      data: { id: newId(), teamId: team.id, memberId, metricId: metric.id, ...days, value, state: 'accepted', ...by },
    })
  }

  async function pools(name: string, target: number, settledAt: Date | null = null) {
    const { personId } = who('韩梅')
    const state = settledAt === null ? 'running' : 'reached'
    const span = { period: '2026-11', to: '2026-11-30', unlocks: '海底捞' }
    const by = { createdBy: personId, createdAt: at('2026-11-02', '09:00') }
    const settled = settledAt === null ? null : target
    const facts = { name, metricKey: 'revenue', target, state, settledAt, settled, ...span, ...by }
    await prisma.pool.create({ data: { id: newId(), teamId: team.id, ...facts } })
  }

  return { ...staged, rings, thanks, aims, pools }
}

describe('deals whose amounts are of several metrics', () => {
  it('are counted and not added up, since these may be in several currencies', async () => {
    const { rings, post } = await stage()
    await rings('李娜', '华为', 120_000, at('2026-11-18', '15:00'), 'rung', { revenueKey: 'revenue' })
    await rings('王强', '中建', 200_000, at('2026-11-18', '15:00'), 'rung', { revenueKey: 'overseas' })
    const [posted] = await post(slot, 30)
    expect(posted?.words).toContain('签下 2 单')
    expect(posted?.words).not.toMatch(/32万|最大的一单/)
  })
})

const imageIn = (content: Content | undefined) => content?.blocks.find(block => block.b === 'image')

describe('the good things of a week', () => {
  it('are deals, thanks and pools as the group heard of them by the slot', async () => {
    const { rings, thanks, pools, post } = await stage()
    const [before, after] = [at('2026-11-18', '15:00'), at('2026-11-20', '17:06')]
    await rings('李娜', '华为', 120_000, before)
    await rings('王强', '中建', 200_000, before)
    await rings('王强', '小店', null, before)
    await rings('王强', '撤了的', 900_000, before, 'withdrawn')
    await rings('李娜', '太晚的', 900_000, after)
    await thanks('李娜', '王强', ['协作'], before)
    await thanks('王强', '李娜', ['协作'], before)
    await thanks('王强', '李娜', [], after)
    await pools('火锅', 100_000, at('2026-11-19', '12:00'))
    await pools('早就达成的', 100_000, at('2026-11-10', '12:00'))
    const [posted, toManager] = await post(slot, 30)
    expect(posted?.words).toContain(
      '三件好事\n团队奖池“火锅”达成，解锁：海底捞\n签下 3 单，共 32万；最大的一单：王强 中建 20万\n大家互相表扬了 2 次，说得最多的是 #协作',
    )
    expect(toManager?.words).toContain('3 deals won, 320,000 in all; the largest: 王强, 中建 200,000')
    expect(toManager?.words).toContain('2 thanks among colleagues, most often for #协作')
  })

  it('name one deal as it was rung, and keep its worth where the group does not hear of it', async () => {
    const open = await stage()
    await open.rings('王强', '中建', 200_000, at('2026-11-18', '15:00'))
    expect((await open.post(slot))[0]?.words).toContain('王强 拿下 中建 20万')
    const closed = await stage({ wins: { amounts: false } })
    await closed.rings('王强', '中建', 200_000, at('2026-11-18', '15:00'))
    const [posted] = await closed.post(slot)
    expect(posted?.words).toContain('签下 1 单')
    expect(posted?.words).not.toMatch(/20万|中建/)
  })

  it('have a pool that is under way while the period lasts, by what stood then', async () => {
    const { pools, post, record, asks } = await stage()
    await pools('火锅', 100_000)
    await record('王强', '2026-11-20', { revenue: 15_000 }, { now: at('2026-11-20', '17:06') })
    expect((await post(slot, 30))[0]?.words).toContain('团队奖池“火锅”完成了 80%，达成就解锁：海底捞')
    expect((await asks('李娜', 'weekly')).words[0]).toContain('“火锅”完成了 95%')
    expect((await asks('李娜', 'weekly', '上周')).words[0]).not.toContain('火锅')
  })

  it('have what somebody was praised for', async () => {
    const { who, team, asks } = await stage()
    const facts = { rule: 'streak', length: 20 }
    const data = { id: newId(), teamId: team.id, memberId: who('王强').memberId, rule: 'streak', subject: 's' }
    await database.store.prisma.praise.create({ data: { ...data, on: '2026-11-19', facts } })
    expect((await asks('李娜', 'weekly')).words[0]).toContain('王强 连续 20 次按时交日报')
  })
})

describe('the results', () => {
  it('stand beside the team’s own target of just that period', async () => {
    const { aims, asks } = await stage()
    await aims('revenue', 160_000)
    await aims('calls', 5, '李娜')
    const { words } = await asks('李娜', 'weekly')
    expect(words[0]).toContain('指标 | 完成 | 目标\n电话 | 25 | –\n签单额 | 8万 | 16万（50%）')
    expect((await asks('李娜', 'monthly')).words[0]).not.toContain('16万')
  })

  it('are a picture too, against the target, and none where the team wants none', async () => {
    const { aims, asks, post } = await stage()
    await aims('revenue', 160_000)
    const { said } = await asks('李娜', 'weekly')
    const image = imageIn(said[0]?.content)
    expect(image?.alt).toBe('图：总结 · 2026年第47周（11月16日至11月22日）')
    const row = await database.store.prisma.picture.findUniqueOrThrow({ where: { ref: image?.ref ?? '' } })
    expect(row).toMatchObject({ type: 'image/jpeg', filename: 'stats.jpg' })
    expect(row.drawing).toMatchObject({
      kind: 'stats',
      title: '总结',
      subtitle: '2026年第47周（11月16日至11月22日） · 销售一部',
      rows: [
        { label: '电话', value: '25' },
        { label: '签单额', value: '8万', done: 0.5, note: '目标 16万 · 50%' },
      ],
    })
    const posted = await post(slot)
    expect(posted.map(({ content }) => imageIn(content)?.b)).toEqual(['image', 'image'])
    const without = await stage({ boards: { pictures: false } })
    expect(imageIn((await without.asks('李娜', 'weekly')).said[0]?.content)).toBeUndefined()
  })
})
