import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { openTalk } from '../../../src/features/rules/hearing/kept.ts'
import { freshSealing, monday, openRules } from './house-of-rules.ts'

describe('what a rule finds', () => {
  it('is told to the speaker alone, with what to do instead and ways to object', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'customer-data' } })
    expect(await group.says('李伟', '大家早')).toEqual([])
    const [hint = '', ...others] = await group.says('李伟', '客户张总 13812345678')
    expect(others).toEqual([])
    expect(hint).toContain('~李伟:')
    expect(hint).toContain('手机号')
    expect(hint).toContain('客户张总 138****5678')
    expect(hint).toContain('/群规 不对 1')
    expect(hint).toContain('/群规 申诉 1')
    expect(await group.findings()).toMatchObject([{ number: 1, mode: 'on', step: 'hint', rung: 1 }])
  })

  it('is one hint, however many rules it meets', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'customer-data' } })
    await group.given({ when: { kind: 'links' } })
    const heard = await group.says('李伟', '13812345678 evil.top/a')
    expect(heard.join('\n')).toContain('手机号')
    expect(heard.join('\n')).toContain('evil.top')
    expect(heard.join('\n')).toContain('/群规 申诉 1 /群规 申诉 2')
    expect(await group.prisma.delivery.count({ where: { purpose: 'rules.hint' } })).toBe(1)
  })

  it('goes up the ladder with its pauses: hint, silence, then the managers, and the member knows', async () => {
    await using group = await openRules()
    const steps = [
      { do: 'hint' as const, words: { zh: '请走流程' } },
      { do: 'log' as const },
      { do: 'tell-manager' as const },
    ]
    await group.given({ when: { kind: 'off-topic', patterns: ['八卦'] }, manners: { steps, coolDown: 10 } })
    expect(await group.says('李伟', '来点八卦')).toEqual([expect.stringContaining('请走流程')])
    expect(await group.says('李伟', '再来点八卦')).toEqual([])
    await group.waits(10)
    expect(await group.says('李伟', '还有八卦')).toEqual([])
    await group.waits(10)
    const told = await group.says('李伟', '八卦')
    expect(told.map(line => line.split(':')[0]).toSorted()).toEqual(['@孙总', '@王芳', '~李伟'])
    expect(told.find(line => line.startsWith('~李伟'))).toContain('也告诉了经理')
    expect(told.find(line => line.startsWith('@王芳'))).not.toContain('来点')
    await group.waits(10)
    expect(await group.says('李伟', '八卦')).toEqual([expect.stringContaining('~李伟')])
    const steps_ = (await group.findings()).map(({ step }) => step)
    expect(steps_).toEqual(['hint', 'cooling', 'log', 'tell-manager', 'tell-manager'])
  })

  it('is for one reader alone, also where a private answer would be said openly for want of another way', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'customer-data' } })
    await group.says('李伟', '吴总 13812345678')
    const said = await group.prisma.delivery.findMany({ where: { purpose: 'rules.hint' } })
    expect(said).toMatchObject([{ content: { discreet: true } }])
  })

  it('is said openly only where the rule says so', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'repeats', times: 2 }, manners: { steps: [{ do: 'open-hint' }] } })
    await group.says('李伟', '在吗')
    expect(await group.says('李伟', '在 吗！')).toEqual([expect.stringMatching(/^G: .*李伟.*2 遍/s)])
  })

  it('is the same event when it comes twice', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'flooding', messages: 3 } })
    for (const id of ['a', 'b', 'b', 'b', 'c']) expect(await group.says('李伟', '嗯', id)).toEqual([])
    expect(await group.says('李伟', '嗯', 'd')).toHaveLength(1)
    expect(await group.findings()).toHaveLength(1)
  })

  it('is checked anew where it was said to us, since no ear hears that', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'customer-data' }, listens: { to: 'all' } })
    const heard = await group.says('李伟', '/为什么 13812345678')
    expect(heard.some(line => line.includes('138****5678'))).toBe(true)
  })
})

