import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, only } from '../cast.ts'
import { everything, openStage, press, provenLog, type Stage, saidOpenly, whileDaysGoBy } from './stage.ts'

const people = {
  ...{ zhang: '张敏', qian: '钱坤', chen: '陈晨', li: '李雷', han: '韩梅', wang: '王芳', zhao: '赵刚' },
}
type Who = keyof typeof people
const [monday, tuesday, wednesday, thursday] = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'] as const
const [friday, monday2, tuesday2] = ['2026-11-20', '2026-11-23', '2026-11-24'] as const

/** Notices, urgent matters and cases of two weeks, from typing alone; each part going on where the one before ended. */
describe('销售一部要紧的两周', whileDaysGoBy, () => {
  let stage: Stage<Who>
  let talk: Stage<Who>['talk']
  let who: Stage<Who>['who']

  beforeAll(async () => {
    stage = await openStage({ at: at(monday, '08:30'), people })
    ;({ talk, who } = stage)
    await who.zhang.says('/setup 销售一部')
    for (const id of ['qian', 'chen', 'li', 'han', 'wang', 'zhao'] as const) await who[id].says('/加入')
    await who.zhang.tells('/member 钱坤 role=manager')
    await who.zhang.tells('/member 陈晨 role=lead')
    await who.qian.tells('/紧急 值班 李雷 韩梅')
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  describe('通知', () => {
    test('发一次，看过的点一下或说一声；群里只有人数，名单只给发的人', async () => {
      const { chen, li, han, zhao } = who
      await talk.goTo(at(monday, '10:00'))
      await zhao.says('/通知 周五盘点')
      await expect(zhao).toHear(/组长/)
      await chen.says('/通知 周五下午盘点，请整理库存 截止=周四18:00')
      await expect(talk.group).toHear(
        /通知 #1[\s\S]*周五下午盘点，请整理库存[\s\S]*陈晨 · 请在 11月19日周四 18:00 前确认/,
      )
      await press(li, 'notices.read')
      await expect(li).toHear(/#1 已读 ✓/)
      await han.tells('收到')
      await expect(han).toHear(/#1 已读 ✓/)
      expect((await only(talk, /通知 #1/)).text).toMatch(/6 人中 2 人已读/)
      await chen.tells('/通知 1')
      await expect(chen).toHear(/还没确认.*王芳.*\n.*已读.*李雷 11-16 10:00/)
      await zhao.tells('/通知 1')
      await expect(zhao).toHear(/你还没确认/)
      await expect(zhao).not.toHear(/王芳|李雷/)
    })

    test('没看的人一半时间过去时私下提醒，最后一天早上再一次；看过的不打扰', async () => {
      const { li, wang, zhao } = who
      await talk.goTo(at(tuesday, '23:00'))
      await talk.goTo(at(wednesday, '11:00'))
      await expect(wang).toHear(/有一条通知等你看[\s\S]*周五下午盘点/)
      await expect(li).not.toHear(/等你看/)
      await press(wang, 'notices.read')
      await talk.goTo(at(thursday, '10:05'))
      await expect(zhao).toHear(/有一条通知等你看/)
      await expect(wang).not.toHear(/等你看/)
      expect(await talk.group.heard()).not.toContainEqual(expect.stringMatching(/等你看|赵刚/))
    })

    test('到期：发的人知道还差谁，群里那条就地收尾', async () => {
      const { chen } = who
      await talk.goTo(at(thursday, '18:01'))
      await expect(chen).toHear(/#1 通知到期：6 人中 3 人已读[\s\S]*还没确认：.*赵刚/)
      expect((await only(talk, /通知 #1/)).text).toMatch(/已于 11月19日周四 18:00 结束 · 6 人中 3 人已读/)
    })

    test('重要的每个工作日早上再发，直到确认', async () => {
      const { qian, zhao } = who
      await qian.tells('/通知 重要：合规新规定 给=赵刚、王芳 截止=11-25 18:00')
      await expect(zhao).toHear(/重要通知 #2[\s\S]*合规新规定/)
      await who.wang.tells('/收到 2')
      const asked: number[] = []
      for (const day of [friday, monday2]) {
        await talk.goTo(at(day, '10:05'))
        asked.push((await zhao.heard()).filter(text => /等你看[\s\S]*合规新规定/.test(text)).length)
        await expect(who.wang).not.toHear(/合规/)
      }
      expect(asked).toEqual([1, 1])
      await zhao.tells('收到，谢谢')
      await expect(zhao).toHear(/#2 已读 ✓/)
      expect((await talk.group.heard()).join()).not.toMatch(/合规/)
    })
  })

  describe('紧急', () => {
    test('没有人接：按值班表、组长、经理、管理员一个个问，最后在群里说清楚找谁', async () => {
      const { zhao } = who
      await talk.goTo(at(monday2, '13:30'))
      await zhao.says('/紧急 客户投诉发错货')
      await expect(zhao).toHear(/已找 李雷，14:00 前没有接手就找下一位/)
      for (const [time, next] of [
        ['14:00', 'han'],
        ['14:30', 'chen'],
        ['15:00', 'qian'],
        ['15:30', 'zhang'],
      ] as const) {
        await talk.goTo(at(monday2, time))
        await expect(who[next]).toHear(/紧急 #1[\s\S]*客户投诉发错货[\s\S]*前确认/)
      }
      await talk.goTo(at(monday2, '16:01'))
      const end = await only(talk, /还没有人接手/)
      expect(end.text).toMatch(/紧急 #1 还没有人接手[\s\S]*请直接打电话找 张敏/)
      expect(end.text).not.toMatch(/李雷|韩梅|陈晨|钱坤/)
    })

    test('第二天再提一次；有人接了，转给别人，写下怎么解决的，就成了案例', async () => {
      const { li, han, zhao } = who
      await li.tells('/请假 明天')
      await talk.goTo(at(tuesday2, '09:31'))
      await expect(talk.group).toHear(/紧急 #1 仍然没有人接手/)
      await press(han, 'urgent.take')
      await expect(zhao).toHear(/韩梅 已接手/)
      await han.tells('/紧急 1 转 王芳')
      await expect(who.wang).toHear(/韩梅 想把它转给你/)
      await press(who.wang, 'urgent.take')
      await expect(han).toHear(/王芳 已接手/)
      await zhao.tells('/紧急 1 备注 客户要求今天补发')
      await expect(who.wang).toHear(/赵刚 补充：客户要求今天补发/)
      await who.wang.tells('/紧急 1 完成')
      await expect(who.wang).toHear(/请用一句话写怎么解决的/)
      await who.wang.tells('/紧急 1 完成 换顺丰补发，并致歉')
      await expect(who.wang).toHear(/已收进案例 #1/)
      expect((await only(talk, /^紧急 #1\n/)).text).toMatch(/王芳 已处理好（09:31）：换顺丰补发，并致歉/)
      await zhao.tells('/紧急 1')
      await expect(zhao).toHear(/提出[\s\S]*找 李雷[\s\S]*韩梅[\s\S]*王芳 关闭：换顺丰补发，并致歉/)
    })

    test('请假的人跳过；休息时间只有特急才找人，经理周一看得到', async () => {
      const { zhao, li, han } = who
      await zhao.says('/紧急 仓库漏水')
      await expect(han).toHear(/仓库漏水[\s\S]*今天你在值班表上/)
      await expect(li).not.toHear(/仓库漏水[\s\S]*值班表/)
      await press(han, 'urgent.take')
      await han.tells('/紧急 2 完成 物业已修')
      await talk.goTo(at(tuesday2, '22:00'))
      await zhao.tells('/紧急 发票抬头错了')
      await expect(zhao).toHear(/现在是休息时间，到点就找人/)
      await expect(han).not.toHear(/值班表/)
      await zhao.tells('/紧急 3 完成 自己改好了')
      await zhao.tells('/紧急 特急 客户现场停线')
      await expect(han).toHear(/特急 #4[\s\S]*客户现场停线[\s\S]*22:10 前确认/)
      await han.tells('/紧急 4 收到')
      await han.tells('/紧急 4 完成 已派人换件')
      expect((await only(talk, /特急 #4/)).text).toMatch(/已处理好（22:00）：已派人换件/)
    })
  })

  describe('案例', () => {
    test('一个问题有负责人、有期限；到期的早上提醒，逾期私下告诉经理', async () => {
      const { zhao, han, qian } = who
      await talk.goTo(at('2026-11-25', '09:00'))
      await zhao.says('/案例 华为订单延期 @韩梅 期限 明天')
      await expect(talk.group).toHear(/一个问题进了案例库：#5 华为订单延期。负责人 韩梅，期限 11-26/)
      await expect(han).toHear(/赵刚 请你跟进一个问题/)
      await talk.goTo(at('2026-11-26', '09:11'))
      await expect(han).toHear(/到期的问题[\s\S]*#5 华为订单延期/)
      await expect(talk.group).not.toHear(/华为订单延期/)
      await talk.goTo(at('2026-11-30', '09:11'))
      await expect(qian).toHear(/逾期较久[\s\S]*#5[\s\S]*韩梅/)
      await expect(talk.group).not.toHear(/华为订单延期/)
      await han.tells('/案例 5 解决 换了承运商，两天到货')
      await expect(zhao).toHear(/你提的问题解决了[\s\S]*韩梅：换了承运商，两天到货/)
    })

    test('搜得到，下次有人遇到像的会看到；紧急处理过的也在里面', async () => {
      const { wang, li } = who
      await wang.says('/案例 搜 延期')
      await expect(wang).toHear(/#5 华为订单延期 → 换了承运商，两天到货/)
      await wang.says('/案例 搜 发错货')
      await expect(wang).toHear(/#1 .*发错货.* → 换顺丰补发，并致歉/)
      await wang.says('/案例 搜 回扣')
      await expect(wang).toHear(/没有找到/)
      await li.says('/案例 中建订单也延期了')
      await expect(li).toHear(/以前像这样的，是这么解决的[\s\S]*#5 华为订单延期 → 换了承运商，两天到货/)
      await expect(talk.group).not.toHear(/承运商/)
    })

    test('日报里的卡点自己成为案例；报过喜的人被请写两句，写了同事搜得到', async () => {
      const { zhao, wang, li } = who
      await talk.goTo(at('2026-11-30', '17:45'))
      await zhao.says('/日报 拜访2 卡点：样机还没到')
      await expect(zhao).toHear(/卡点记进了案例库[\s\S]*#7 样机还没到/)
      await li.says('/喜报 宝钢 8万')
      await expect(li).toHear(/恭喜拿下 宝钢！[\s\S]*花一分钟写两句/)
      await li.tells('/案例 赢单 先免费试用了两周 难题=嫌贵 经验=从小单开始')
      await expect(li).toHear(/已存成案例 #8：赢单 · 宝钢/)
      await wang.tells('/案例 搜 试用')
      await expect(wang).toHear(/#8 赢单 · 宝钢 → 先免费试用了两周/)
    })

    test('解决过的够多，十二月第一个工作日私下出三道题，结果只有本人知道', async () => {
      const { qian, wang, li } = who
      await qian.tells('/案例 6 解决 分批发货')
      await qian.tells('/案例 7 解决 借了展厅的样机')
      await qian.tells('/设置 案例小测 开')
      await talk.goTo(at('2026-12-01', '14:01'))
      await expect(wang).toHear(/案例小测[\s\S]*结果只有你看到/)
      await press(wang, 'cases.quiz')
      await expect(wang).toHear(/第 1 题，共 3 题[\s\S]*A\. /)
      for (const _ of [1, 2, 3]) await wang.tells('Ａ')
      await expect(wang).toHear(/答对 [0-3] 道，共 3 道\n只有你看得到/)
      expect(await everything(li)).not.toMatch(/答对/)
      await expect(talk.group).not.toHear(/小测|答对/)
    })
  })

  test('对群说的每一句，不多不少；一步一步都留着', async () => {
    const lines = (await saidOpenly(talk)).filter(line => !/汇总|榜|总结/.test(line))
    expect(lines).toEqual([
      '“销售一部”建好了',
      '📢 通知 #1',
      '紧急 #1',
      '紧急 #1 还没有人接手',
      '紧急 #1 仍然没有人接手',
      '紧急 #2',
      '紧急 #3',
      '特急 #4',
      '一个问题进了案例库：#5 华为订单延期。负责人 韩梅，期限 11-26',
      '一个问题进了案例库：#6 中建订单也延期了。负责人 李雷，期限 12-03',
      '🔔 喜报',
    ])
    const log = await provenLog(talk)
    expect(log.get('urgent.escalated')).toBe(7)
    expect([...log.keys()]).toEqual(expect.arrayContaining(['notices.readers', 'cases.overdue']))
  })
})
