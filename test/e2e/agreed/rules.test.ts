import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, only } from '../cast.ts'
import { everything, noted, openStage, press, provenLog, type Stage, saidOpenly, whileDaysGoBy } from './stage.ts'

const people = {
  ...{ zhang: '张敏', chen: '陈晨', li: '李雷', han: '韩梅', wang: '王芳', zhao: '赵刚' },
}
type Who = keyof typeof people
const [monday, tuesday, wednesday, thursday, friday] = [
  ...['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
] as const
const [monday2, friday2] = ['2026-11-23', '2026-11-27'] as const

/** What is agreed in a group, from typing alone; each part going on where the one before ended. */
describe('销售一部约定的两周', whileDaysGoBy, () => {
  let stage: Stage<Who>
  let talk: Stage<Who>['talk']
  let who: Stage<Who>['who']

  beforeAll(async () => {
    stage = await openStage({ at: at(monday, '08:00'), people })
    ;({ talk, who } = stage)
    await who.zhang.says('/setup 销售一部')
    for (const id of ['chen', 'li', 'han', 'wang', 'zhao'] as const) await who[id].says('/加入')
    await who.zhang.tells('/member 陈晨 role=lead')
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  describe('周一早上：挑几条，告诉大家', () => {
    test('经理看目录，启用几条，一条先静默试行；别人改不了', async () => {
      const { zhang, li } = who
      await zhang.tells('/群规 目录')
      await expect(zhang).toHear(/群规目录[\s\S]*安静时段[\s\S]*quiet-hours[\s\S]*未启用[\s\S]*静默试行：\/群规 试行/)
      await li.tells('/群规')
      await expect(li).toHear(/这里还没有群规/)
      await li.tells('/群规 启用 刷屏')
      await expect(li).toHear(/需要经理/)
      for (const rule of ['客户隐私', '订单延期', '客户投诉', '重要通知', '安静时段', '广告和陌生链接', '有问必答']) {
        await zhang.tells(`/群规 启用 ${rule}`)
        await expect(zhang).toHear(new RegExp(`已启用“${rule}”`))
      }
      await zhang.tells('/群规 启用 夸大和承诺')
      await expect(zhang).toHear(/词表还是空的，先放进 \d+ 个常见的/)
      await zhang.tells('/群规 试行 刷屏')
      await expect(zhang).toHear(/开始静默试行：只看只数，不打扰任何人/)
      await zhang.tells('/设置 群规表扬 开')
      expect(await talk.group.heard()).toEqual([])
    })

    test('半小时里的修改合成一条，群里说一次；试行的不说', async () => {
      await talk.goTo(at(monday, '08:31'))
      const news = await only(talk, /群规有变化/)
      expect(news.text.match(/新增 · /g)).toHaveLength(8)
      expect(news.text).toMatch(/客户隐私.*手机号/)
      expect(news.text).not.toMatch(/刷屏/)
    })

    test('读过的点一下，或者打几个字；经理看得到谁还没读', async () => {
      const { zhang, li, han, wang } = who
      await press(li, 'rules.read')
      await expect(li).toHear(/群规第 8 版你已读/)
      for (const person of [han, wang]) await person.says('/群规 已读')
      await zhang.tells('/群规 谁没读')
      await expect(zhang).toHear(/已读.*李雷.*\n.*还没读.*赵刚/)
      await li.tells('/群规 谁没读')
      await expect(li).toHear(/需要经理/)
      expect(await talk.group.heard()).toEqual([])
    })
  })

  describe('周一：提示只给本人', () => {
    test('写了客户的号码：私下得到打过码的一份，群里没有一个字', async () => {
      const { li, han } = who
      await talk.goTo(at(monday, '10:00'))
      await li.says('张总的手机 １３８-1234-5678，下午去')
      await expect(li).toHear(/客户的手机号[\s\S]*打码后的版本：张总的手机 .*\*{4}.*，下午去[\s\S]*只有你能看到/)
      expect(await talk.group.heard()).toEqual([])
      expect(await everything(han)).not.toMatch(/打码|1234/)
      await li.says('对账：订单号 20261116000123，数量 1381234')
      expect(await li.heard()).toEqual([])
    })

    test('夸大的话换个写法也听得出来，还给出能说的；放行的词没事', async () => {
      const { han, zhang } = who
      await han.says('咱们的设备全 国 第 一，客户放心')
      await expect(han).toHear(/夸大和承诺[\s\S]*可以说：说出数据和来源/)
      await talk.goTo(at(monday, '10:30'))
      await han.says('我把最佳实践整理好了')
      expect(await han.heard()).toEqual([])
      await zhang.tells('/群规 词表 添加 永不降价=说出期限')
      await han.says('跟客户讲永 不 降 价')
      await expect(han).toHear(/可以说：说出期限/)
      expect(await talk.group.heard()).toEqual([])
    })

    test('订单延期：点一下就是案例；客户投诉：点一下就有人接', async () => {
      const { zhang, zhao, wang, li } = who
      await zhang.tells('/紧急 值班 李雷 韩梅')
      await zhao.says('中建的订单要延期三天，怎么办')
      await expect(zhao).toHear(/记成案例.*\/群规 转 \d/)
      expect(await talk.group.heard()).toEqual([])
      await press(zhao, 'rules.route')
      await expect(talk.group).toHear(/一个问题进了案例库：#1 中建的订单要延期三天，怎么办。负责人 赵刚/)
      await wang.says('宝钢的客户投诉了，说发错货')
      await expect(wang).toHear(/按紧急处理.*\/群规 转 \d/)
      await wang.says(`/群规 转 ${await noted(wang, /\/群规 转 (\d+)/)}`)
      await expect(talk.group).toHear(/紧急 #1[\s\S]*王芳：宝钢的客户投诉了，说发错货/)
      await expect(li).toHear(/今天你在值班表上/)
      await li.says('/紧急 1 收到')
      await expect(li).toHear(/#1 由你处理/)
      await li.says('/紧急 1 完成 已补发')
      await expect(wang).toHear(/李雷 已处理好：已补发/)
    })

    test('重要通知：组长点一下就发了；组员得到一行写好的话', async () => {
      const { zhao, chen } = who
      await zhao.says('重要通知：周五下午盘点')
      await press(zhao, 'rules.route')
      await expect(zhao).toHear(/\/通知 重要通知：周五下午盘点/)
      expect(await talk.group.heard()).toEqual([])
      await chen.says('重要通知 周五下午两点盘点')
      await press(chen, 'rules.route')
      await expect(talk.group).toHear(/通知 #1[\s\S]*周五下午两点盘点/)
    })

    test('点名问的没人答：一小时以后只提醒被问的人', async () => {
      const { li, wang, han } = who
      await talk.goTo(at(monday, '14:00'))
      await li.says('@韩梅 华为的合同盖好章了吗？')
      await li.says('@王芳 报价单发了吗？')
      await han.says('盖好了，下午寄')
      await talk.goTo(at(monday, '15:05'))
      await expect(wang).toHear(/李雷 14:00 在.*问了你一个问题，还在等你回复/)
      await expect(han).not.toHear(/等你回复/)
      await expect(talk.group).not.toHear(/等你回复/)
    })

    test('安静时段说话：先提示，再有只记录；第二天白天没事', async () => {
      const { han } = who
      await talk.goTo(at(monday, '21:30'))
      await han.says('明天谁去见客户')
      await expect(han).toHear(/这个时段群里说好先安静/)
      await talk.goTo(at(monday, '22:40'))
      await han.says('有人吗')
      expect(await han.heard()).toEqual([])
      await talk.goTo(at(tuesday, '10:00'))
      await han.says('我去吧')
      expect(await han.heard()).toEqual([])
      await expect(talk.group).not.toHear(/安静/)
    })
  })

  describe('一再如此，和判得不对', () => {
    test('提示两次，记一次，才私下告诉经理；本人知道，经理看不到原话', async () => {
      const { zhang, zhao } = who
      const told: (readonly string[])[] = []
      for (const number of ['13900001111', '13900002222', '13900003333', '13900004444']) {
        await zhao.says(`客户电话 ${number}`)
        told.push(await zhao.heard())
      }
      expect(told.map(all => all.length)).toEqual([1, 1, 0, 1])
      expect(told[3]?.[0]).toMatch(/因为有几次了，也告诉了经理/)
      await expect(zhang).toHear(/赵刚 又碰到群规“客户隐私”/)
      await expect(zhang).not.toHear(/1390000/)
      expect(await talk.group.heard()).toEqual([])
    })

    test('点“判得不对”只是记一笔；申诉由经理看着原话定', async () => {
      const { zhang, wang, li } = who
      await wang.says('竞品的官网是 www.jingpin-crm.com，大家看看')
      await press(wang, 'rules.wrong')
      const number = await noted(wang, /记下了，#(\d+) 判得不对/)
      await wang.tells(`/群规 申诉 ${number} 是工作要用`)
      await expect(zhang).toHear(/群规申诉 #\d+[\s\S]*王芳[\s\S]*www\.jingpin-crm\.com[\s\S]*是工作要用/)
      await li.tells(`/群规 接受 ${number}`)
      await expect(li).toHear(/需要经理/)
      await zhang.tells(`/群规 接受 ${number} 说得对，是工作`)
      await expect(wang).toHear(/你的申诉 #\d+ 有结果了[\s\S]*张敏 看过：判得不对，这一步撤掉：说得对，是工作/)
      await press(li, 'rules.appeal')
      await press(zhang, 'rules.decline')
      await expect(li).toHear(/张敏 看过：维持/)
      expect(await talk.group.heard()).toEqual([])
    })
  })

  describe('先试行，再决定', () => {
    test('试行的群规只数不说；在留存的聊天上回测，说清楚会提示几次、哪些话', async () => {
      const { zhang, wang } = who
      await talk.goTo(at(wednesday, '10:00'))
      for (const n of Array.from({ length: 12 }, (_, at) => at + 1)) await wang.says(`第${n}家客户回访完了`)
      expect(await wang.heard()).toEqual([])
      await zhang.tells('/群规 回测 刷屏 7天')
      await expect(zhang).toHear(/试算“刷屏”[\s\S]*会碰到 4 条，按它的分寸会提示 1 次[\s\S]*王芳: 第12家客户回访完了/)
      await zhang.tells('/rules test 重复消息 days 7')
      await expect(zhang).toHear(/试算“重复消息”[\s\S]*会碰到 0 条/)
      await wang.tells('/我的数据')
      await expect(wang).toHear(/别人看过我的什么[\s\S]*张敏/)
    })

    test('改了时间，大家听到新的和原来的；换了版，要再读一遍', async () => {
      const { zhang, li } = who
      await zhang.tells('/群规 编辑 安静时段 时间=22:00-07:00')
      await zhang.tells('/群规 豁免 王芳 不受 安静时段')
      await talk.goTo(at(wednesday, '10:31'))
      await expect(talk.group).toHear(/群规有变化[\s\S]*修改 · 安静时段：每天 22:00–07:00.*（原来：每天 21:00–08:00/)
      await li.says('/群规')
      await expect(li).toHear(/第 9 版[\s\S]*我读过了/)
      await zhang.tells('/群规 导出 安静时段')
      await expect(zhang).toHear(/key: quiet-hours[\s\S]*from: ?["']?22:00/)
      await talk.goTo(at(wednesday, '22:30'))
      await who.wang.says('我在机场，明早到')
      expect(await who.wang.heard()).toEqual([])
    })

    test('写错了的，说清楚怎么写，什么也没改', async () => {
      const { zhang } = who
      await talk.goTo(at(thursday, '10:00'))
      await zhang.tells('/群规 启用 刷频')
      await expect(zhang).toHear(/没有“刷频”这条群规，是不是“刷屏”/)
      await zhang.tells('/群规 编辑 安静时段 时间=25点')
      await expect(zhang).toHear(/没有改动。什么时间没看懂“25点”/)
      await zhang.tells('/群规 导入\n- key: x')
      await expect(zhang).toHear(/没有导入，请先修正[\s\S]*第 1 行/)
      await talk.goTo(at(friday, '10:00'))
      await expect(talk.group).not.toHear(/群规有变化/)
    })
  })

  describe('第二周', () => {
    test('周一早上经理私下得到一周的情况，按群规数，不点名', async () => {
      const { zhang, li } = who
      await talk.goTo(at(monday2, '09:41'))
      const report = (await zhang.heard()).find(text => text.includes('群规这一周')) ?? ''
      expect(report).toMatch(/客户隐私\s+5\s+0\s+4\s+0\s+1 \(0✓\)/)
      expect(report).toMatch(/广告和陌生链接\s+1\s+0\s+1\s+1\s+1 \(1✓\)/)
      expect(report).toMatch(/刷屏（试行）\s+4\s+0\s+0/)
      expect(report).not.toMatch(/李雷|韩梅|王芳|赵刚/)
      await expect(li).not.toHear(/群规这一周/)
      await expect(talk.group).not.toHear(/群规这一周/)
    })

    test('群里只听到好的', async () => {
      await talk.goTo(at(friday2, '17:46'))
      // What was taken back after an appeal was no breach.
      expect((await only(talk, /没有碰到/)).text).toMatch(
        /^已经 11 天没有碰到“广告和陌生链接”这条群规了，谢谢每一位 👏/,
      )
    })
  })

  test('两周里对群说的每一句，不多不少；该留的都留着，一环扣一环', async () => {
    const lines = (await saidOpenly(talk)).filter(line => !/汇总|榜|总结/.test(line))
    expect(lines).toEqual([
      '“销售一部”建好了',
      '群规有变化',
      '一个问题进了案例库：#1 中建的订单要延期三天，怎么办。负责人 赵刚，期限 11-19',
      '紧急 #1',
      '📢 通知 #1',
      '群规有变化',
      '已经 11 天没有碰到“广告和陌生链接”这条群规了，谢谢每一位 👏',
    ])
    const log = await provenLog(talk)
    expect(log.get('rules.changed')).toBe(11)
    expect(log.get('rules.stepped')).toBe(14)
    expect(log.get('rules.appeal-decided')).toBe(2)
    expect([...log.keys()]).toEqual(
      expect.arrayContaining(['rules.exempt', 'rules.words', 'rules.test', 'rules.appeal']),
    )
  })
})
