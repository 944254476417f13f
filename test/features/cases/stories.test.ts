import { expect, test } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageCases } from './stage.ts'

const shared = sharedStore()
const at = (time: string, day = 20) => `2026-11-${day} ${time}`

test('whoever wins a deal is asked for its story once, in private; what they tell can be found', async () => {
  const { types, presses, to, answer, all, who, steps } = await stageCases(shared.store)
  const heard = await types('张三', '喜报 华为 12万', at('10:00'))
  expect(to('张三', heard)).toContain('恭喜拿下 华为！')
  expect(to('张三', heard)).toContain('[写成案例] /案例 赢单 先做了试点')
  // Once a day: many small deals are no reason for many questions.
  expect(to('张三', await types('张三', '喜报 中建 8万', at('10:30')))).not.toContain('恭喜')
  const wins = await shared.store.prisma.win.findMany({
    where: { memberId: who('张三').memberId },
    orderBy: { rungAt: 'asc' },
  })
  const values = { convinced: '先免费做了两周试点', problem: '担心上线影响生产', lesson: '' }
  const kept = await presses('张三', 'cases.story', wins[0]?.id, at('11:00'), { values })
  expect(answer(kept)).toContain('已存成案例 #1：赢单 · 华为')
  expect(await all()).toMatchObject([
    {
      kind: 'win',
      state: 'solved',
      solution: '先免费做了两周试点',
      text: '担心上线影响生产',
      lesson: null,
      dueOn: null,
    },
  ])
  expect(await steps(1)).toMatchObject([{ kind: 'filed', by: who('张三').memberId }])
  await expect(presses('张三', 'cases.story', wins[0]?.id, at('11:05'), { values })).rejects.toMatchObject({
    words: { zh: expect.stringContaining('/案例 1') },
  })
  const found = answer(await types('李伟', '案例 搜 试点', at('12:00')))
  expect(found).toContain('#1 赢单 · 华为 → 先免费做了两周试点')
  expect(found).not.toContain('12万')
  expect(answer(await types('李伟', '案例 1', at('12:00')))).not.toContain('重开')
})

test('the story may be typed, about the last deal', async () => {
  const { types, all, answer } = await stageCases(shared.store)
  await types('Sam', 'won Acme 120,000', at('10:00'), { lang: 'en' })
  const typed = 'case win we ran a pilot first problem=too dear lesson=start small'
  expect(answer(await types('Sam', typed, at('10:05'), { lang: 'en' }))).toContain('it is card #1')
  expect(await all()).toMatchObject([{ solution: 'we ran a pilot first', text: 'too dear', lesson: 'start small' }])
})

test('nobody writes the story of another one’s deal, of none, or without a word; nothing is kept', async () => {
  const { types, presses, all, who } = await stageCases(shared.store)
  await types('张三', '喜报 华为 12万', at('10:00'))
  const { id } = await shared.store.prisma.win.findFirstOrThrow({ where: { memberId: who('张三').memberId } })
  const values = { convinced: '试点' }
  await expect(presses('李伟', 'cases.story', id, at('11:00'), { values })).rejects.toMatchObject({
    code: 'cases.no-win',
  })
  await expect(presses('张三', 'cases.story', 'x', at('11:00'), { values })).rejects.toMatchObject({
    code: 'cases.no-win',
  })
  await expect(types('李伟', '案例 赢单 试点', at('11:00'))).rejects.toMatchObject({ code: 'cases.no-win' })
  await expect(
    presses('张三', 'cases.story', id, at('11:00'), { values: { convinced: '', lesson: '好好干' } }),
  ).rejects.toMatchObject({ code: 'cases.story-how' })
  expect(await all()).toEqual([])
})

test('is not asked for where the team wants that, nor from somebody on leave', async () => {
  const off = await stageCases(shared.store, { stories: false })
  expect(off.to('张三', await off.types('张三', '喜报 华为 12万', at('10:00')))).toBe('')
  const away = await stageCases(shared.store)
  const { personId, memberId } = away.who('李伟')
  await shared.store.prisma.leave.create({
    data: {
      id: crypto.randomUUID(),
      from: '2026-11-20',
      to: '2026-11-20',
      memberId,
      createdBy: personId,
      createdAt: new Date('2026-11-01'),
    },
  })
  expect(away.to('李伟', await away.types('王芳', '喜报 @李伟 华为 12万', at('10:00')))).toBe('')
})
