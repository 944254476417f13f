import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchCards } from '../../../src/features/cases/find-cards.ts'
import type { Speaker, Talk } from '../../talk.ts'
import { openTeam } from '../../team-talk.ts'

const at = (time: string, day = 18) => `2026-11-${day}T${time}:00+08:00`

let talk: Talk
let wang: Speaker
let zhang: Speaker
let li: Speaker
let sun: Speaker

beforeAll(async () => {
  const people = { wang: '王芳', zhang: '张三', li: '李伟', sun: '孙悟空' }
  const team = await openTeam({ at: at('09:00'), people })
  talk = team
  ;({ wang, zhang, li, sun } = team.who)
})
afterAll(() => talk[Symbol.asyncDispose]())

describe('a week with cases', () => {
  test('a problem said in the group has an owner at once, and the group hears no more than that', async () => {
    await zhang.says('/案例 *华为* 订单延期 @李伟 期限 明天')
    await expect(talk.group).toHear(/一个问题进了案例库：#1 \\?\*华为\\?\* 订单延期。负责人 李伟，期限 11-19/)
    await expect(li).toHear(/张三 请你跟进一个问题/)
    await expect(zhang).toHear(/已进案例库/)
    const said = (await talk.group.all()).filter(({ from }) => from === 'bot').at(-1)
    expect(JSON.stringify(said?.content)).toContain('"text":"一个问题进了案例库：#1 *华为* 订单延期')
  })

  test('the blocker of a report is one too, in private', async () => {
    await talk.goTo(at('17:45'))
    await sun.says('/日报 拜访2 卡点：样机还没到')
    await expect(sun).toHear(/卡点记进了案例库[\s\S]*#2 样机还没到/)
    await expect(talk.group).not.toHear(/案例库/)
  })

  test('on the morning of the day its owner is reminded, in private and once', async () => {
    await talk.goTo(at('09:30', 19))
    await expect(li).toHear(/你手上到期的问题[\s\S]*#1[\s\S]*11-19（今天）/)
    await expect(talk.group).not.toHear(/到期/)
    await expect(wang).not.toHear(/订单延期/)
    await talk.goTo(at('16:00', 19))
    await expect(li).not.toHear(/到期的问题/)
  })

  test('two workdays later the manager hears of it, in private', async () => {
    await talk.goTo(at('09:30', 20))
    await expect(wang).not.toHear(/逾期/)
    await talk.goTo(at('09:30', 23))
    await expect(wang).toHear(/逾期较久[\s\S]*#1[\s\S]*李伟/)
    await expect(talk.group).not.toHear(/逾期/)
  })

  test('solved by the form on the reminder, whoever raised it hears how', async () => {
    const { id } = await talk.store.prisma.case.findFirstOrThrow({ where: { number: 1 } })
    await li.uses('cases.show', { value: id })
    await expect(li).toHear(/#1[\s\S]*期限[\s\S]*已过期/)
    await li.uses('cases.solve', { value: id, values: { words: '换了承运商，两天到货' } })
    await expect(li).toHear(/解决了：#1/)
    await expect(zhang).toHear(/你提的问题解决了[\s\S]*李伟：换了承运商，两天到货/)
    await talk.goTo(at('09:30', 24))
    await expect(li).not.toHear(/订单延期/)
  })

  test('and the next one with the like finds it, also by typing', async () => {
    await sun.tells('/case 中建订单也延期了')
    await expect(sun).toHear(/以前像这样的，是这么解决的[\s\S]*#1 \\?\*华为\\?\* 订单延期 → 换了承运商，两天到货/)
    await sun.says('/案例 搜 延期')
    await expect(sun).toHear(/#1 [\s\S]*换了承运商/)
    await expect(talk.group).not.toHear(/承运商/)
  })

  test('whoever is in no team yet, or types nonsense, is told what works', async () => {
    await sun.tells('/案例 99')
    await expect(sun).toHear(/没有 #99/)
    await sun.tells('/案例 1 嗯')
    await expect(sun).toHear(/#1 要怎么办/)
  })

  test('everybody is told what is kept of them', async () => {
    await zhang.tells('/我的数据')
    await expect(zhang).toHear(/问题与案例\**[：:] ?1 个/)
  })

  test('what a member wrote goes with them, and their name from what others wrote', async () => {
    await zhang.tells('/案例 孙悟空的样机没人管 @李伟')
    await li.tells('/案例 4 解决 孙悟空自己取走了')
    await sun.tells('/案例 1 重开 还是延期')
    await wang.tells('/案例 2 解决 孙悟空的问题我来')
    await wang.tells('/抹除 孙悟空 确认')
    await expect(wang).toHear(/抹除/)
    const left = await talk.store.prisma.case.findMany({ orderBy: { number: 'asc' }, include: { steps: true } })
    expect(left.map(({ number }) => number)).toEqual([1, 4])
    expect(JSON.stringify(left, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      '悟空',
    )
    const viewer = { memberId: left[0]?.filedBy ?? '', role: 'admin' } as const
    const found = (words: string) =>
      searchCards(talk.store.prisma, { teamId: left[0]?.teamId ?? '', words, viewer, most: 5 })
    expect(await found('悟空')).toEqual([])
    expect((await found('样机')).map(({ number }) => number)).toEqual([4])
  })
})
