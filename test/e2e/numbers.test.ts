import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../../src/content/content.ts'
import { contentSchema } from '../../src/content/schema.ts'
import type { SeenMessage, Speaker, Talk } from '../talk.ts'
import { openTeam } from '../team-talk.ts'
import { at, only } from './cast.ts'
import { isWorkbook } from './sent-bytes.ts'

const people = { zhang: '张敏', li: '李雷', han: '韩梅', wang: '王芳', zhao: '赵刚' }
const [monday, tuesday, thursday, friday] = ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20'] as const
const [monday2, thursday2, friday2, december] = ['2026-11-23', '2026-11-26', '2026-11-27', '2026-12-01'] as const

const blocks = ({ content }: SeenMessage): readonly Block[] => contentSchema.parse(content).blocks

/** What a team's numbers bring in two weeks and a day, from typing alone; each part going on where the one before ended. */
describe('销售一部的数字', () => {
  let talk: Talk
  let zhang: Speaker
  let li: Speaker
  let han: Speaker
  let wang: Speaker
  let zhao: Speaker

  beforeAll(async () => {
    const team = await openTeam({ at: at(monday, '08:00'), people })
    talk = team
    ;({ zhang, li, han, wang, zhao } = team.who)
  })
  afterAll(() => talk[Symbol.asyncDispose]())

  /** The newest file of such a name that somebody was sent. */
  async function fileOf(person: Speaker, name: RegExp): Promise<Uint8Array> {
    const files = (await person.all()).flatMap(one => (one.from === 'bot' ? blocks(one) : []))
    const found = files.findLast(one => one.b === 'file' && name.test(one.name))
    if (found?.b !== 'file') throw new Error(`${person.id} has no file ${name}`)
    return (await talk.house.room.files(found.ref))?.bytes ?? new Uint8Array()
  }

  describe('周一早上：数什么，要多少', () => {
    test('加指标、记汇率，另一种货币算进总额', async () => {
      await zhang.says('/指标 添加 海外额 overseas 币种=USD')
      await expect(zhang).toHear(/已添加指标 海外额/)
      await zhang.says('/指标 添加 总额 total 单位=金额 公式=签单额 + 海外额')
      await expect(zhang).toHear(/由其他指标算出来，不用填/)
      await zhang.says('/汇率 USD 7.1')
      await expect(zhang).toHear(/1 USD = 7.1 CNY，2026-11-16 起/)
      await li.tells('/记录 海外额 1000')
      await expect(li).toHear(/李雷 海外额 1000美元/)
      await li.tells('/榜单 总额 今天')
      await expect(li).toHear(/李雷\s+7100[\s\S]*1 USD = 7\.1 CNY/)
    })

    test('自己的目标说了就定；经理提的，本人接受才算', async () => {
      await li.tells('/目标 签单额 12万 本月')
      await expect(li).toHear(/签单额 12万（2026年11月）[\s\S]*已定下/)
      await wang.tells('/目标 签单额 20万 本月')
      await zhang.says('/目标 韩梅 签单额 10万 本月 因为老客户多')
      await expect(han).toHear(/张敏 给你提了一个目标[\s\S]*理由：老客户多/)
      await han.tells('/目标')
      await expect(han).not.toHear(/0 \/ 10万/)
      await han.uses('targets.accept')
      await expect(zhang).toHear(/韩梅 同意了/)
      await han.tells('/目标')
      await expect(han).toHear(/本月签单额 0 \/ 10万（0%），剩 11 个工作日/)
    })

    test('说不通的目标，说清楚怎么写，什么也不记', async () => {
      await zhao.tells('/目标 签单额 -5')
      await expect(zhao).toHear(/要大于 0；例如/)
      await zhao.tells('/目标 签单额 2月31日 5万')
      await expect(zhao).toHear(/没有“2月31日”这一天/)
      await zhao.tells('/目标')
      await expect(zhao).toHear(/还没有目标/)
    })
  })

  describe('周一：成交、感谢、日报', () => {
    test('喜报一响，图马上到群里；同一单只响一次', async () => {
      await talk.goTo(at(monday, '15:00'))
      await li.says('/喜报 华为 8万 # 跟了半年')
      const bell = await only(talk, /🔔 喜报/)
      expect(bell.text).toMatch(/@李雷 拿下 华为，金额 8万！\n跟了半年/)
      expect(blocks(bell)).toContainEqual(expect.objectContaining({ b: 'image', alt: '图：李雷 拿下 华为' }))
      await li.says('/喜报 华为 8万')
      await expect(li).toHear(/今天 15:00 已经报过喜/)
      await expect(talk.group).not.toHear(/喜报/)
    })

    test('感谢要有理由，有额度：不能谢自己，同一个人一周两次，一天五人次', async () => {
      await han.says('/表扬 @李雷 带我见客户 #协作')
      await expect(talk.group).toHear(/@李雷：带我见客户\n来自 韩梅 · #协作/)
      await han.says('/表扬 @李雷')
      await expect(han).toHear(/理由|为什么|写一句/)
      await han.says('/表扬 @韩梅 真棒')
      await expect(han).toHear(/不能表扬自己/)
      await han.says('/表扬 @李雷 帮我改报价')
      await han.says('/表扬 @李雷 又帮了一次')
      await expect(han).toHear(/这周你已经表扬过 李雷 2 次，11月23日起可以再表扬/)
      await li.says('/表扬 @韩梅 @王芳 @赵刚 一起跑展会')
      await li.says('/表扬 @韩梅 @王芳 @赵刚 又一次')
      await expect(li).toHear(/今天只能再表扬 2 人次/)
      await expect(talk.group).not.toHear(/表扬/)
    })

    test('日报的回答里有进度；报过的喜漏写了，私下提醒，补上也只算一次', async () => {
      await talk.goTo(at(monday, '18:00'))
      await li.tells('/日报 拜访3 电话25')
      await expect(li).toHear(/本月签单额 0 \/ 12万（0%），剩 10 个工作日，每天需 1\.2万/)
      await expect(li).toHear(/报过喜：华为 8万.*漏了的话补上：\/日报 签单1 签单额80000/)
      await li.tells('/日报 签单1 签单额80000')
      await expect(li).toHear(/本月签单额 8万 \/ 12万（66%），剩 10 个工作日，每天需 4000/)
      await expect(li).not.toHear(/报过喜/)
      await han.says('/日报 拜访2 电话18 签单1/4万')
      await li.tells('/追溯 签单额 本月')
      await expect(li).toHear(/合计 8万/)
      await talk.goTo(at(monday, '19:05'))
      expect((await only(talk, /日报汇总/)).text).toMatch(/李雷.*8万[\s\S]*合计.*12万/)
    })

    test('当天的表扬 19:10 到群里，说明为什么', async () => {
      await talk.goTo(at(monday, '19:10'))
      await expect(talk.group).toHear(
        /今天的表扬[\s\S]*@(李雷|韩梅) 开张了[\s\S]*@(李雷|韩梅) 开张了[\s\S]*为什么：首单/,
      )
    })
  })

  describe('周五：榜单、总结、更正', () => {
    test('17:00 的榜单带图，17:05 的总结接着到', async () => {
      await talk.goTo(at(tuesday, '18:00'))
      await zhao.says('/日报 拜访1 电话10 签单1/1万')
      await talk.goTo(at(thursday, '18:00'))
      await wang.says('/日报 拜访1 电话10')
      await wang.tells('/生日 11-21')
      await zhang.tells('/奖池 新建 团建 签单额 30万 2026-11 奖励=海底捞')
      await talk.goTo(at(friday, '17:04'))
      const board = await only(talk, /签单额榜/)
      expect(board.text).toMatch(/1\s+李雷\s+8万\n\s+2\s+韩梅\s+4万\n\s+3\s+赵刚\s+1万/)
      expect(blocks(board).map(({ b }) => b)).toContain('image')
      await expect(talk.group).not.toHear(/总结/)
      await talk.goTo(at(friday, '17:05'))
      const summary = await only(talk, /总结 · 2026年第47周/)
      expect(summary.text).toMatch(/签单额\s+13万[\s\S]*谢谢大家：4 人交了 4 份日报/)
      expect(summary.text).not.toMatch(/需要留意/)
      await expect(zhang).toHear(/总结 · 2026年第47周[\s\S]*需要留意（只有经理看得到）/)
    })

    test('总结还可以是一张 Excel，发到私聊', async () => {
      await zhang.uses('summaries.xlsx', { value: '2026-W47' })
      await expect(zhang).toHear(/销售一部 总结 2026-W47\.xlsx/)
      expect(isWorkbook(await fileOf(zhang, /\.xlsx$/))).toBe(true)
      await expect(talk.group).not.toHear(/xlsx/)
    })

    test('奖池的进度 17:10 带着图说一次', async () => {
      await talk.goTo(at(friday, '17:15'))
      const pool = await only(talk, /团队奖池/)
      expect(pool.text).toMatch(/团建 ▰▰▰▰▱+ 43% · 签单额 13万 \/ 30万/)
      expect(blocks(pool).map(({ b }) => b)).toContain('image')
    })

    test('数字不对就提异议：经理点一下就更正，榜单就地改一次，写明改了什么', async () => {
      const before = await only(talk, /签单额榜/)
      await zhao.tells('/异议 签单额 11-17 应为3万，合同补了一份')
      await expect(zhao).toHear(/已私下问经理（异议 #1）/)
      await expect(zhang).toHear(/异议 #1[\s\S]*签单额 1万 · 赵刚/)
      await zhang.uses('disputes.accept', { value: '1', values: { value: '3万' } })
      await expect(zhao).toHear(/你的异议 #1 已接受/)
      const after = await only(talk, /签单额榜/)
      expect(after).toMatchObject({ id: before.id, revision: before.revision + 1 })
      expect(after.text).toMatch(/3\s+赵刚\s+3万\n2026-11-20 17:15 更新：2026-11-17 的一个签单额数字已更正/)
      await zhao.tells('/追溯 签单额 本周')
      await expect(zhao).toHear(/合计 3万[\s\S]*更正/)
    })
  })

  describe('第二周：竞赛、奖池、积分', () => {
    test('周六的生日，周一早上祝贺', async () => {
      await zhang.tells('/竞赛 最多 电话 2026-11-23..2026-11-26 奖品=电影票 名=电话冲刺')
      await zhang.tells('/设置 积分 开')
      await zhang.tells('/奖品 添加 咖啡券 40')
      await talk.goTo(at(monday2, '09:09'))
      expect((await only(talk, /生日快乐/)).text).toMatch(/@王芳（11月21日 周六）/)
    })

    test('竞赛开始，日报就是战绩；奖池一到就庆祝，达成目标的当晚表扬', async () => {
      await talk.goTo(at(monday2, '09:10'))
      await expect(talk.group).toHear(/电话冲刺 · 最多[\s\S]*竞赛开始 · 还有 3 天/)
      await talk.goTo(at(monday2, '18:00'))
      await li.says('/日报 电话40')
      await han.says('/日报 电话20 签单1/20万')
      await expect(talk.group).toHear(/🎉 大家一起做到了！解锁：海底捞[\s\S]*签单额 35万 \/ 30万/)
      await talk.goTo(at(monday2, '19:10'))
      await expect(talk.group).toHear(/@韩梅 达成了2026年11月的签单额目标：24万/)
      await zhang.tells('/奖池')
      await expect(zhang).toHear(/已达成/)
    })

    test('落后的人私下收到一次进度提醒，说清每天要多少；只轮到一半的周，群里不提', async () => {
      await talk.goTo(at(thursday2, '10:00'))
      const told = (await wang.all()).filter(({ text }) => /本月签单额到现在 0，目标 20万/.test(text))
      expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/还有 \d 个工作日，每天要 .*\n只有你能看到/)])
      for (const person of [li, zhao, zhang])
        expect((await person.all()).map(({ text }) => text).join()).not.toMatch(/目标 20万/)
    })

    test('竞赛到点就结束：赢的得积分，积分换奖品要经理同意', async () => {
      await talk.goTo(at(friday2, '09:10'))
      await expect(talk.group).toHear(/电话冲刺 · 结果[\s\S]*🏆 恭喜 @李雷（40）　奖品：电影票/)
      await li.tells('/积分')
      await expect(li).toHear(/你有 50 分/)
      await li.tells('/兑换 咖啡券')
      await expect(zhang).toHear(/李雷 想用 40 分换“咖啡券”（1 号）/)
      await zhang.tells('/兑换 同意 1')
      await expect(li).toHear(/咖啡券/)
      await li.tells('/积分')
      await expect(li).toHear(/你有 10 分[\s\S]*−40 {2}换“咖啡券”/)
    })
  })

  describe('十二月的第一个工作日：冠军、评估、我的数据', () => {
    test('上个月的冠军带着证书到群里，怎么算的谁都能查', async () => {
      await talk.goTo(at(december, '09:30'))
      const champion = await only(talk, /2026年11月签单额冠军/)
      expect(champion.text).toMatch(/🏆 @韩梅 签单额 24万/)
      expect(blocks(champion)).toContainEqual(
        expect.objectContaining({ b: 'image', alt: '荣誉证书：韩梅，2026年11月签单额冠军' }),
      )
      await zhang.says('/trace champion 2026-11')
      await expect(zhang).toHear(/最多者为冠军[\s\S]*2026-11-23\s+20万[\s\S]*校验码 [0-9a-f]{64}[\s\S]*与评出时一致/)
    })

    test('评估从发起到两边签字，只有两个人看得到', async () => {
      await zhang.tells('/评估 开始 李雷 2026-11')
      await expect(li).toHear(/张敏 发起了你2026年11月的评估/)
      await li.tells('/评估 自评 做得好：拜访稳定；不足：报价慢；帮助：要样机；打分 4 3 5')
      await expect(zhang).toHear(/李雷 交了自评[\s\S]*签单额\s+8万.*12万/)
      await zhang.tells('/评估 写评 李雷 肯定：跟进及时；待改进：提前备货；下一步：带一次大单；打分 4 4 4')
      await zhang.tells('/评估 面谈 李雷 下季度主攻华东')
      await li.tells('/评估')
      await expect(li).toHear(/提前备货[\s\S]*下季度主攻华东/)
      await li.tells('/评估 签字')
      await expect(zhang).toHear(/李雷 已在2026年11月的评估上签字/)
      await zhang.tells('/评估 签字 李雷')
      await expect(zhang).toHear(/双方都已完成，评估结束/)
      await expect(li).toHear(/张敏 已在2026年11月的评估上签字/)
      for (const person of [han, wang, zhao])
        expect((await person.all()).map(({ text }) => text).join()).not.toMatch(/提前备货|自评/)
    })

    test('我的数据：记了什么、谁看过，都说；也可以整份带走', async () => {
      await zhao.tells('/我的数据')
      await expect(zhao).toHear(/对数字的异议：1 条/)
      await wang.tells('/我的数据')
      await expect(wang).toHear(/生日 11-21/)
      await han.tells('/我的数据')
      await expect(han).toHear(/冠军：1 次/)
      await li.tells('/我的数据')
      for (const kept of [
        /喜报：1 单/,
        /收到的表扬：2 次/,
        /送出的表扬：3 次/,
        /我的目标：1 个/,
        /积分：.*变动 2 次/,
        /积分兑换：1 次/,
      ])
        await expect(li).toHear(kept)
      for (const kept of [/自动表扬：1 次/, /参加的竞赛：1 场/]) await expect(li).toHear(kept)
      await expect(li).toHear(/关于李雷的全部记录[\s\S]*评估[\s\S]*别人看过我的什么[\s\S]*张敏 · 看了2026年11月的评估/)
      await li.tells('/我的数据 导出')
      await expect(li).toHear(/my-data-2026-12-01\.json/)
      const { kept } = JSON.parse(new TextDecoder().decode(await fileOf(li, /\.json$/)))
      expect(kept['喜报']).toMatchObject([{ customer: '华为', amount: 80_000, state: 'rung' }])
      expect(kept['我的目标']).toMatchObject([{ metric: 'revenue', value: 120_000, trail: [{ state: 'accepted' }] }])
      expect(JSON.stringify(kept)).not.toMatch(/合同补了一份|200000/)
    })
  })

  test('两周里对群说的每一句，不多不少', async () => {
    const said = (await talk.group.all())
      .filter(({ from }) => from === 'bot')
      .toSorted((one, other) => one.at.localeCompare(other.at))
    const first = said.map(({ text }) => text.split('\n')[0] ?? '')
    const digests = first.filter(line => /汇总/.test(line))
    // Twelve workdays: eleven evenings of reports are over, and twelve mornings of plans.
    expect(digests).toHaveLength(23)
    expect(new Set(digests).size).toBe(23)
    expect(first.filter(line => !/汇总/.test(line))).toEqual([
      '“销售一部”建好了',
      '🔔 喜报',
      '👏 表扬',
      '👏 表扬',
      '👏 表扬',
      '👏 今天的表扬',
      '👏 今天的表扬',
      '签单额榜 · 2026年第47周（11月16日至11月22日）',
      '总结 · 2026年第47周（11月16日至11月22日）',
      '团队奖池',
      '🎂 生日快乐',
      '电话冲刺 · 最多',
      '团建 · 达成',
      '👏 今天的表扬',
      '电话冲刺 · 中场',
      '电话冲刺 · 结果',
      '签单额榜 · 2026年第48周（11月23日至11月29日）',
      '总结 · 2026年第48周（11月23日至11月29日）',
      '签单额榜 · 2026年11月',
      '2026年11月签单额冠军',
    ])
    expect(new Set(said.map(({ text }) => text)).size).toBe(said.length)
  })
})
