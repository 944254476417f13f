import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/calendar/dates.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { isWorkday } from '../../../src/calendar/workdays.ts'
import { dayAfter, daysOver, isReminderDay } from '../../../src/features/cases/days-there.ts'
import { sharedStore } from '../reports/stage.ts'
import { stageCases } from './stage.ts'

const shared = sharedStore()
const at = (time: string, day: number) => `2026-11-${day} ${time}`

describe('when an owner is reminded', () => {
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const presences = fc
    .record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 12 }), away: fc.boolean() })
    .map(({ from, length, away }) => {
      const first = addDays('2026-01-20', from)
      return { calendar, leaves: away ? [{ from: first, to: addDays(first, length) }] : [] }
    })
  const days = fc.integer({ min: 0, max: 40 }).map(n => addDays('2026-01-20', n))

  test('the usual day is a workday on which they are there, and so many of these away', () => {
    fc.assert(
      fc.property(presences, days, fc.integer({ min: 1, max: 30 }), (presence, today, workdays) => {
        const due = dayAfter(presence, today, workdays)
        expect(due > today).toBe(true)
        expect(isWorkday(calendar, due, 'usual-week')).toBe(true)
        expect(presence.leaves.some(({ from, to }) => from <= due && due <= to)).toBe(false)
        expect(daysOver(presence, today, due)).toBe(workdays)
      }),
    )
  })

  test('they hear on the first workday on which they are there again, however long they were away', () => {
    fc.assert(
      fc.property(presences, days, (presence, dueOn) => {
        const first = dayAfter(presence, dueOn, 1)
        expect(isReminderDay(presence, dueOn, first)).toBe(true)
        expect(isReminderDay(presence, dueOn, addDays(dueOn, -1))).toBe(false)
      }),
    )
  })

  test('at most seven times in four weeks, whoever was there', () => {
    fc.assert(
      fc.property(presences, days, (presence, dueOn) => {
        const month = Array.from({ length: 28 }, (_, n) => addDays(dueOn, n))
        const there = month.filter(
          date =>
            isWorkday(calendar, date, 'usual-week') &&
            !presence.leaves.some(({ from, to }) => from <= date && date <= to),
        )
        expect(there.filter(date => isReminderDay(presence, dueOn, date)).length).toBeLessThanOrEqual(7)
      }),
    )
  })
})

