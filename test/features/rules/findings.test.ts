import { describe, expect, it } from 'vitest'
import { openRules } from './house-of-rules.ts'

const hintTwice = {
  steps: [{ do: 'hint' as const }, { do: 'hint' as const }, { do: 'tell-manager' as const }],
  coolDown: 0,
}

describe('an appeal', () => {
  it('goes to every manager in private with the message, is decided once, and takes the step back', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'off-topic', patterns: ['八卦'] }, manners: hintTwice })
    await group.says('李伟', '行业八卦，客户换人了')
    const asked = (await group.presses('李伟', 'rules.appeal', '1')).join('\n')
    expect(asked).toContain('@王芳: ')
    expect(asked).toContain('@孙总: ')
    expect(asked).toContain('行业八卦，客户换人了')
    expect(asked).toContain('/群规 接受 1')
    expect(asked).toContain('@李伟: 已私下请经理看 #1')
    expect(await group.asks('李伟', '/群规 申诉 1')).toEqual([expect.stringContaining('不用再申诉')])
    const decided = (await group.asks('王芳', '/群规 接受 ＃１ 说的是工作，没问题')).join('\n')
    expect(decided).toContain('你的申诉 #1 有结果了')
    expect(decided).toContain('说的是工作，没问题')
    expect(decided).toMatch(/revised: .*王芳 看过/s)
    expect(await group.presses('孙总', 'rules.decline', '1')).toEqual([expect.stringContaining('可能别人已经处理了')])
    expect(await group.findings()).toMatchObject([
      { appeal: 'accepted', decidedBy: group.who('王芳').memberId, wrongBy: group.who('王芳').memberId },
    ])
    expect(await group.prisma.ruleStanding.findMany()).toMatchObject([{ taken: 0, steppedAt: null }])
  })

  it('is for the one who was hinted; others learn nothing of it, and nobody judges their own', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'anything' }, manners: hintTwice })
    await group.says('李伟', '早')
    for (const typed of ['/群规 申诉 1', '/群规 不对 1', '/群规 转 1', '/群规 申诉 7'])
      expect(await group.asks('张三', typed)).toEqual([expect.stringContaining('没有你能看的记录')])
    expect(await group.asks('张三', '/群规 接受 1')).toEqual([expect.stringContaining('需要经理')])
    expect(await group.asks('李伟', '/群规 申诉')).toEqual([expect.stringContaining('请写上编号')])
    await group.says('王芳', '早')
    await group.asks('王芳', '/群规 申诉 2 我在值班')
    expect(await group.asks('王芳', '/群规 接受 2')).toEqual([expect.stringContaining('另一位经理')])
  })
})

it('wrong: by the member it counts, by a manager it takes the step back, once', async () => {
  await using group = await openRules()
  await group.given({ when: { kind: 'anything' }, manners: hintTwice })
  await group.says('李伟', '早')
  await group.says('李伟', '晚')
  const standing = async () => (await group.prisma.ruleStanding.findFirstOrThrow()).taken
  await group.presses('李伟', 'rules.wrong', '1')
  expect(await standing()).toBe(2)
  await group.asks('王芳', '/rules wrong 1')
  await group.asks('孙总', '/rules wrong 1')
  expect(await standing()).toBe(1)
  expect(await group.findings()).toMatchObject([{ wrongBy: group.who('王芳').memberId }, { wrongAt: null }])
})

it('routing: one tap takes what was said through the right door', async () => {
  await using group = await openRules()
  await group.given({ when: { kind: 'routing', patterns: ['订单*延期'], to: 'case' } })
  const hint = (await group.says('李伟', '客户的订单要\u200b延期三天')).join('\n')
  expect(hint).toContain('/群规 转 1')
  const filed = (await group.presses('李伟', 'rules.route', '1')).join('\n')
  expect(filed).toContain('延期三天')
  const { memberId } = group.who('李伟')
  expect(await group.prisma.case.findMany()).toMatchObject([{ state: 'open', filedBy: memberId, ownerId: memberId }])
})

it('routing: what is sent elsewhere than here is told, and so is a notice to whoever may not post one', async () => {
  await using group = await openRules()
  await group.given({ when: { kind: 'routing', patterns: ['合同'], to: 'mail' } })
  await group.says('李伟', '合同发群里了')
  expect((await group.presses('李伟', 'rules.route', '1')).join()).toContain('邮箱')
  await group.given({ key: 'holidays', when: { kind: 'routing', patterns: ['放假安排'], to: 'notice' } })
  await group.says('李伟', '放假安排看这里')
  expect((await group.presses('李伟', 'rules.route', '2')).join()).toContain('/通知 放假安排看这里')
})

