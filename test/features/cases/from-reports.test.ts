import { describe, expect, test } from 'vitest'
import { fileCase } from '../../../src/features/cases/file-case.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext } from '../harness.ts'
import { sharedStore } from '../reports/stage.ts'
import { stageCases } from './stage.ts'

const shared = sharedStore()
const at = (time: string, day = 20) => `2026-11-${day} ${time}`

describe('the blocker of a report', () => {
  test('becomes a case of whoever has it, who hears so in private with how the like was solved', async () => {
    const { types, to, all, who } = await stageCases(shared.store)
    await types('李伟', '案例 中建合同等盖章', at('10:00'))
    await types('李伟', '案例 1 解决 请法务加急，当天盖好', at('11:00'))
    const heard = await types('张三', '日报 拜访2 卡点：华为合同等盖章', at('17:40'))
    expect(await all()).toMatchObject([
      { number: 1 },
      { number: 2, origin: 'report', audience: 'leads', filedBy: who('张三').memberId, ownerId: who('张三').memberId },
    ])
    expect(to('张三', heard)).toContain('卡点记进了案例库')
    expect(to('张三', heard)).toContain('#2 华为合同等盖章 · 期限 11-25')
    expect(to('张三', heard)).toContain('#1 中建合同等盖章 → 请法务加急，当天盖好')
    expect(heard.some(one => 'reply' in one.to && one.to.reply === 'open' && one.purpose.startsWith('cases'))).toBe(
      false,
    )
  })

  test('is one case, however often it is said while it is open', async () => {
    const { types, all } = await stageCases(shared.store)
    await types('张三', '日报 拜访2 卡点：合同等盖章', at('17:40'))
    expect((await types('张三', '日报 拜访3', at('17:45'))).map(({ purpose }) => purpose)).not.toContain(
      'cases.from-report',
    )
    await types('张三', 'blocker 样机没到', at('17:50'))
    await types('张三', '日报 拜访1 卡点：合同 等盖章', at('17:40', 23))
    await types('张三', '日报 拜访1 卡点：合同等盖章', at('17:41', 23))
    expect((await all()).map(({ text }) => text)).toEqual(['合同等盖章', '样机没到', '合同 等盖章'])
    await types('张三', '案例 1 解决 盖好了', at('18:00', 23))
    // The same report said again is no news; the same trouble on another day is.
    await types('张三', '日报 拜访2', at('18:05', 23))
    expect(await all()).toHaveLength(3)
    await types('张三', '日报 拜访1 卡点：合同等盖章', at('17:40', 24))
    expect(await all()).toHaveLength(4)
  })

  test('stays in the report where the team wants that', async () => {
    const { types, all } = await stageCases(shared.store, { fromReports: false })
    await types('张三', '日报 拜访2 卡点：合同等盖章', at('17:40'))
    expect(await all()).toEqual([])
  })

  test('that a form asks for managers alone is theirs, and so is its card', async () => {
    const { types, all, answer, team } = await stageCases(shared.store)
    const forms = await shared.store.prisma.form.findMany({ where: { teamId: team.id, kind: 'report' } })
    for (const { id } of forms) {
      const version = await shared.store.prisma.formVersion.findFirstOrThrow({ where: { formId: id } })
      const definition = JSON.parse(JSON.stringify(version.definition))
      for (const question of definition.questions) if (question.kind === 'blocker') question.visibility = 'manager'
      await shared.store.prisma.formVersion.update({
        where: { formId_number: { formId: id, number: version.number } },
        data: { definition },
      })
    }
    await types('张三', '日报 拜访2 卡点：和组长合不来', at('17:40'))
    expect(await all()).toMatchObject([{ audience: 'managers' }])
    expect(answer(await types('赵组长', '案例', at('18:00')))).not.toContain('合不来')
    expect(answer(await types('王芳', '案例', at('18:00')))).toContain('合不来')
    expect(answer(await types('王芳', '案例 1 解决 谈过了', at('18:05')))).toContain('只有经理')
    expect(answer(await types('赵组长', '案例 搜 合不来', at('18:10')))).toContain('没有找到')
    expect(answer(await types('王芳', '案例 搜 合不来', at('18:10')))).toContain('#1 和组长合不来')
  })
})

describe('what other features file', () => {
  test('is one case for what it comes from, and says itself only to an owner who did not file it', async () => {
    const { team, who, all } = await stageCases(shared.store)
    const file = (refId: string, ownerId: string) =>
      inTransaction(shared.store, async tx => {
        const now = new Date('2026-11-20T02:00:00Z')
        const { ctx, said, emitted } = makeContext(tx, { team, actor: null, place: null, now })
        const filing = { text: '客户投诉：发票开错', title: '发票开错', from: 'urgent' as const, refId, ownerId }
        const { case: it, isNew } = await fileCase(ctx, filing)
        return { number: it.number, isNew, said: said.length, emitted: emitted.map(({ name }) => name) }
      })
    const { memberId } = who('李伟')
    expect(await file('u1', memberId)).toEqual({ number: 1, isNew: true, said: 0, emitted: ['case.opened'] })
    expect(await file('u1', who('张三').memberId)).toEqual({ number: 1, isNew: false, said: 0, emitted: [] })
    const both = await Promise.all([file('u2', memberId), file('u2', memberId)])
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await all()).toMatchObject([
      { title: '发票开错', text: '客户投诉：发票开错', ownerId: memberId, refId: 'u1' },
      { refId: 'u2' },
    ])
  })
})
