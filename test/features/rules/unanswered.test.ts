import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { openRules } from './house-of-rules.ts'

const rule = { when: { kind: 'unanswered' as const, minutes: 60 } }
const states = async (group: Awaited<ReturnType<typeof openRules>>) =>
  (await group.prisma.openQuestion.findMany({ orderBy: { askedAt: 'asc' } })).map(({ state }) => state)

describe('a question by name', () => {
  it('that nobody answers is brought up once, in private, with whoever was asked', async () => {
    await using group = await openRules()
    await group.given(rule)
    expect(await group.says('李伟', '@张三 合同发了吗？')).toEqual([])
    expect(await group.waits(59)).toEqual([])
    const heard = await group.waits(1)
    expect(heard).toEqual([expect.stringMatching(/^@张三: 李伟 10:00 在销售群问了你一个问题/)])
    expect(await group.waits(5 * 24 * 60)).toEqual([])
    expect(await states(group)).toEqual(['nudged'])
  })

  it('is answered by anything that they say there, also at the same moment', async () => {
    await using group = await openRules()
    await group.given(rule)
    await group.says('李伟', '张三，合同发了吗')
    await group.waits(30)
    await group.says('李伟', '等着呢')
    expect(await states(group)).toEqual(['open'])
    await group.says('张三', '稍等')
    expect(await states(group)).toEqual(['answered'])
    const talk = (name: string, text: string) =>
      group.house.app.intake({
        ...{ platform: 'slack' as const, eventId: newId(), author: { accountId: name, name } },
        at: group.house.clock.now().toISOString(),
        place: { kind: 'group' as const, channelId: 'G' },
        body: { kind: 'message' as const, text, addressed: false },
      })
    await Promise.all([talk('李伟', '@张三 那报价呢'), talk('张三', '发了')])
    await group.house.app.settle()
    expect(await states(group)).toEqual(['answered', 'answered'])
    expect(await group.waits(24 * 60)).toEqual([])
  })

  it('waits in work time: not over night, nor while they are away', async () => {
    await using group = await openRules()
    await group.given(rule)
    await group.waits(7 * 60 + 30)
    await group.says('李伟', '@张三 明天能到吗')
    expect(await group.waits(16 * 60 - 1)).toEqual([])
    expect(await group.waits(1)).toHaveLength(1)
    const { memberId, personId } = group.who('张三')
    await group.prisma.leave.create({
      data: { id: newId(), memberId, from: '2026-11-24', to: '2026-11-25', createdBy: personId, createdAt: new Date() },
    })
    await group.says('李伟', '@张三 后天呢')
    expect(await group.waits(2 * 24 * 60 - 1)).toEqual([])
    expect((await group.waits(60)).filter(line => line.startsWith('@张三'))).toHaveLength(1)
  })

  it('in shadow is counted, and nobody is reminded', async () => {
    await using group = await openRules()
    await group.given(rule, 'shadow')
    await group.says('李伟', '@张三 合同发了吗')
    expect(await group.waits(120)).toEqual([])
    expect(await group.findings()).toMatchObject([{ mode: 'shadow', memberId: group.who('张三').memberId }])
  })

  it('is none where everybody is asked, or nobody, or nothing', async () => {
    await using group = await openRules()
    await group.given(rule)
    for (const text of [
      '@张三 收到，谢谢',
      '@张三 @王芳 @孙总 谁去？',
      '@所有人 @张三 谁去？',
      '谁去？',
      '@李伟 我去吗？',
    ])
      await group.says('李伟', text)
    expect(await states(group)).toEqual([])
  })
})
