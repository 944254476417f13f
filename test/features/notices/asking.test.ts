import { describe, expect, it } from 'vitest'
import { heardAt, openAlone } from './stage.ts'

const people = [{ name: '张三' }, { name: '李伟', lang: 'en' as const }, { name: '王经理', role: 'manager' as const }]

describe('who has not read a notice', () => {
  it('is asked in private, in their own language, within the time; the author hears at the end', async () => {
    await using team = await openAlone(people)
    await team.says('王经理', '/通知 周五盘点 截止=周五18:00')
    await team.says('张三', '/收到')
    expect(await team.until('2026-11-25 13:00')).toEqual([])
    const half = await team.until('2026-11-25 14:00')
    expect(half.map(({ where }) => where)).toEqual(['@李伟'])
    expect(half[0]?.text).toContain('A notice waits for you to read it')
    expect(half[0]?.text).toContain('周五盘点')
    expect(half[0]?.text).toContain('/notice 1 ok')
    expect(heardAt(await team.says('李伟', '/why'), '@李伟')).toContain('you have not confirmed notice 1 yet')
    expect((await team.until('2026-11-27 10:30')).map(({ where }) => where)).toEqual(['@李伟'])
    const end = await team.until('2026-11-27 18:01')
    expect(heardAt(end, '@王经理')).toMatch(/#1 通知到期：2 人中 1 人已读.*还没确认：李伟.*已读：张三/s)
    expect(heardAt(end, '~#sales')).toContain('已于 11月27日周五 18:00 结束 · 2 人中 1 人已读')
    expect(heardAt(end, '~#sales')).not.toContain('李伟')
    expect(await team.until('2026-12-04 18:00')).toEqual([])
    expect(heardAt(await team.says('李伟', '/got-it 1'), '~#sales')).toContain('2 人中 2 人已读')
  })

  it('is asked every workday morning about what is important, until they have read it', async () => {
    await using team = await openAlone(people)
    await team.says('王经理', '/通知 重要：合规新规定 截止=12-1 18:00')
    expect((await team.until('2026-11-24 12:00')).map(({ where }) => where).toSorted()).toEqual(['@张三', '@李伟'])
    await team.says('张三', '收到')
    expect((await team.until('2026-11-25 12:00')).map(({ where }) => where)).toEqual(['@李伟'])
    await team.says('李伟', 'got it')
    const rest = await team.until('2026-12-02 12:00')
    expect(rest.map(({ where }) => where).toSorted()).toEqual(['@王经理', '~#sales'])
    expect(heardAt(rest, '@王经理')).toContain('2 人全部确认了')
  })

  it('is left alone on leave, and asked on the first day back', async () => {
    await using team = await openAlone(people)
    await team.says('王经理', '/通知 重要 合规新规定 给=张三 截止=12-1 18:00')
    await team.says('张三', '/leave 11-24 ~ 11-26')
    expect(await team.until('2026-11-26 23:00')).toEqual([])
    const back = await team.until('2026-11-27 12:00')
    expect(heardAt(back, '@张三')).toContain('有一条通知等你看')
  })

  it('who is away at the end is told apart from who just has not', async () => {
    await using team = await openAlone(people)
    await team.says('王经理', '/通知 周五盘点 截止=周五18:00')
    await team.says('张三', '/leave 11-24 ~ 12-4')
    const end = heardAt(await team.until('2026-11-27 18:01'), '@王经理')
    expect(end).toMatch(/还没确认：李伟/)
    expect(end).toMatch(/请假中，没确认：张三/)
  })

  it('waits for another day when the budget of the day is spent', async () => {
    await using team = await openAlone(people, { settings: { nudges: { perDay: 1 } } })
    for (const what of ['价格表', '合同模板', '差旅标准'])
      await team.says('王经理', `/通知 ${what} 给=张三 截止=周五18:00`)
    const asked: number[] = []
    for (const date of ['25', '26', '27']) {
      const heard = await team.until(`2026-11-${date} 17:59`)
      asked.push(heard.filter(({ where }) => where === '@张三').length)
    }
    expect(asked).toEqual([1, 1, 1])
  })

  it('is not counted any more once they have left', async () => {
    await using team = await openAlone(people)
    await team.says('王经理', '/通知 重要 合规新规定')
    await team.leaves('李伟')
    expect(heardAt(await team.says('张三', '收到'), '~#sales')).toContain('1 人中 1 人已读')
    expect((await team.until('2026-11-25 12:00')).filter(({ where }) => where === '@李伟')).toEqual([])
  })
})

describe('somebody who joins later', () => {
  it('is asked to read what is important and open, and nothing else', async () => {
    await using team = await openAlone(people)
    await team.says('王经理', '/通知 价格表更新')
    await team.says('王经理', '/通知 重要 合规新规定')
    await team.joins({ name: '钱七' })
    const heard = await team.until('2026-11-23 09:05')
    expect(heard.map(({ where }) => where)).toEqual(['@钱七'])
    expect(heard[0]?.text).toContain('合规新规定')
    expect(heardAt(await team.says('钱七', '收到'), '~#sales')).toContain('3 人中 1 人已读')
    expect(heardAt(await team.says('钱七', '/收到 1'), '~#sales')).toContain('3 人中 1 人已读')
  })
})

it('a house that was down for days catches up: nobody is asked in the middle of the night, and the author hears', async () => {
  await using team = await openAlone(people)
  await team.says('王经理', '/通知 重要 合规新规定 截止=周三18:00')
  team.clock.moveTo(new Date('2026-11-28T02:00:00+08:00'))
  const heard = await team.until('2026-11-28 02:01')
  expect(heard.filter(({ where }) => where === '@张三' || where === '@李伟')).toEqual([])
  expect(heardAt(heard, '@王经理')).toContain('#1 通知到期')
})

it('an author who is erased leaves no words behind, and nobody is asked to read what is not there', async () => {
  await using team = await openAlone([...people, { name: '孙总', role: 'admin' }])
  await team.says('王经理', '/通知 重要 找王经理报名团建')
  await team.says('孙总', '/抹除 王经理 confirm')
  const rows = await team.store.prisma.notice.findMany()
  expect(rows.map(({ text, state }) => ({ text, state }))).toEqual([{ text: '', state: 'withdrawn' }])
  expect((await team.until('2026-12-01 12:00')).filter(({ where }) => where === '@张三')).toEqual([])
})
