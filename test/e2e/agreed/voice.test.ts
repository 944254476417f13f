import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, only } from '../cast.ts'
import { everything, noted, openStage, press, provenLog, type Stage, saidOpenly, whileDaysGoBy } from './stage.ts'

const people = {
  ...{ zhang: '张敏', li: '李雷', han: '韩梅', wang: '王芳', zhao: '赵刚', sun: '孙悦', leo: 'Leo' },
}
type Who = keyof typeof people
const [monday, tuesday] = ['2026-11-16', '2026-11-17'] as const
const [tuesday2, wednesday2, friday2] = ['2026-11-24', '2026-11-25', '2026-11-27'] as const
const reps = ['li', 'han', 'wang', 'zhao', 'sun'] as const
const code = /([2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3})/

/** What is said without a name, and who is new: two weeks, from typing alone; each part going on where the one before ended. */
describe('销售一部听得见的两周', whileDaysGoBy, () => {
  let stage: Stage<Who>
  let talk: Stage<Who>['talk']
  let who: Stage<Who>['who']

  beforeAll(async () => {
    const groups = { sales: '销售一部', export: 'Export' }
    stage = await openStage({ at: at(monday, '08:30'), people, groups })
    ;({ talk, who } = stage)
    await who.zhang.says('/setup 销售一部')
    for (const id of reps) await who[id].says('/加入')
    await who.leo.says('/setup Export lang=en', 'export')
    await who.leo.tells('/settings language en')
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  describe('匿名反馈', () => {
    let ofLi: string

    test('在群里说就不匿名了，所以不收；私聊里收下，给一个暗号', async () => {
      const { li, han, wang } = who
      await li.says('/反馈 食堂太远，午休来不及')
      await expect(li).toHear(/只能私聊我发/)
      expect(await talk.group.heard()).toEqual([])
      await li.tells('/反馈 午休太短，来不及吃饭')
      ofLi = await noted(li, code)
      await han.tells('匿名 周报太长')
      await talk.goTo(at(monday, '17:00'))
      await expect(who.zhang).not.toHear(/午休|周报/)
      await li.tells(`/反馈 ${ofLi}`)
      await expect(li).toHear(/（还在信箱里）你：午休太短/)
      await wang.tells('/feedback the rota is unfair')
      await expect(wang).toHear(/你的暗号：/)
    })

    test('攒够了打乱顺序一起交给经理，不知道是谁；凭暗号来回', async () => {
      const { zhang, li } = who
      await talk.goTo(at(tuesday, '16:31'))
      await expect(zhang).toHear(/匿名反馈 3 条/)
      const told = await everything(zhang)
      for (const words of ['午休太短，来不及吃饭', '周报太长', 'the rota is unfair']) expect(told).toContain(words)
      const number = await noted(zhang, /#(\d+) 午休/)
      await zhang.tells(`/反馈 ${number} 回复 下周装微波炉，谢谢`)
      await expect(zhang).toHear(/我不知道是谁/)
      await li.tells(`/反馈 ${ofLi.toLowerCase().replaceAll('-', '')}`)
      await expect(li).toHear(/你：午休太短[\s\S]*经理：下周装微波炉，谢谢/)
      await li.tells('/反馈 AAAA-BBBB-CCCC-DDDD')
      await expect(li).toHear(/没有这个暗号/)
    })

    test('过了答应的日子没回，只提醒经理；办了的，群里听到“你们说，我们做了”', async () => {
      const { zhang, han } = who
      await talk.goTo(at(tuesday2, '16:31'))
      await expect(zhang).toHear(/有 2 条匿名反馈过了 5 个工作日还没回复/)
      await expect(talk.group).not.toHear(/还没回复/)
      const told = await everything(zhang)
      const lunch = /#(\d+) 午休/.exec(told)?.[1]
      await zhang.tells(`/反馈 ${lunch} 已办 午饭不方便 → 装了微波炉`)
      await expect(talk.group).toHear(/你们说：午饭不方便 → 我们做了：装了微波炉/)
      await han.tells('/反馈 清单')
      await expect(han).toHear(/2026-11-24 你们说：午饭不方便/)
      await expect(han).not.toHear(/午休太短/)
      for (const words of ['周报', 'the rota']) {
        const number = new RegExp(`#(\\d+) ${words}`).exec(told)?.[1]
        await zhang.tells(`/反馈 ${number} 回复 看到了，在改`)
      }
    })

    test('哪里也找不到是谁写的', async () => {
      const { prisma } = talk.store
      const threads = JSON.stringify(await prisma.voiceThread.findMany())
      expect(threads).not.toMatch(/李雷|韩梅|王芳|member/i)
      const events = await prisma.inboundEvent.findMany()
      expect(JSON.stringify(events, (_, it) => (typeof it === 'bigint' ? String(it) : it))).not.toMatch(
        /午休太短|周报太长/,
      )
    })
  })

  describe('每周心情', () => {
    test('五个人答了才公布，少一个也不公布', async () => {
      const { zhang, li } = who
      await zhang.tells('/设置 每周心情 开')
      await talk.goTo(at(wednesday2, '15:01'))
      await expect(talk.group).not.toHear(/这周工作得怎么样/)
      for (const [n, id] of reps.entries()) {
        if (n % 2 === 0) await who[id].uses('voice.pulse', { value: '4' })
        else await who[id].tells('/反馈 心情 ３')
        await expect(who[id]).toHear(/已计入/)
      }
      await li.tells('/反馈 心情 1')
      await expect(li).toHear(/你这周答过了/)
      await talk.goTo(at(friday2, '15:01'))
      await expect(talk.group).toHear(/每周心情\n3\.6（满分 5，5 人回答）/)
      await talk.goTo(at('2026-12-02', '15:01'))
      for (const id of reps.slice(0, 4)) await who[id].tells('/反馈 心情 1')
      await talk.goTo(at('2026-12-04', '15:01'))
      await expect(talk.group).toHear(/不足 5 人回答，不公布/)
      await zhang.tells('/设置 每周心情 关')
    })
  })

  describe('新人', () => {
    test('说英文的新人私下得到英文的欢迎：约定、命令、第一周', async () => {
      const { zhang, leo } = who
      await zhang.tells('/群规 启用 客户隐私')
      await zhang.tells('/设置 群里欢迎新人 开')
      await talk.goTo(at('2026-12-07', '10:00'))
      await leo.says('/加入')
      await expect(leo).toHear(/Leo, this is your first week in "销售一部"/)
      const welcome = (await leo.heard()).find(text => text.includes('this is your first week')) ?? ''
      expect(welcome).toMatch(/What holds here:[\s\S]*mobile/)
      for (const words of ['/plan', '/report', '/my', '/kudos', '/help']) expect(welcome).toContain(words)
      expect(welcome.match(/⬜/g)).toHaveLength(5)
      expect((await only(talk, /欢迎 @Leo 加入/)).text).not.toMatch(/first week/)
    })

    test('做了的自己打勾；周中提一次，周末说一声，都在私聊', async () => {
      const { leo } = who
      await leo.tells('/plan visits 3')
      await leo.tells('/my')
      await leo.tells('/rules')
      await press(leo, 'rules.read')
      await leo.says('/kudos @李雷 showed me around')
      await leo.tells('/help first week')
      await expect(leo).toHear(/✅ Hand in a plan[\s\S]*⬜ Hand in a report[\s\S]*✅ Thank a colleague/)
      await talk.goTo(at('2026-12-09', '15:05'))
      await expect(leo).toHear(/Half of your first week is over/)
      await leo.tells('/report visits 2')
      await talk.goTo(at('2026-12-11', '17:01'))
      await expect(leo).toHear(/your first week is done, and you know your way around/)
      await expect(talk.group).not.toHear(/first week|第一周/)
    })
  })

  test('对群说的每一句，不多不少；一步一步都留着', async () => {
    const lines = (await saidOpenly(talk)).filter(line => !/汇总|榜|总结/.test(line))
    expect(lines).toEqual([
      '“销售一部”建好了',
      '匿名反馈有了结果',
      '每周心情',
      '每周心情',
      '群规有变化',
      '欢迎 @Leo 加入 👋',
      '👏 表扬',
    ])
    const log = await provenLog(talk)
    expect(log.get('rules.changed')).toBe(1)
    expect(await everything(talk.group)).not.toMatch(/午休太短|周报太长|rota/)
  })
})
