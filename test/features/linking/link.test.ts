import { describe, expect, test } from 'vitest'
import { recount } from '../../../src/features/metrics/recount.ts'
import type { Store } from '../../../src/store/store.ts'
import { codeIn, shareTwoPlatforms, type TwoPlatforms } from './stage.ts'

let world: TwoPlatforms
let store: Store
let n = 0
shareTwoPlatforms(opened => {
  ;({ world, store } = opened)
}, '2026-11-24T18:00:00+08:00')

/** A team on Slack with its admin 王 and with 李, and 李's account on WeCom, which nobody has seen yet. */
async function scene() {
  const id = ++n
  const channel = `sales${id}`
  const wang = world.account('slack', `W${id}`, `王${id}`)
  const li = world.account('slack', `L${id}`, `李${id}`)
  const other = world.account('wecom', `lilei${id}`, `李雷${id}`)
  await wang.says(channel, `/setup 销售${id}`)
  await li.says(channel, '/加入')
  return { id, channel, wang, li, other }
}

/** So that who came first is plain. */
const minuteLater = () => world.goTo(new Date(world.clock.now().getTime() + 60_000).toISOString())

const texts = (told: readonly { text: string }[]) => told.map(({ text }) => text).join('\n')

describe('two members of one team who become one', () => {
  /** Both accounts are in the team, the WeCom one through a group there. */
  async function twoMembers() {
    const it = await scene()
    const bound = `wecom-${it.id}`
    const manager = world.account('wecom', `wang${it.id}`, '王')
    await manager.tells(`/link ${codeIn(await it.wang.tells('/link'))}`)
    await manager.says(bound, `/bind ${codeIn(await it.wang.says(it.channel, '/bind'), '绑定')}`)
    await minuteLater()
    await it.other.says(bound, '/加入')
    return { ...it, bound }
  }

  test('keep the reports of all days, and the sums of all numbers', async () => {
    const { bound, channel, li, other } = await twoMembers()
    await li.says(channel, '/日报 拜访2')
    await world.goTo('2026-11-25T18:00:00+08:00')
    await other.says(bound, '/日报 拜访3 电话7')
    await other.tells(`/link ${codeIn(await li.tells('/link'))}`)
    const { prisma } = store
    const members = await prisma.member.findMany({ where: { personId: await li.personId() } })
    expect(members).toHaveLength(1)
    const days = await prisma.metricDay.findMany({
      where: { memberId: members[0]?.id ?? '' },
      orderBy: { date: 'asc' },
    })
    expect(days.map(day => day.value.toNumber()).sort()).toEqual([2, 3, 7])
    expect(texts(await li.tells('/my'))).toContain('3')
    expect(await recount(prisma)).toEqual([])
  })

  test('are asked which answer holds where both answered the same round', async () => {
    await world.goTo('2026-11-26T18:00:00+08:00')
    const { id, bound, channel, li, other } = await twoMembers()
    await li.says(channel, '/日报 拜访2')
    await other.says(bound, '/日报 拜访9')
    await other.says(bound, '/日报 拜访7')
    const code = codeIn(await li.tells('/link'))
    const refused = texts(await other.tells(`/link ${code}`))
    expect(refused).toContain('2026-11-26 日报')
    expect(refused).toContain(`/关联 ${code} 留这边`)
    expect(await other.personId()).not.toBe(await li.personId())
    expect(texts(await other.tells(`/关联 ${code} 留这边`))).toContain(`已关联，李${id}`)
    const { prisma } = store
    const member = await prisma.member.findFirstOrThrow({ where: { personId: await li.personId() } })
    const [report, ...others] = await prisma.report.findMany({
      where: { memberId: member.id },
      include: { revisions: true },
    })
    expect(others).toEqual([])
    expect(report?.values).toEqual({ visits: 7 })
    expect(report?.revisions.map(({ snapshot }) => JSON.stringify(snapshot)).join()).toContain('"visits":2')
    const days = await prisma.metricDay.findMany({ where: { memberId: member.id, entries: { gt: 0 } } })
    expect(days.map(({ value }) => value.toNumber())).toEqual([7])
    expect(await recount(prisma)).toEqual([])
    await li.says(channel, '/日报 拜访8')
    expect(await recount(prisma)).toEqual([])
  })
})

