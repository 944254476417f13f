import { describe, expect, test } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageCases } from './stage.ts'

const shared = sharedStore()
/** A Friday. */
const at = (time: string, day = 20) => `2026-11-${day} ${time}`

describe('a problem', () => {
  test('said in the group is taken on: the group hears who has it, the filer gets the card, and a named owner is asked', async () => {
    const { types, to, openly, numbered, steps, who, group } = await stageCases(shared.store)
    const heard = await types('张三', '案例 华为订单延期，客户很急 @李伟 期限 下周三', at('10:00'), group)
    const open = heard.filter(one => 'reply' in one.to)
    expect(open.map(one => one.to)).toEqual([{ reply: 'open' }])
    expect(openly(heard)).toContain('一个问题进了案例库：#1 华为订单延期，客户很急。负责人 李伟，期限 11-25')
    expect(open.some(({ forAnybody }) => forAnybody)).toBe(false)
    expect(to('张三', heard)).toContain('已进案例库')
    expect(to('张三', heard)).toContain('[解决了] /案例 1 解决')
    expect(to('李伟', heard)).toContain('张三 请你跟进一个问题')
    expect(await numbered(1)).toMatchObject({
      ...{ state: 'open', kind: 'problem', audience: 'team', dueOn: '2026-11-25', text: '华为订单延期，客户很急' },
      ...{ filedBy: who('张三').memberId, ownerId: who('李伟').memberId },
    })
    expect(await steps(1)).toMatchObject([{ kind: 'filed', by: who('张三').memberId, ownerId: who('李伟').memberId }])
  })

  test('without an owner or a day is the filer’s, and due as the team’s setting says, by workdays', async () => {
    const { types, all, who } = await stageCases(shared.store, { dueDays: 2 })
    await types('张三', '问题 合同等法务盖章', at('10:00'))
    await types('Sam', 'case demo server is down', at('10:00'), { lang: 'en' })
    expect(await all()).toMatchObject([
      { number: 1, ownerId: who('张三').memberId, dueOn: '2026-11-24', audience: 'leads' },
      { number: 2, ownerId: who('Sam').memberId, dueOn: '2026-11-24' },
    ])
  })

  test('is due after the holidays and the owner’s own leave', async () => {
    const { types, all, who } = await stageCases(shared.store)
    const leave = { id: crypto.randomUUID(), from: '2026-11-23', to: '2026-11-24', createdBy: who('李伟').personId }
    await shared.store.prisma.leave.create({
      data: { ...leave, memberId: who('李伟').memberId, createdAt: new Date('2026-11-01T00:00:00Z') },
    })
    await types('李伟', '案例 报价单写错了', at('10:00'))
    // The Spring Festival of 2026 is 15 to 23 February; the Saturday before it is worked.
    await types('张三', '案例 发货地址写错了', '2026-02-12 10:00')
    expect((await all()).map(({ dueOn }) => dueOn)).toEqual(['2026-11-27', '2026-02-24'])
  })

  test('is refused kindly when it says nothing, names nobody known or no day to come; nothing is written', async () => {
    const { types, all } = await stageCases(shared.store)
    await expect(types('张三', '案例 ！！', at('10:00'))).rejects.toMatchObject({ code: 'cases.how' })
    await expect(types('张三', '案例 订单延期 @赵六', at('10:00'))).rejects.toMatchObject({
      code: 'team.member-unknown',
    })
    await expect(types('张三', '案例 订单延期 期限：尽快', at('10:00'))).rejects.toMatchObject({ code: 'cases.no-day' })
    await expect(types('张三', '案例 订单延期 期限 2026-11-19', at('10:00'))).rejects.toMatchObject({
      code: 'cases.day-over',
    })
    await expect(types('张三', `案例 ${'长'.repeat(2001)}`, at('10:00'))).rejects.toMatchObject({
      code: 'cases.too-long',
    })
    expect(await all()).toEqual([])
    await types('张三', '案例 订单延期', at('10:00'))
    await expect(types('张三', '案例 订单 延期', at('10:01'))).resolves.toBeDefined()
    await expect(types('张三', '案例 订单延期', at('10:02'))).rejects.toMatchObject({
      words: { zh: expect.stringContaining('#1') },
    })
  })

  test('comes by a form, and from a message on which somebody uses the shortcut', async () => {
    const { presses, types, all, who, answer } = await stageCases(shared.store)
    expect(answer(await types('张三', '案例 新建', at('10:00')))).toContain('[记一个问题] /案例 华为订单延期')
    const values = { text: '样机坏了', owner: '李伟', due: '2026-11-26' }
    await presses('张三', 'cases.file', undefined, at('10:01'), { values })
    await presses('张三', 'cases.file', undefined, at('10:02'), { values: { text: '样机又坏了', owner: '', due: '' } })
    await expect(
      presses('张三', 'cases.file', undefined, at('10:03'), { values: { text: '样机还坏', owner: '', due: '哪天' } }),
    ).rejects.toMatchObject({ code: 'cases.no-day' })
    await presses('赵组长', 'cases.make', undefined, at('10:04'), {
      quote: { text: '对方仓库\n爆仓了', author: 'Sam' },
    })
    expect(await all()).toMatchObject([
      { text: '样机坏了', ownerId: who('李伟').memberId, dueOn: '2026-11-26' },
      { text: '样机又坏了', ownerId: who('张三').memberId },
      { text: '对方仓库\n爆仓了 (Sam)', title: '对方仓库', filedBy: who('赵组长').memberId },
    ])
  })
})

