import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../src/features/index.ts'
import { openTalk, type Speaker, type Talk } from '../talk.ts'
import { at, offered, only } from './cast.ts'

const people = { zhang: '张敏', li: '李雷', han: '韩梅', wang: '王芳', zhao: '赵刚' }
const [monday, tuesday, friday] = ['2026-11-23', '2026-11-24', '2026-11-27'] as const

/** A team's first week, each part going on where the one before ended. */
describe('销售一部的第一周', () => {
  let talk: Talk
  let zhang: Speaker
  let li: Speaker
  let han: Speaker
  let wang: Speaker
  let zhao: Speaker

  beforeAll(async () => {
    talk = await openTalk({ at: at(monday, '08:00'), people, features })
    zhang = talk.person('zhang')
    li = talk.person('li')
    han = talk.person('han')
    wang = talk.person('wang')
    zhao = talk.person('zhao')
  })
  afterAll(() => talk[Symbol.asyncDispose]())

  describe('周一早上，从无到有', () => {
    test('没人叫它时，它不说话；叫了，打一次招呼，附上建队的表单', async () => {
      await zhang.says('大家早')
      expect(await zhang.heard()).toEqual([])
      await zhang.says('@bot 你好')
      await expect(zhang).toHear(/我是领头羊[\s\S]*用这个群建团队/)
      expect(await talk.group.heard()).toHaveLength(1)
    })

    test('填了表单，团队就有了；建队的人是管理员', async () => {
      const times = { planDue: '09:15', reportDue: '19:00' }
      const values = { name: '销售一部', zone: 'Asia/Shanghai', lang: 'zh', manager: 'me', ...times }
      await zhang.uses('team.setup', { values })
      await expect(talk.group).toHear(/“销售一部”建好了[\s\S]*计划 09:15 前，日报 19:00 前/)
      await zhang.says('/成员')
      await expect(zhang).toHear(/张敏\s+管理员/)
    })

    test('其他人对它说句话就加入了', async () => {
      await li.says('/计划　拜访３ 电话20 签单8万 跟进华为、中建')
      await expect(li).toHear(/欢迎加入“销售一部”/)
      for (const person of [han, wang, zhao]) await person.says('@领头羊 /my')
      await zhang.says('/成员')
      await expect(zhang).toHear(/5 人/)
    })

    test('听懂的复述给他，没听懂的问他，点一下就答了；群里没有动静', async () => {
      expect(await offered(li, 'reports.answer')).toContain('/计划 签单1')
      await li.uses('reports.answer')
      await expect(li).toHear(/计划已更新[\s\S]*签单：1\n签单额：8万[\s\S]*跟进华为/)
      expect(await talk.group.heard()).toEqual([])
    })

    test('表单也能交', async () => {
      await han.says('/计划')
      await han.uses('reports.submit', {
        values: { calls: '10', visits: '2', items: '拜访中建', revenue: '8万', deals: '1' },
      })
      await expect(han).toHear(/计划已记下[\s\S]*拜访：2\n电话：10/)
    })

    test('截止前只私下提醒没交的人', async () => {
      await talk.goTo(at(monday, '09:00'))
      for (const late of [wang, zhao]) await expect(late).toHear(/你的计划还没交，09:15 截止，还有 15 分钟/)
      for (const done of [li, han, zhang]) await expect(done).not.toHear(/还没交/)
      expect(await talk.group.heard()).toEqual([])
    })

    test('说了过一会儿，就过一会儿：截止时不打扰，半小时后再提醒一次', async () => {
      await wang.uses('nudges.snooze')
      await expect(wang).toHear(/09:30 之前不提醒你/)
      await talk.goTo(at(monday, '09:29'))
      await expect(wang).not.toHear(/还没交/)
      await talk.goTo(at(monday, '09:31'))
      await expect(wang).toHear(/你的还没交；现在交也可以/)
    })

    test('晚交也收，记为晚交', async () => {
      await zhao.says('/计划 拜访1 电话8')
      await expect(zhao).toHear(/计划已记下[\s\S]*晚了 16 分钟/)
    })
  })

  describe('周一晚上', () => {
    test('日报和计划对照，差在哪里问一句原因', async () => {
      await talk.goTo(at(monday, '18:00'))
      await li.says('/日报 拜访2 电话25 签单1/8万 丢单1 卡点:合同盖章')
      await expect(li).toHear(/日报已记下[\s\S]*电话\s+20\s+25\s+\+5[\s\S]*卡点：合同盖章/)
      await expect(li).toHear(/拜访比计划少 1，原因是？/)
      await li.uses('reports.reason')
      await expect(li).toHear(/已记：11月23日 周一 拜访/)
    })

    test('改一个数，其余不变，前后都留着', async () => {
      await li.says('/日报 电话26')
      await expect(li).toHear(/日报已更新[\s\S]*拜访\s+3\s+2[\s\S]*电话\s+20\s+26/)
      await li.says('/追溯 电话 本周')
      await expect(li).toHear(/合计 26[\s\S]*已更正为 26，不计入[\s\S]*更正，计入/)
    })

    test('经理替人交，记下是谁替的', async () => {
      await zhang.says('/日报 替王芳 拜访1 卡点：等报价批复')
      await expect(zhang).toHear(/王芳的日报已记下/)
      await li.says('/日报 替赵刚 拜访1')
      await expect(li).toHear(/替别人交需要组长或更高角色/)
    })

    test('19:00 一条汇总进群，卡点在最前，不点名谁没交', async () => {
      await talk.goTo(at(monday, '19:00'))
      const { text } = await only(talk, /日报汇总/)
      const [blocker, numbers] = [text.indexOf('合同盖章'), text.indexOf('签单额')]
      expect(blocker).toBeGreaterThan(-1)
      expect(blocker).toBeLessThan(numbers)
      expect(text).toMatch(/2\/4/)
      expect(text).not.toMatch(/韩梅|赵刚/)
    })

    test('谁没交，只有经理知道', async () => {
      await expect(zhang).toHear(/未交 2 人：(韩梅、赵刚|赵刚、韩梅)/)
      for (const person of [li, han, wang, zhao]) await expect(person).not.toHear(/未交 2 人：/)
    })

    test('晚交的就地并进汇总：还是那一条，版次更高，群里没有第二条', async () => {
      const before = await only(talk, /日报汇总/)
      await talk.goTo(at(monday, '20:00'))
      await han.says('/日报 拜访2 电话10 签单1/8万')
      await expect(han).toHear(/晚了 1 小时/)
      const after = await only(talk, /日报汇总/)
      expect(after.id).toBe(before.id)
      expect(after.revision).toBeGreaterThan(before.revision)
      expect(after.text).toMatch(/3\/4/)
    })

    test('晚上写的计划算下一个工作日的', async () => {
      await li.says('/计划 拜访1 电话12')
      await expect(li).toHear(/这份计划记在 11月24日 周二/)
    })

    test('请了假，第二天没人催；为什么没催，问得到', async () => {
      await wang.says('/请假 明天')
      await expect(wang).toHear(/请假已记下：2026-11-24/)
    })

    test('过了零点交的，算昨天的', async () => {
      await talk.goTo(at(tuesday, '00:30'))
      await zhao.tells('日报 拜访1 电话7')
      await expect(zhao).toHear(/日报已记下 · 11月23日 周一[\s\S]*晚了 5 小时 30 分钟/)
      expect((await only(talk, /日报汇总/)).text).toMatch(/4\/4/)
    })
  })

  describe('周二到周五', () => {
    test('经理一点已读，话私下到本人', async () => {
      await talk.goTo(at(tuesday, '09:20'))
      await zhang.says('/已读 李雷 合同的事我来催')
      await expect(li).toHear(/张敏[\s\S]*合同的事我来催/)
      await expect(han).not.toHear(/合同的事/)
      await expect(wang).not.toHear(/计划/)
      await wang.says('/为什么')
      await expect(wang).toHear(/你今天请假/)
    })

    test('自己能补最近两个工作日的，再早要经理补', async () => {
      await talk.goTo(at(friday, '10:00'))
      await han.says('/日报 昨天 电话12')
      await expect(han).toHear(/日报已记下 · 11月26日 周四\n补交/)
      await han.says('/日报 11-24 电话9')
      await expect(han).toHear(/自己只能补最近 2 个工作日；请组长或经理代补/)
      await zhang.says('/日报 替韩梅 11-24 电话9')
      await expect(zhang).toHear(/韩梅的日报已记下 · 11月24日 周二/)
    })

    test('周五 17:00 的榜单：并列同名次，各人的名次私下说', async () => {
      await talk.goTo(at(friday, '17:00'))
      const board = await only(talk, /签单额榜/)
      expect(board.text).toMatch(/1\s+李雷\s+8万\n\s+1\s+韩梅\s+8万|1\s+韩梅\s+8万\n\s+1\s+李雷\s+8万/)
      await expect(li).toHear(/签单额 8万，你在 2 人中排第 1/)
      await expect(wang).not.toHear(/你在/)
    })

    test('为什么收到，追到哪一笔，我的，团队的：都问得到', async () => {
      await li.says('/why')
      await expect(li).toHear(/原因：每周榜单发布时，团队设置为私下告诉每个人自己的名次/)
      await li.says('/为什么 榜单')
      await expect(li).toHear(/原因：团队设置了每周榜单/)
      await han.says('/追溯 电话 本周')
      await expect(han).toHear(/合计 31[\s\S]*2026-11-24[\s\S]*张敏/)
      await li.says('/my')
      await expect(li).toHear(/电话[\s\S]*26/)
      await zhang.says('/team')
      await expect(zhang).toHear(/韩梅/)
      await li.says('/team')
      await expect(li).not.toHear(/韩梅/)
    })
  })
})
