import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Speaker, Talk } from '../../talk.ts'
import { openTeam } from '../../team-talk.ts'

const at = (time: string, date = '2026-11-19') => `${date}T${time}:00+08:00`

let talk: Talk
let wang: Speaker
let zhang: Speaker
let li: Speaker

/** Thursday, 19 November 2026. */
async function begin() {
  const team = await openTeam({ at: at('10:00'), people: { wang: '王芳', zhang: '张三', li: '李四' } })
  talk = team
  ;({ wang, zhang, li } = team.who)
}

const greetings = async () =>
  (await talk.group.all()).map(({ text }) => text).filter(text => /生日快乐|入职周年/.test(text) && !/^\//.test(text))

describe('greetings', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  test('are agreed to by giving the day, which is answered in private', async () => {
    await zhang.says('/生日 1990-11-20')
    await expect(zhang).toHear(/你的生日记作 11月20日，只有月日[\s\S]*当天 09:05 在群里祝贺/)
    await expect(talk.group).not.toHear(/生日/)
    expect(JSON.stringify(await talk.store.prisma.ownDays.findMany())).not.toContain('1990')
    await li.tells('/birthday 21 Nov')
    await li.tells('/joined 2023-11-22')
    await expect(li).toHear(/你的入职日记作 2023年11月22日/)
    expect(await greetings()).toEqual([])
  })

  test('come in the morning of the day, without the age', async () => {
    await talk.goTo(at('09:04', '2026-11-20'))
    expect(await greetings()).toEqual([])
    await talk.goTo(at('09:05', '2026-11-20'))
    expect(await greetings()).toEqual([expect.stringMatching(/生日快乐[\s\S]*张三.*（今天）/)])
    expect((await greetings()).join()).not.toMatch(/36|岁/)
    const [picture] = await talk.store.prisma.picture.findMany({ select: { drawing: true } })
    expect(picture?.drawing).toEqual({
      ...{ kind: 'cheer', title: '🎂 生日快乐', people: [{ name: '张三', note: '今天' }], words: '送上一句祝福吧！' },
    })
    expect((await greetings()).join()).toContain('图：祝贺 张三')
  })

  test('of days off come on the next workday, in one message that says whose day was when', async () => {
    await talk.goTo(at('23:00', '2026-11-22'))
    expect(await greetings()).toHaveLength(1)
    await talk.goTo(at('09:05', '2026-11-23'))
    const [, monday] = await greetings()
    expect(monday).toMatch(
      /生日快乐[\s\S]*李四.*（11月21日 周六）[\s\S]*入职周年[\s\S]*李四.* 满 3 年（11月22日 周日）/,
    )
    await talk.goTo(at('12:00', '2026-11-27'))
    expect(await greetings()).toHaveLength(2)
  })

  test('are not said twice when somebody switches them off and on', async () => {
    await talk.goTo(at('08:00', '2026-11-30'))
    await zhang.tells('/生日 关')
    await expect(zhang).toHear(/你的生日已经删掉/)
    await zhang.tells('/生日 11-30')
    await talk.goTo(at('12:00', '2026-11-30'))
    expect(await greetings()).toHaveLength(2)
  })

  test('are never made of the day on which somebody came into the team', async () => {
    await talk.store.prisma.member.updateMany({ data: { joinedOn: '2025-12-01' } })
    await talk.goTo(at('12:00', '2026-12-01'))
    expect(await greetings()).toHaveLength(2)
  })
})

describe('a day that somebody else gives', () => {
  beforeAll(begin)
  afterAll(() => talk[Symbol.asyncDispose]())

  test('can be a start at work alone, and by a manager alone', async () => {
    await wang.says('/birthday 张三 11-20')
    await expect(wang).toHear(/只能写自己的/)
    await li.says('/joined @张三 2023-11-20')
    await expect(li).toHear(/别人的入职日由经理或本人来写/)
    await wang.says('/joined @张三 5-10')
    await expect(wang).toHear(/请带上年份/)
    await wang.says('/joined @赵六 2023-05-10')
    await expect(wang).toHear(/团队里没有“赵六”/)
    expect(await talk.store.prisma.ownDays.count()).toBe(0)
  })

  test('is greeted only once the person has agreed', async () => {
    await wang.says('/joined @张三 2023-11-20')
    await expect(wang).toHear(/已私下问本人/)
    await expect(zhang).toHear(/王芳 记了你的入职日：2023年11月20日。每年这天在群里祝贺你，好吗？/)
    await wang.says('/入职 李四 2022-11-20')
    await zhang.uses('anniversaries.joined', { value: 'yes' })
    await expect(zhang).toHear(/当天 09:05 在群里祝贺/)
    await talk.goTo(at('10:00', '2026-11-20'))
    expect(await greetings()).toEqual([expect.stringMatching(/张三.* 满 3 年（今天）/)])
    expect((await greetings()).join()).not.toContain('李四')
  })

  test('is not given again once the person has declined', async () => {
    await li.uses('anniversaries.joined', { value: 'off' })
    await expect(li).toHear(/入职日已经删掉/)
    await wang.says('/joined @李四 2022-11-23')
    await expect(wang).toHear(/李四 不想在群里祝贺入职周年/)
    await talk.goTo(at('10:00', '2026-11-23'))
    expect(await greetings()).toHaveLength(1)
    await li.tells('/入职 好')
    await expect(li).toHear(/还没有记你的入职日/)
  })

  test('is greeted at another time, or never, as the team decides', async () => {
    await li.tells('/生日 11-24')
    await zhang.tells('/生日 11-25')
    await wang.says('/设置 祝贺时间 10:30')
    await talk.goTo(at('10:29', '2026-11-24'))
    expect(await greetings()).toHaveLength(1)
    await talk.goTo(at('10:30', '2026-11-24'))
    expect(await greetings()).toHaveLength(2)
    await wang.says('/设置 祝贺时间 关')
    await talk.goTo(at('23:00', '2026-11-25'))
    expect(await greetings()).toHaveLength(2)
  })
})