describe('what becomes of a problem', () => {
  test('is kept with who, when and why: handed over, put off, solved; whoever raised it hears how', async () => {
    const { types, to, answer, numbered, steps, who, group } = await stageCases(shared.store)
    await types('张三', '案例 华为订单延期', at('10:00'), group)
    const handed = await types('王芳', '案例 1 交给 李伟，他熟悉仓库', at('10:05'))
    expect(to('李伟', handed)).toContain('王芳 请你跟进一个问题')
    expect(answer(await types('李伟', '案例 #1 期限 下周五，等客户回复', at('10:10')))).toContain(
      '#1 华为订单延期 的期限改为 11-27',
    )
    const solved = await types('李伟', '案例 1 解决 换了承运商，两天到货', at('15:00', 23), group)
    expect(answer(solved)).toContain('✅ #1 华为订单延期 解决了')
    expect(answer(solved)).toContain('李伟：换了承运商，两天到货')
    expect(to('张三', solved)).toContain('你提的问题解决了')
    expect(to('张三', solved)).toContain('[还没解决] /案例 1 重开')
    expect(await numbered(1)).toMatchObject({ state: 'solved', closedBy: who('李伟').memberId, dueOn: '2026-11-27' })
    expect(await steps(1)).toMatchObject([
      { kind: 'filed', by: who('张三').memberId },
      { kind: 'owner', by: who('王芳').memberId, ownerId: who('李伟').memberId, words: '他熟悉仓库' },
      { kind: 'due', by: who('李伟').memberId, dueOn: '2026-11-27', words: '等客户回复' },
      { kind: 'solved', by: who('李伟').memberId, words: '换了承运商，两天到货' },
    ])
    await expect(types('张三', '案例 1 解决 是我', at('15:01', 23))).rejects.toMatchObject({
      words: { zh: expect.stringContaining('#1 已由 李伟 解决了') },
    })
    const card = await types('Sam', 'case 1', at('15:02', 23), { lang: 'en' })
    expect(to('Sam', card)).toContain('How it was solved: 换了承运商，两天到货')
    expect(to('Sam', card)).toContain('11-20 10:05 王芳 gave it to 李伟: 他熟悉仓库')
  })

  test('by buttons is the same', async () => {
    const { types, presses, numbered, steps } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了', at('10:00'))
    const { id } = await numbered(1)
    const by = (action: string, values: Record<string, string>) => presses('张三', action, id, at('11:00'), { values })
    await by('cases.due', { due: '2026-12-01' })
    await by('cases.hand', { owner: '李伟' })
    await by('cases.drop', { words: '客户不要了' })
    expect(await numbered(1)).toMatchObject({ state: 'dropped', dueOn: '2026-12-01' })
    await presses('张三', 'cases.reopen', id, at('11:05'))
    await by('cases.solve', { words: '换了一台' })
    expect(await numbered(1)).toMatchObject({ state: 'solved', solution: '换了一台' })
    expect((await steps(1)).map(({ kind }) => kind)).toEqual(['filed', 'due', 'owner', 'dropped', 'reopened', 'solved'])
    await expect(presses('张三', 'cases.show', 'no id', at('11:06'))).rejects.toMatchObject({ code: 'cases.unknown' })
  })

  test('takes words: how it was solved, why it is dropped, to whom, until when', async () => {
    const { types, numbered } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了', at('10:00'))
    for (const [line, code] of [
      ['案例 1 解决', 'cases.how-solved'],
      ['案例 1 取消', 'cases.why-dropped'],
      ['案例 1 交给', 'cases.whom'],
      ['案例 1 期限 随便', 'cases.no-day'],
      ['案例 1 期限 2026-11-01', 'cases.day-over'],
      ['案例 1 差不多了', 'cases.what-about'],
      ['案例 1 重开', 'cases.not-closed'],
      ['案例 9 解决 好了', 'cases.unknown'],
    ] as const)
      await expect(types('张三', line, at('10:30')), line).rejects.toMatchObject({ code })
    expect(await numbered(1)).toMatchObject({ state: 'open', dueOn: '2026-11-25' })
  })

  test('is for those whom it concerns: what was said in private is not there for others until it is solved', async () => {
    const { types, answer } = await stageCases(shared.store)
    await types('张三', '案例 客户要回扣', at('10:00'))
    await expect(types('Sam', '案例 1', at('10:01'))).rejects.toMatchObject({ code: 'cases.unknown' })
    await expect(types('Sam', '案例 1 解决 好了', at('10:01'))).rejects.toMatchObject({ code: 'cases.unknown' })
    expect(answer(await types('赵组长', '案例', at('10:02')))).toContain('#1 客户要回扣 · 张三')
    await types('赵组长', '案例 1 解决 请法务出面', at('10:03'))
    expect(answer(await types('Sam', '案例 1', at('10:04')))).toContain('请法务出面')
    await expect(types('Sam', '案例 1 重开', at('10:05'))).rejects.toMatchObject({ code: 'cases.not-yours' })
  })

  test('is open again by the word of whoever raised it: its owner hears what is missing, and has days for it', async () => {
    const { types, to, answer, numbered } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了 @李伟 期限 今天', at('10:00'))
    await types('李伟', '案例 1 解决 换了一台', at('11:00'))
    const again = await types('张三', '案例 1 重开 又坏了', at('10:00', 23))
    expect(to('李伟', again)).toContain('张三 请你跟进一个问题')
    expect(to('李伟', again)).not.toContain('换了一台')
    expect(answer(again)).toContain('重新打开：#1 样机坏了，负责人 李伟')
    expect(await numbered(1)).toMatchObject({ state: 'open', dueOn: '2026-11-26', solution: null, closedAt: null })
    expect(answer(await types('李伟', '案例 1', at('10:05', 23)))).toContain('11-23 10:00 张三 重新打开：又坏了')
  })

  test('of two who solve it at once one is told so', async () => {
    const { types, steps } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了', at('10:00'))
    const both = await Promise.allSettled([
      types('张三', '案例 1 解决 换了一台', at('10:30')),
      types('赵组长', '案例 1 解决 修好了', at('10:30')),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await steps(1)).map(({ kind }) => kind)).toEqual(['filed', 'solved'])
  })
})