describe('on the morning of the day', () => {
  test('its owner hears in private, once, all that is due in one message; nobody else hears anything', async () => {
    const { types, clock, to, who } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了 @李伟 期限 2026-11-24', at('10:00', 20))
    await types('李伟', '案例 报价错了 期限 2026-11-24', at('10:00', 20))
    await types('李伟', '案例 仓库爆仓 期限 2026-11-27', at('10:00', 20))
    expect(await clock('cases.remind', at('09:10', 23))).toEqual([])
    const heard = await clock('cases.remind', at('09:10', 24))
    expect(heard.map(one => one.to)).toEqual([{ person: who('李伟').personId }])
    expect(to('李伟', heard)).toMatch(/#2 报价错了 · 11-24（今天）\n#1 样机坏了 · 11-24（今天）/)
    expect(to('李伟', heard)).toContain('[打开 #2] /案例 2')
    expect(to('李伟', heard)).not.toContain('仓库')
    expect(await clock('cases.remind', at('09:10', 24))).toEqual([])
  })

  test('of what is done, or of a day off, or on leave, nobody hears; whoever comes back does', async () => {
    const { types, clock, to, who } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了 期限 2026-11-21', at('10:00', 20))
    await types('Sam', '案例 报价错了 期限 2026-11-23', at('10:00', 20))
    await types('李伟', '案例 仓库爆仓 期限 2026-11-23', at('10:00', 20))
    await types('Sam', '案例 2 解决 重发了一份', at('11:00', 20))
    const leave = { id: crypto.randomUUID(), from: '2026-11-23', to: '2026-11-24', createdBy: who('李伟').personId }
    await shared.store.prisma.leave.create({
      data: { ...leave, memberId: who('李伟').memberId, createdAt: new Date('2026-11-01T00:00:00Z') },
    })
    // A Saturday has no such morning.
    expect(await clock('cases.remind', at('09:10', 21))).toEqual([])
    const monday = await clock('cases.remind', at('09:10', 23))
    expect(monday.map(one => one.to)).toEqual([{ person: who('张三').personId }])
    expect(to('张三', monday)).toContain('#1 样机坏了 · 11-21（已过期）')
    expect(to('李伟', await clock('cases.remind', at('09:10', 24)))).toBe('')
    expect(to('李伟', await clock('cases.remind', at('09:10', 25)))).toContain('#3 仓库爆仓')
  })

  test('holidays are nobody’s mornings: what fell due in them is said on the first day after', async () => {
    const { types, clock, to } = await stageCases(shared.store)
    await types('张三', '案例 样机坏了 期限 2026-10-01', '2026-09-29 10:00')
    for (const day of ['01', '02', '05', '06', '07'])
      expect(await clock('cases.remind', `2026-10-${day} 09:10`)).toEqual([])
    expect(to('张三', await clock('cases.remind', '2026-10-08 09:10'))).toContain('#1 样机坏了')
  })
})

describe('what is long overdue', () => {
  test('managers hear of in private, once, after the workdays that the team has set, and it is on record', async () => {
    const { types, clock, to, who, numbered } = await stageCases(shared.store, { escalateDays: 2 })
    await types('张三', '案例 样机坏了 期限 2026-11-23', at('10:00', 20))
    await clock('cases.remind', at('09:10', 23))
    expect(to('王芳', await clock('cases.remind', at('09:10', 24)))).toBe('')
    const told = await clock('cases.remind', at('09:10', 25))
    expect(to('王芳', told)).toContain('逾期较久，或者没有负责人了')
    expect(to('王芳', told)).toContain('#1 样机坏了 · 张三 · 11-23（已过期）')
    expect(to('赵组长', told)).toBe('')
    expect((await numbered(1)).toldAt).not.toBeNull()
    const looks = await shared.store.prisma.audit.findMany({ where: { memberId: who('张三').memberId } })
    expect(looks).toMatchObject([{ what: 'cases.overdue', actorPersonId: who('王芳').personId, detail: { number: 1 } }])
    expect(to('王芳', await clock('cases.remind', at('09:10', 26)))).toBe('')
  })

  test('is theirs to hear again once it has another day', async () => {
    const { types, clock, to } = await stageCases(shared.store, { escalateDays: 1 })
    await types('张三', '案例 样机坏了 期限 2026-11-20', at('10:00', 20))
    expect(to('王芳', await clock('cases.remind', at('09:10', 23)))).toContain('#1')
    await types('王芳', '案例 1 期限 2026-11-24', at('10:00', 23))
    expect(to('王芳', await clock('cases.remind', at('09:10', 24)))).toBe('')
    expect(to('王芳', await clock('cases.remind', at('09:10', 25)))).toContain('#1')
  })

  test('also while its owner is away or has left; a manager who is away hears on another day', async () => {
    const { types, clock, to, who } = await stageCases(shared.store, { escalateDays: 2 })
    await types('张三', '案例 样机坏了 期限 2026-11-23', at('10:00', 20))
    await types('李伟', '案例 仓库爆仓 期限 2026-11-25', at('10:00', 20))
    await shared.store.prisma.member.update({ where: { id: who('李伟').memberId }, data: { leftOn: '2026-11-23' } })
    for (const name of ['张三', '王芳']) {
      const leave = { id: crypto.randomUUID(), from: '2026-11-23', to: name === '张三' ? '2026-12-31' : '2026-11-25' }
      await shared.store.prisma.leave.create({
        data: {
          ...leave,
          memberId: who(name).memberId,
          createdBy: who(name).personId,
          createdAt: new Date('2026-11-01'),
        },
      })
    }
    expect(await clock('cases.remind', at('09:10', 25))).toEqual([])
    const heard = to('王芳', await clock('cases.remind', at('09:10', 26)))
    expect(heard).toMatch(/#2 仓库爆仓 · 李伟 · 11-25（已过期）\n#1 样机坏了 · 张三 · 11-23（已过期）/)
  })

  test('nobody hears of where the team wants that', async () => {
    const { types, clock, to } = await stageCases(shared.store, { escalateDays: 0 })
    await types('张三', '案例 样机坏了 期限 2026-11-20', at('10:00', 20))
    expect(to('王芳', await clock('cases.remind', at('09:10', 27)))).toBe('')
  })
})

test('leads and managers get what is open each morning where the team wants it, by what they may see', async () => {
  const { types, clock, to, presses, numbered } = await stageCases(shared.store, { morning: true })
  await types('张三', '案例 样机坏了 期限 2026-12-10', at('10:00', 20))
  const heard = await clock('cases.remind', at('09:10', 23))
  expect(to('赵组长', heard)).toContain('团队里未解决的：')
  expect(to('王芳', heard)).toContain('#1 样机坏了 · 张三 · 12-10')
  expect(to('张三', heard)).toBe('')
  const { id } = await numbered(1)
  await presses('张三', 'cases.solve', id, at('11:00', 23), { values: { words: '换了' } })
  expect(await clock('cases.remind', at('09:10', 24))).toEqual([])
})

test('whoever has had their nudges of the day hears of it on another one, and /why tells', async () => {
  const { types, clock, to } = await stageCases(shared.store)
  await types('张三', '案例 样机坏了 期限 2026-11-23', at('10:00', 20))
  await types('张三', 'quiet 300', at('08:30', 23))
  expect(await clock('cases.remind', at('09:10', 23))).toEqual([])
  const why = await types('张三', 'why', at('10:00', 23))
  expect(why.map(({ words }) => words).join()).toContain('你要求在')
  expect(to('张三', await clock('cases.remind', at('09:10', 24)))).toContain('#1 样机坏了')
})