describe('/link', () => {
  test('makes two accounts one person, whose reports count once on either platform', async () => {
    const { id, channel, li, other } = await scene()
    const code = codeIn(await li.tells('关联'))
    const told = await other.tells(`关联 ${code}`)
    expect(told).toEqual([{ where: `wecom@lilei${id}`, text: expect.stringContaining('已关联') }])
    expect(texts(told)).toContain(`企业微信 · 李雷${id}`)
    expect(texts(told)).toContain(`Slack · 李${id}`)
    expect(await other.personId()).toBe(await li.personId())
    expect(texts(await other.tells('/日报 拜访3'))).toContain('拜访')
    await li.says(channel, '/日报 拜访5')
    const member = await store.prisma.member.findFirstOrThrow({ where: { personId: await li.personId() } })
    expect(await store.prisma.report.count({ where: { memberId: member.id } })).toBe(1)
    const days = await store.prisma.metricDay.findMany({ where: { memberId: member.id, entries: { gt: 0 } } })
    expect(days.map(day => day.value.toNumber())).toEqual([5])
  })

  test('answers whoever typed the code, also when they are the newer of the two and become the older', async () => {
    const { id, channel, wang } = await scene()
    const newer = world.account('slack', `N${id}`, `新${id}`)
    const older = world.account('wecom', `alt${id}`, `老${id}`)
    await older.tells('/help')
    await minuteLater()
    expect(await newer.says(channel, `/link ${codeIn(await older.tells('/link'))}`)).toEqual([
      { where: `slack#${channel}>N${id}`, text: expect.stringContaining(`已关联，老${id}`) },
    ])
    const there = world.account('wecom', `wang${id}`, `王总${id}`)
    await minuteLater()
    expect(await there.tells(`/link ${codeIn(await wang.tells('/link'))}`)).toEqual([
      { where: `wecom@wang${id}`, text: expect.stringContaining(`已关联，王${id}`) },
    ])
  })

  test('gives the code in the direct chat alone when it was asked for in a group', async () => {
    const { id, channel, li, other } = await scene()
    const told = await li.says(channel, '/link')
    expect(told.map(({ where }) => where).sort()).toEqual([`slack#${channel}>L${id}`, `slack@L${id}`])
    const [inGroup] = told.filter(({ where }) => where.includes('#'))
    expect(inGroup?.text).not.toMatch(/[2-9A-HJKMNP-Z]{6}/)
    await other.says('elsewhere', '/link')
    expect(world.wecom.texts.slice(-2).join()).toContain('/关联')
  })

  test('speaks English to those who do', async () => {
    const { id } = await scene()
    const here = world.account('slack', `ann${id}`, `Ann ${id}`, { lang: 'en' })
    const there = world.account('wecom', `ann${id}`, `Ann W. ${id}`, { lang: 'en' })
    const code = codeIn(await here.tells('/link'), 'link')
    expect(texts(await there.tells('/link nonsense'))).toContain('This code is wrong')
    expect(texts(await here.tells(`/link ${code}`))).toContain('the other platform')
    expect(texts(await there.tells(`/link ${code}`))).toMatch(/Linked, Ann .*WeCom · Ann W\./s)
  })

  test('lists the accounts that one has', async () => {
    const { id, li, other } = await scene()
    await other.tells(`/link ${codeIn(await li.tells('/link'))}`)
    const listed = texts(await li.tells('/link'))
    expect(listed).toContain(`Slack · 李${id}`)
    expect(listed).toContain(`企业微信 · 李雷${id}`)
  })

  test('takes a code once, for ten minutes, in any case and width', async () => {
    const { id, li, other } = await scene()
    const first = codeIn(await li.tells('/link'))
    const second = codeIn(await li.tells('/link'))
    expect(texts(await other.tells(`/link ${first}`))).toContain('不对')
    await world.goTo(new Date(world.clock.now().getTime() + 601_000).toISOString())
    expect(texts(await other.tells(`/link ${second}`))).toContain('过期')
    const third = codeIn(await li.tells('/link'))
    const wide = [...third.toLowerCase()].map(it => String.fromCharCode(it.charCodeAt(0) + 0xfee0)).join('')
    expect(texts(await other.tells(`／关联${wide}`))).toContain('已关联')
    const third2 = world.account('wecom', `else${id}`, '别人')
    expect(texts(await third2.tells(`/link ${third}`))).toContain('不对')
  })

  test('keeps no code that anybody could read, and counts wrong ones', async () => {
    const { li, other } = await scene()
    const code = codeIn(await li.tells('/link'))
    const rows = await store.query<{ row: string }>('SELECT t::text AS row FROM "OneTimeCode" t')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(code)
    for (let i = 0; i < 5; i++) expect(texts(await other.tells('/link 222222'))).toContain('不对')
    expect(texts(await other.tells(`/link ${code}`))).toContain('请过 10 分钟')
    await world.goTo(new Date(world.clock.now().getTime() + 600_000).toISOString())
    expect(texts(await other.tells(`/link ${codeIn(await li.tells('/link'))}`))).toContain('已关联')
  })

  test('refuses the same account and a second account of the same platform, and the code stays good', async () => {
    const { li, wang, other } = await scene()
    const code = codeIn(await li.tells('/link'))
    expect(texts(await li.tells(`/link ${code}`))).toContain('这个账号自己的码')
    expect(texts(await wang.tells(`/link ${code}`))).toContain('通常是两个人')
    expect(texts(await other.tells(`/link ${code}`))).toContain('已关联')
  })
})
