import { describe, expect, test } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Store } from '../../../src/store/store.ts'
import { codeIn, shareTwoPlatforms, type TwoPlatforms, textsOf } from './stage.ts'

let world: TwoPlatforms
let store: Store
let n = 0
shareTwoPlatforms(opened => {
  ;({ world, store } = opened)
}, '2026-11-20T08:00:00+08:00')

/** A team on Slack whose admin 王 has linked their account on WeCom, and 李 on both. */
async function scene() {
  const id = ++n
  const [sales, wecom] = [`sales${id}`, `wecom${id}`]
  const wang = world.account('slack', `W${id}`, `王${id}`)
  const wangThere = world.account('wecom', `wang${id}`, `王总${id}`)
  const li = world.account('slack', `L${id}`, `李${id}`)
  const liThere = world.account('wecom', `li${id}`, `李雷${id}`)
  await wang.says(sales, `/setup 销售${id}`)
  await li.says(sales, '/加入')
  await liThere.tells(`/link ${codeIn(await li.tells('/link'))}`)
  const bindThere = async () => {
    await wangThere.tells(`/link ${codeIn(await wang.tells('/link'))}`)
    return wangThere.says(wecom, `/bind ${codeIn(await wang.says(sales, '/bind'), '绑定')}`)
  }
  return { id, sales, wecom, wang, wangThere, li, liThere, bindThere }
}

describe('a team with groups on two platforms', () => {
  test('hears digest and board in both, from reports given in either', async () => {
    const { id, sales, wecom, wang, li, liThere, bindThere } = await scene()
    const bound = await bindThere()
    expect(bound).toEqual([{ where: `wecom#${wecom}`, text: expect.stringContaining(`这个群现在也是“销售${id}”的群`) }])
    await world.goTo('2026-11-20T16:40:00+08:00')
    await wang.says(sales, '/日报 电话20')
    await liThere.says(wecom, '/日报 电话5')
    await li.says(sales, '/日报 电话31')
    const groups = [`slack#${sales}`, `wecom#${wecom}`]
    const postedBy = async (time: string) =>
      (await world.goTo(time)).filter(({ where, text }) => groups.includes(where) && text.includes('电话'))
    const board = await postedBy('2026-11-20T17:01:00+08:00')
    await world.goTo('2026-11-20T17:10:00+08:00') // past the week's summary
    const digest = await postedBy('2026-11-20T19:01:00+08:00')
    for (const posted of [board, digest]) {
      expect(posted.map(({ where }) => where)).toEqual(groups)
      const [here = '', there] = posted.map(({ text }) => text)
      expect(here).toContain('31')
      // The picture's description names whoever is first once more.
      expect(here.replace(/图：.*/, '').split(`李${id}`)).toHaveLength(2)
      expect(there).toBe(here)
    }
  })

  test('reminds each member once, where they were last', async () => {
    const { id, bindThere, li, liThere } = await scene()
    await bindThere()
    await world.goTo('2026-11-24T08:00:00+08:00')
    await liThere.tells('/my')
    const first = await world.goTo('2026-11-24T09:20:00+08:00')
    const reminded = first.filter(({ where }) => [`slack@L${id}`, `wecom@li${id}`].includes(where))
    expect(reminded.length).toBeGreaterThan(0)
    expect(new Set(reminded.map(({ where }) => where))).toEqual(new Set([`wecom@li${id}`]))
    await li.tells('/my')
    const second = await world.goTo('2026-11-24T19:05:00+08:00')
    const again = second.filter(({ where }) => [`slack@L${id}`, `wecom@li${id}`].includes(where))
    expect(again.length).toBeGreaterThan(0)
    expect(new Set(again.map(({ where }) => where))).toEqual(new Set([`slack@L${id}`]))
    expect(again.length).toBe(new Set(again.map(({ text }) => text)).size)
  })

  test('lets a group go again, with what waited for it, but not the last one', async () => {
    const { id, sales, wecom, wang, wangThere, liThere, bindThere } = await scene()
    expect(textsOf(await wang.says(sales, '/unbind'))).toContain('唯一的群')
    await bindThere()
    expect(textsOf(await liThere.says(wecom, '/解绑'))).toContain('经理')
    const { prisma } = store
    const before = await prisma.channel.findFirstOrThrow({ where: { externalId: wecom } })
    const place = { conversation: `channel:${before.id}`, channelId: before.id, teamId: before.teamId }
    const times = { notBefore: new Date('2027-01-01'), createdAt: world.clock.now() }
    await prisma.delivery.create({
      data: { ...place, ...times, id: newId(), lane: 3, purpose: 'test.board', content: {}, dedupeKey: newId() },
    })
    expect(textsOf(await wangThere.says(wecom, '/解绑'))).toContain(`不再是“销售${id}”的群`)
    expect(await prisma.delivery.findFirst({ where: { purpose: 'test.board' } })).toMatchObject({ state: 'expired' })
    expect(await prisma.channel.findUnique({ where: { id: before.id } })).toMatchObject({ teamId: null })
    expect(textsOf(await wang.says(sales, '/unbind'))).toContain('唯一的群')
  })
})