describe('nobody is told', () => {
  it('of a rule in shadow, and it is counted', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'anything' } }, 'shadow')
    expect(await group.says('李伟', '大家早')).toEqual([])
    expect(await group.findings()).toMatchObject([{ mode: 'shadow', step: null }])
    expect(await group.prisma.ruleStanding.count()).toBe(0)
  })

  it('where no rule holds: what is said leaves nothing', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'anything' } }, 'off')
    expect(await group.says('李伟', '大家早')).toEqual([])
    expect(await group.findings()).toEqual([])
    expect(await group.prisma.inboundEvent.findMany()).toMatchObject([{ heard: null, payload: null, state: 'handled' }])
  })

  it('in other channels than the rule’s, nor in a group without a team', async () => {
    await using group = await openRules()
    const elsewhere = '0193a000-0000-7000-8000-000000000001'
    await group.given({ when: { kind: 'anything' }, listens: { channels: [elsewhere] } })
    expect(await group.says('李伟', '大家早')).toEqual([])
    await group.given({ when: { kind: 'anything' } })
    await group.saysElsewhere('李伟', '13812345678')
    expect(await group.findings()).toEqual([])
    const heard = await group.prisma.inboundEvent.findMany({ where: { conversation: 'slack:elsewhere' } })
    expect(heard).toMatchObject([{ heard: null, payload: null }])
  })

  it('who is exempt, or of a rule that was switched off meanwhile', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'anything' }, exempt: { roles: ['manager'] } })
    expect(await group.says('王芳', '大家早')).toEqual([])
    expect(await group.says('李伟', '大家早')).toHaveLength(1)
    await group.given({ when: { kind: 'anything' } }, 'off')
    expect(await group.says('李伟', '大家早')).toEqual([])
    await group.waits(60)
    expect(await group.says('李伟', '大家早')).toEqual([])
    await group.given({ when: { kind: 'anything' } })
    expect(await group.says('李伟', '大家早')).toHaveLength(1)
  })
})

describe('what is said', () => {
  it('is kept sealed where rules are in use, and forgotten in time', async () => {
    const sealing = freshSealing()
    await using group = await openRules({ sealing, settings: { keepDays: 2 } })
    await group.given({ when: { kind: 'customer-data' } })
    await group.says('李伟', '大家早')
    await group.says('李伟', '13812345678')
    const kept = async () =>
      (await group.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })).flatMap(it => it.heard ?? [])
    const [first = '', second = ''] = await kept()
    expect(first).not.toContain('大家早')
    expect(openTalk(sealing, first)).toMatchObject({ text: '大家早', memberId: group.who('李伟').memberId })
    expect(openTalk(freshSealing(), second)).toBeNull()
    expect(JSON.stringify(await group.findings())).not.toContain('13812345678')
    await group.waits(24 * 60)
    expect(await kept()).toHaveLength(2)
    await group.waits(2 * 24 * 60)
    expect(await kept()).toEqual([])
    expect(await group.findings()).toMatchObject([{ number: 1, evidence: null }])
  })

  it('is still read where an earlier version kept it with its place', () => {
    const sealing = freshSealing()
    const memberId = newId()
    const inside = JSON.stringify([newId(), 'U1', 'slack', monday.getTime(), '大家早'])
    const kept = `${memberId}.${sealing.seal(inside, `heard:${memberId}`)}`
    expect(openTalk(sealing, kept)).toEqual({ memberId, at: monday, text: '大家早' })
  })

  it('is not kept where a team or the operator wishes it so', async () => {
    await using group = await openRules({ settings: { keepDays: 0 } })
    await group.given({ when: { kind: 'anything' } }, 'shadow')
    await group.says('李伟', '大家早')
    expect(await group.prisma.inboundEvent.count({ where: { heard: { not: null } } })).toBe(0)
    await using keyless = await openRules({ sealing: null })
    await keyless.given({ when: { kind: 'anything' } })
    expect(await keyless.says('李伟', '大家早')).toHaveLength(1)
    expect(await keyless.prisma.inboundEvent.count({ where: { heard: { not: null } } })).toBe(0)
    expect(await keyless.findings()).toMatchObject([{ evidence: null }])
  })
})