test('/case lists one’s own, for a lead also the team’s, the first due first', async () => {
  const { types, answer, group } = await stageCases(shared.store)
  await types('张三', '案例 样机坏了 期限 下周五', at('10:00'))
  await types('张三', '案例 报价错了 期限 今天', at('10:00'))
  await types('李伟', '案例 仓库爆仓', at('10:00'))
  const own = answer(await types('张三', '案例', at('11:00')))
  expect(own).toMatch(/#2 报价错了 · 11-20（今天）\n#1 样机坏了 · 11-27/)
  expect(own).not.toContain('仓库爆仓')
  expect(answer(await types('赵组长', '案例', at('11:00')))).toContain('#3 仓库爆仓 · 李伟 · 11-25')
  const inGroup = await types('赵组长', '案例', at('11:00'), group)
  expect(inGroup.filter(one => 'reply' in one.to).map(({ words }) => words)).toEqual(['这件事只在私聊里说，已发给你。'])
  // Where that could not be said to them alone either, it would come right after the answer, in the same chat.
  const deaf = { place: { ...group.place, whispers: false } }
  const alone = await types('赵组长', '案例', at('11:00'), deaf)
  expect(alone.filter(one => 'reply' in one.to)).toEqual([])
  expect(alone).toHaveLength(inGroup.length - 1)
})