describe('/bind', () => {
  test('takes its code only from a manager of the team, in a group without another team', async () => {
    const { id, sales, wecom, wang, wangThere, li, liThere } = await scene()
    expect(textsOf(await li.says(sales, '/bind'))).toContain('经理')
    const code = codeIn(await wang.says(sales, '/bind'), '绑定')
    expect(textsOf(await liThere.says(wecom, `/bind ${code}`))).toContain('只有')
    expect(textsOf(await wangThere.says(wecom, `/bind ${code}`))).toContain('先关联')
    await wangThere.tells(`/link ${codeIn(await wang.tells('/link'))}`)
    const foreign = world.account('wecom', `zhao${id}`, '赵')
    await foreign.says(`theirs${id}`, `/setup 别的队${id}`)
    expect(textsOf(await wangThere.says(`theirs${id}`, `/bind ${code}`))).toContain(`这个群是“别的队${id}”的群`)
    expect(textsOf(await wangThere.tells(`/bind ${code}`))).toContain('请在要绑定的那个群里输入')
    expect(textsOf(await wangThere.says(wecom, `/bind ${code}`))).toContain('这个群现在也是')
    expect(textsOf(await wangThere.says(wecom, `/bind ${code}`))).toContain('不对')
    const again = codeIn(await wang.says(sales, '/bind'), '绑定')
    expect(textsOf(await wangThere.says(wecom, `/bind ${again}`))).toContain('已经是')
  })

  test('says how where there is no team, and tells in a group no code', async () => {
    const { sales, wecom, wang, wangThere } = await scene()
    expect(textsOf(await wangThere.says(wecom, '/bind'))).toContain('先拿一个码')
    const told = await wang.says(sales, '/bind')
    for (const { where, text } of told) if (where.includes('#')) expect(text).not.toMatch(/[2-9A-HJKMNP-Z]{6}/)
    expect(textsOf(told)).toContain(`Slack · ${sales}`)
  })

  test('makes members of the colleagues who are there, and of no outsiders', async () => {
    const { id, wecom, bindThere } = await scene()
    const [inside, outside] = [
      world.account('wecom', `zhou${id}`, `周${id}`),
      world.account('wecom', `wai${id}`, `外${id}`, { standing: 'stranger' }),
    ]
    await world.roster('wecom', wecom, [inside, outside])
    expect(textsOf(await bindThere())).toContain('1 位同事已加入')
    const members = await store.prisma.member.findMany({ where: { team: { name: `销售${id}` } } })
    expect(members.map(({ name }) => name)).toContain(`周${id}`)
    expect(members.map(({ name }) => name)).not.toContain(`外${id}`)
  })
})