describe('/rules report', () => {
  it('tells managers alone how each rule fares, by rule and never by person', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'off-topic', patterns: ['八卦'] }, manners: hintTwice })
    await group.given({ when: { kind: 'links' } })
    for (const n of [1, 2, 3, 4, 5, 6]) await group.says('李伟', `八卦${n}`)
    for (const n of [1, 2]) await group.asks('李伟', `/群规 不对 ${n}`)
    expect(await group.asks('李伟', '/群规 报告')).toEqual([expect.stringContaining('需要经理')])
    const report = (await group.asks('王芳', '/群规 报告')).join('\n')
    expect(report).toContain('群规 off-topic')
    expect(report).toContain('群规 links')
    expect(report).toContain('6 次里有 2 次被说判得不对')
    expect(report).not.toContain('李伟')
    await group.waits(40 * 24 * 60)
    const sent = await group.prisma.delivery.findMany({
      where: { purpose: 'rules.weekly' },
      orderBy: { createdAt: 'asc' },
    })
    expect(sent).toHaveLength(5 * 2)
    expect(JSON.stringify(sent.at(-1)?.content)).toContain('四周没有碰到过')
    expect(await group.prisma.delivery.count({ where: { purpose: 'rules.praise' } })).toBe(0)
  })

  it('tells nothing of a week before there were rules', async () => {
    await using group = await openRules()
    await group.waits(7 * 24 * 60 - 60)
    await group.given({ when: { kind: 'flooding' } })
    const sent = () => group.prisma.delivery.count({ where: { purpose: 'rules.weekly' } })
    await group.waits(60)
    expect(await sent()).toBe(0)
    await group.waits(7 * 24 * 60)
    expect(await sent()).toBe(2)
  })

  it('and only if the team wishes, the group hears how long a rule was kept', async () => {
    await using group = await openRules({ settings: { praise: true } })
    await group.given({ when: { kind: 'flooding' } })
    const heard = await group.waits(12 * 24 * 60)
    expect(heard.filter(line => line.startsWith('G: '))).toEqual([expect.stringContaining('11 天没有碰到')])
  })

  it('in which what was taken back after an appeal is no breach', async () => {
    const praised = async (decision: string) => {
      await using group = await openRules({ settings: { praise: true } })
      await group.given({ when: { kind: 'flooding', messages: 3 } })
      await group.waits(9 * 24 * 60)
      for (const n of [1, 2, 3, 4]) await group.says('李伟', `第${n}条`)
      await group.presses('李伟', 'rules.appeal', '1')
      await group.asks('王芳', `/群规 ${decision} 1`)
      const heard = await group.waits(3 * 24 * 60)
      return heard.filter(line => line.startsWith('G: '))
    }
    expect(await praised('采纳')).toEqual([expect.stringContaining('11 天没有碰到')])
    expect(await praised('驳回')).toEqual([])
  })
})

describe('/rules test', () => {
  it('tries a rule on what was heard, tells nobody, and leaves on record what was shown', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'flooding', messages: 3 } }, 'shadow')
    for (const n of [1, 2, 3, 4, 5]) await group.says('李伟', `第${n}条`)
    const before = (await group.findings()).length
    const shown = (await group.asks('王芳', '/群规 回测 flooding 5天')).join('\n')
    expect(shown).toContain('听到 5 条')
    expect(shown).toContain('会碰到 2 条')
    expect(shown).toContain('会提示 1 次')
    expect(shown).toContain('李伟: 第5条')
    expect(await group.findings()).toHaveLength(before)
    expect(await group.prisma.audit.findMany()).toMatchObject([
      { what: 'rules.test', memberId: group.who('李伟').memberId, actorPersonId: group.who('王芳').personId },
    ])
    expect(await group.asks('李伟', '/群规 回测 flooding')).toEqual([expect.stringContaining('需要经理')])
    expect((await group.asks('王芳', '/rules test links days 3')).join()).toContain('会碰到 0 条')
  })

  it('says so where nothing is kept', async () => {
    await using group = await openRules({ sealing: null })
    await group.given({ when: { kind: 'flooding' } })
    expect((await group.asks('王芳', '/群规 回测 flooding')).join()).toContain('没有留存聊天可以试算')
  })
})
