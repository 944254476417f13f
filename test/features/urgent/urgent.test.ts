import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, openUrgent, type UrgentTalk } from './stage.ts'

let stage: UrgentTalk
beforeEach(async () => {
  stage = await openUrgent()
})
afterEach(() => stage[Symbol.asyncDispose]())

const idOf = async (number: number) =>
  (await stage.talk.store.prisma.urgentMatter.findFirstOrThrow({ where: { number } })).id

describe('an urgent matter', () => {
  test('is one open line, and the one on duty is asked in private', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await expect(talk.group).toHear(/紧急 #1[\s\S]*孙七：客户投诉发错货[\s\S]*我来处理.*\/紧急 1 收到/)
    expect(await talk.group.heard()).toHaveLength(1)
    await expect(who.zhang).toHear(/紧急 #1[\s\S]*客户投诉发错货[\s\S]*今天你在值班表上。请在 09:30 前确认/)
    await expect(who.sun).toHear(/已记下，紧急 #1[\s\S]*已找 张三，09:30 前没有接手就找下一位/)
    await expect(who.li).not.toHear(/今天你在值班表上/)
    await who.sun.says('/紧急 客户投诉发错货')
    await expect(who.sun).toHear(/这件事已经提出了（#1）/)
  })

  test('goes from one to the next, each in turn, and ends with the group told plainly; far travel leaves out no step', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await talk.goTo(at('20:00'))
    expect(await stage.asked()).toEqual([
      '20 09:00 张三',
      '20 09:30 李四',
      '20 10:00 钱组长',
      '20 10:30 王芳',
      '20 11:00 赵总',
      '20 11:30 nobody',
    ])
    await expect(talk.group).toHear(/紧急 #1 还没有人接手[\s\S]*请直接打电话找 赵总/)
    const toGroup = (await talk.group.all()).filter(({ text }) => text.includes('还没有人接手'))
    expect(toGroup).toHaveLength(1)
    expect(toGroup.map(({ text }) => text).join()).not.toMatch(/张三|李四|钱组长/)
    for (const id of ['zhang', 'li', 'qian', 'wang', 'zhao'] as const) {
      const asks = (await who[id].all()).filter(({ text }) => /前确认/.test(text) && text.includes('客户投诉发错货'))
      expect(asks, id).toHaveLength(1)
    }
    await expect(who.sun).toHear(/没有人接手，请打电话找 赵总/)
  })

  test('nobody took is brought up again on each workday until it is closed', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await talk.goTo(at('12:00'))
    await talk.goTo(at('23:00', 22))
    await expect(talk.group).not.toHear(/仍然没有人接手/)
    await talk.goTo(at('12:00', 24))
    const again = (await talk.group.all()).filter(({ text }) => text.includes('仍然没有人接手'))
    expect(again).toHaveLength(2)
    await expect(who.zhao).toHear(/紧急 #1 仍然没有人接手/)
    await who.wang.tells('/紧急 1 完成 已补发')
    await talk.goTo(at('12:00', 26))
    await expect(talk.group).not.toHear(/仍然没有人接手/)
  })

  test('is taken at the press of a button: the clock stops, and those who were asked read who has it', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await talk.goTo(at('09:35'))
    await who.li.uses('urgent.take', { value: (await openId()) ?? '' })
    await expect(who.li).toHear(/#1 由你处理/)
    await expect(who.sun).toHear(/李四 已接手/)
    const [line] = (await talk.group.all()).filter(({ text }) => text.includes('紧急 #1'))
    expect(line?.text).toContain('李四 正在处理')
    const [toZhang] = (await who.zhang.all()).filter(
      ({ text }) => text.includes('客户投诉发错货') && text.includes('级别'),
    )
    expect(toZhang?.text).toContain('李四 正在处理')
    await talk.goTo(at('20:00'))
    expect(await stage.timeline()).toEqual(['raised 孙七', 'asked 张三', 'asked 李四', 'taken 李四'])
    await who.zhang.tells('/紧急 1 收到')
    await expect(who.zhang).toHear(/#1 由 李四 处理/)
  })

  test('that somebody has is theirs until it is closed: they are reminded on workdays', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await who.zhang.tells('/紧急 1 收到')
    await talk.goTo(at('09:31', 23))
    await expect(who.zhang).toHear(/紧急 #1 还没有关闭/)
    await expect(talk.group).not.toHear(/紧急 #1/)
  })

  test('is handed over only when the other one takes it', async () => {
    const { who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await who.zhang.tells('/紧急 1 收到')
    await who.zhang.tells('/紧急 1 转 李四')
    await expect(who.zhang).toHear(/已问 李四 能不能接手 #1[\s\S]*仍由你负责/)
    await expect(who.li).toHear(/张三 想把它转给你/)
    await who.li.tells('/紧急 1 不行')
    await expect(who.zhang).toHear(/李四 现在接不了，仍由你负责/)
    await who.zhang.tells('/urgent 1 to 李四')
    await who.li.tells('/urgent 1 ok')
    await expect(who.zhang).toHear(/李四 已接手/)
    expect((await stage.timeline()).slice(2)).toEqual([
      'taken 张三',
      'offered 李四 张三',
      'declined 李四 declined',
      'offered 李四 张三',
      'taken 李四',
    ])
    await who.sun.tells('/紧急 1 转 张三')
    await expect(who.sun).toHear(/只能由正在处理的人、正在被找的人或经理转交/)
  })

  test('goes to the next one at once when whoever is asked cannot', async () => {
    const { who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await who.zhang.tells('/紧急 1 不行')
    await expect(who.li).toHear(/今天你在值班表上/)
    await who.sun.tells('/紧急 1')
    await expect(who.sun).toHear(/09:00 孙七 提出[\s\S]*09:00 找 张三[\s\S]*张三 接不了[\s\S]*找 李四/)
  })

  test('has a timeline with notes, and a closing note that everybody hears', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 特急 客户现场停线')
    await who.zhang.tells('/紧急 1 收到')
    await who.sun.tells('/紧急 1 备注 客户电话打不通')
    await expect(who.zhang).toHear(/孙七 补充：客户电话打不通/)
    await who.li.tells('/紧急 1 完成 好了')
    await expect(who.li).toHear(/由提出的人、正在处理的人或经理关闭/)
    await who.zhang.tells('/紧急 1 完成')
    await expect(who.zhang).toHear(/请用一句话写怎么解决的/)
    await who.zhang.tells('/紧急 1 完成 已派人换件')
    await expect(who.sun).toHear(/张三 已处理好：已派人换件/)
    const [line] = (await talk.group.all()).filter(({ text }) => text.includes('特急 #1'))
    expect(line?.text).toContain('张三 已处理好（09:00）：已派人换件')
    await who.li.tells('/紧急 1')
    await expect(who.li).toHear(/孙七：客户电话打不通[\s\S]*张三 关闭：已派人换件/)
    await who.li.tells('/紧急')
    await expect(who.li).toHear(/没有关闭的紧急事项[\s\S]*没有/)
    await who.zhang.tells('/紧急 1 收到')
    await expect(who.zhang).toHear(/#1 已经关闭/)
  })
})

describe('who is asked', () => {
  test('is the next one at once when whoever is asked leaves the team', async () => {
    const { who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await who.zhao.tells('/member 张三 remove')
    await who.zhao.uses('team.remove-member')
    await expect(who.li).toHear(/今天你在值班表上/)
    expect(await stage.timeline()).toEqual(['raised 孙七', 'asked 张三', 'released 张三 left', 'asked 李四'])
  })

  test('is the next one when somebody is on leave; why is told to managers alone', async () => {
    const { who } = stage
    await who.zhang.tells('/请假 今天')
    await who.sun.says('/紧急 客户投诉发错货')
    await expect(who.li).toHear(/今天你在值班表上/)
    await who.sun.tells('/紧急 1')
    await expect(who.sun).toHear(/跳过 张三(?!（)/)
    await who.wang.tells('/紧急 1')
    await expect(who.wang).toHear(/跳过 张三（请假）/)
  })

  test('is somebody else at once when whoever has it leaves the team', async () => {
    const { who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await who.zhang.tells('/紧急 1 收到')
    await who.zhang.tells('/leave-team')
    await who.zhang.uses('team.leave-team')
    await expect(who.li).toHear(/今天你在值班表上/)
    expect((await stage.timeline()).slice(2)).toEqual(['taken 张三', 'released 张三 left', 'asked 李四'])
  })

  test('is, of what is open, somebody else on the day on which whoever has it is on leave', async () => {
    const { talk, who } = stage
    await who.sun.says('/紧急 客户投诉发错货')
    await who.zhang.tells('/紧急 1 收到')
    await who.zhang.tells('/请假 11-23')
    await talk.goTo(at('09:31', 23))
    await expect(who.li).toHear(/今天你在值班表上/)
    expect((await stage.timeline()).slice(2)).toEqual(['taken 张三', 'released 张三 on-leave', 'asked 李四'])
  })

  test('is not the one who raised it, and the group hears at once if there is nobody else', async () => {
    const { talk, who } = stage
    for (const name of ['王芳', '钱组长', '张三', '李四', '孙七']) {
      await who.zhao.tells(`/member ${name} remove`)
      await who.zhao.uses('team.remove-member')
    }
    await who.zhao.says('/紧急 特急 机房断电')
    await expect(talk.group).toHear(/特急 #1 还没有人接手[\s\S]*请直接打电话找 赵总/)
    expect(await stage.timeline()).toEqual(['raised 赵总', 'passed 张三 left', 'passed 李四 left', 'unanswered'])
    await who.zhao.tells('/紧急 值班')
    await expect(who.zhao).toHear(/张三（已不在团队） → 李四（已不在团队）/)
  })
})

describe('time of rest', () => {
  test('is kept for what can wait: people are asked when it is over', async () => {
    const { talk, who } = stage
    await talk.goTo(at('22:00'))
    await who.sun.tells('/紧急 客户投诉发错货')
    await expect(who.sun).toHear(/现在是休息时间，到点就找人；等不了就升为特急：\/紧急 1 特急/)
    await talk.goTo(at('08:40', 23))
    expect(await stage.asked()).toEqual(['23 08:00 张三', '23 08:30 李四'])
  })

  test('is kept for news and hand-overs of it, too; what is critical counts as a call', async () => {
    const { talk, who } = stage
    await who.sun.tells('/紧急 客户投诉发错货')
    await who.zhang.tells('/紧急 1 收到')
    await talk.goTo(at('22:00'))
    await who.sun.tells('/紧急 1 备注 客户发来照片')
    await who.zhang.tells('/紧急 1 转 李四')
    await expect(who.li).not.toHear(/想把它转给你/)
    await who.sun.tells('/紧急 特急 停线')
    await who.zhang.tells('/紧急 2 转 李四')
    await expect(who.li).toHear(/特急 #2[\s\S]*想把它转给你/)
    expect(await talk.store.prisma.urgentStep.count({ where: { kind: 'offered', resting: true } })).toBe(1)
    await talk.goTo(at('08:01', 23))
    await expect(who.zhang).toHear(/孙七 补充：客户发来照片/)
    await expect(who.li).toHear(/紧急 #1[\s\S]*想把它转给你/)
  })

  test('on a day on which somebody is on duty by name is the night alone', async () => {
    const { talk, who } = stage
    await who.wang.tells('/紧急 值班 孙七 11-21到11-22')
    await talk.goTo(at('22:00'))
    await who.zhang.tells('/紧急 客户投诉发错货')
    await talk.goTo(at('12:00', 21))
    expect(await stage.asked()).toEqual(['21 08:00 孙七'])
  })

  test('is broken by what is critical, so often in a week; each time is in the review for managers', async () => {
    const { talk, who } = stage
    await talk.goTo(at('22:00'))
    for (const what of ['停线', '断电', '漏水']) await who.sun.tells(`/紧急 特急 ${what}`)
    expect(await stage.asked(1)).toEqual(['20 22:00 张三'])
    expect(await stage.asked(2)).toEqual(['20 22:00 张三'])
    expect(await stage.asked(3)).toEqual(['20 22:00 李四'])
    expect((await stage.timeline(3))[1]).toBe('passed 张三 calls-spent')
    for (const number of [1, 2, 3]) await who.li.tells(`/紧急 ${number} 收到`)
    await talk.goTo(at('10:00', 23))
    await expect(who.wang).toHear(
      /紧急事项 · .*[\s\S]*提出.*3[\s\S]*休息时间找过的人[\s\S]*11-20 22:00 张三 · 特急 #1 停线 · 孙七 提出[\s\S]*11-20 22:00 李四 · 特急 #3 漏水/,
    )
    await expect(who.li).not.toHear(/休息时间找过的人/)
    expect(await talk.store.prisma.audit.count({ where: { what: 'urgent.review' } })).toBeGreaterThan(0)
  })
})

describe('what may call people in their time of rest', () => {
  test('is judged by a manager from the review; whoever raised what was needless hears so, in private and when awake', async () => {
    const { talk, who } = stage
    await talk.goTo(at('22:00'))
    for (const what of ['停线', '断电']) await who.sun.tells(`/紧急 特急 ${what}`)
    await talk.goTo(at('10:00', 23))
    await who.wang.uses('urgent.needless', { value: await idOf(1) })
    await expect(who.wang).toHear(/记下了：#1 不必在休息时间叫人。已私下告诉提出的人/)
    await expect(who.sun).toHear(/特急 #1 · 王芳 看过了：这件可以等到上班时间/)
    await expect(talk.group).not.toHear(/可以等到上班时间/)
    await who.zhao.tells('/紧急 2 该叫')
    await expect(who.zhao).toHear(/#2 该叫人，不算进特急次数/)
    await expect(who.sun).not.toHear(/#2/)
    await who.wang.tells('/紧急 1 该叫')
    await expect(who.sun).toHear(/王芳 又看了看：当时叫人是该的/)
    await who.li.tells('/紧急 1')
    await expect(who.li).not.toHear(/该叫/)
    await who.sun.tells('/紧急 1')
    await expect(who.sun).toHear(/王芳：休息时间不必叫人[\s\S]*王芳：休息时间该叫人/)
    const notes = await talk.store.prisma.audit.findMany({ where: { what: 'urgent.judged' }, orderBy: { seq: 'asc' } })
    expect(notes.map(({ detail }) => detail)).toEqual([
      { number: 1, verdict: 'found-needless' },
      { number: 2, verdict: 'found-needed' },
      { number: 1, verdict: 'found-needed' },
    ])
  })

  test('is judged where it called somebody, by managers, and by nobody of what is theirs', async () => {
    const { talk, who } = stage
    await who.sun.tells('/紧急 特急 停线')
    await who.wang.tells('/紧急 1 该叫')
    await expect(who.wang).toHear(/#1 没有在休息时间叫过人/)
    await talk.goTo(at('22:00'))
    await who.wang.tells('/紧急 特急 断电')
    await who.wang.tells('/紧急 2 该叫')
    await expect(who.wang).toHear(/#2 是你自己提的/)
    await who.sun.tells('/紧急 2 不必')
    await expect(who.sun).toHear(/需要经理/)
    await who.wang.tells('/紧急 9 该叫')
    await expect(who.wang).toHear(/没有 #9 这件/)
    expect(await talk.store.prisma.audit.count({ where: { what: 'urgent.judged' } })).toBe(0)
  })

  test('is raised so often in a week; then it begins as urgent, nothing is lost, and a word makes it critical', async () => {
    const { talk, who } = stage
    await talk.goTo(at('22:00'))
    for (const what of ['停线', '断电', '漏水']) await who.sun.tells(`/紧急 特急 ${what}`)
    await who.sun.tells('/紧急 特急 起火')
    await expect(who.sun).toHear(/已记下，紧急 #4[\s\S]*你 7 天里已经报过 3 个特急[\s\S]*\/紧急 4 特急/)
    expect(await stage.asked(4)).toEqual([])
    await who.zhang.tells('/紧急 4 特急')
    await expect(who.zhang).toHear(/#4 由提出的人、正在处理或被找的人、经理升为特急/)
    await who.sun.uses('urgent.worsen', { value: await idOf(4) })
    await expect(who.sun).toHear(/特急 #4[\s\S]*已找 李四，22:10 前/)
    expect(await stage.timeline(4)).toEqual([
      'raised 孙七',
      'waiting',
      'worsened 孙七',
      'passed 张三 calls-spent',
      'asked 李四',
    ])
    await who.sun.tells('/紧急 4 特急')
    await expect(who.sun).toHear(/#4 已经是特急/)
    await talk.goTo(at('10:00', 23))
    await expect(who.wang).toHear(/特急报到上限.*孙七 4/)
    expect(await talk.store.prisma.audit.count({ where: { what: 'urgent.worsened' } })).toBe(1)
  })

  test('what managers found needed does not count, what is a week old neither, and managers are believed', async () => {
    const { talk, who } = stage
    await talk.goTo(at('22:00'))
    for (const what of ['停线', '断电', '漏水']) await who.sun.tells(`/紧急 特急 ${what}`)
    await who.wang.tells('/紧急 1 该叫')
    await who.sun.tells('/紧急 特急 起火')
    await expect(who.sun).toHear(/已记下，特急 #4/)
    await who.sun.tells('/紧急 特急 爆管')
    await expect(who.sun).toHear(/已记下，紧急 #5/)
    for (const what of ['一', '二', '三', '四']) await who.wang.tells(`/紧急 特急 第${what}件事`)
    await expect(who.wang).toHear(/已记下，特急 #9/)
    await talk.goTo(at('22:01', 27))
    await who.sun.tells('/紧急 特急 又停线')
    await expect(who.sun).toHear(/已记下，特急 #10/)
  })

  test('what gets worse is hurried: by day the one who is asked has less time, at rest they are called, within their limit', async () => {
    const { talk, who } = stage
    await who.sun.tells('/紧急 客户投诉发错货')
    await who.sun.tells('/紧急 1 特急')
    await expect(who.zhang).toHear(/孙七 把它升为特急了/)
    expect((await stage.timeline()).slice(0, 3)).toEqual(['raised 孙七', 'asked 张三', 'worsened 张三 孙七'])
    await talk.goTo(at('09:10'))
    expect(await stage.asked()).toEqual(['20 09:00 张三', '20 09:10 李四'])
    await who.li.tells('/紧急 1 收到')
    await who.sun.tells('/紧急 又一件投诉')
    await who.zhang.tells('/紧急 2 收到')
    await talk.goTo(at('23:00'))
    await who.sun.tells('/紧急 2 特急')
    await expect(who.zhang).toHear(/特急 #2 · 孙七 把它升为特急了/)
    expect(await talk.store.prisma.urgentStep.count({ where: { kind: 'worsened', resting: true } })).toBe(1)
  })
})

describe('what is typed', () => {
  test('a duty list shows who is on duty; circles and empty ones are refused and change nothing', async () => {
    const { who } = stage
    await who.wang.tells('/紧急 值班 张三 李四 张三 本周')
    await expect(who.wang).toHear(/张三 在同一张值班表里出现了两次，这样会绕圈/)
    await who.wang.tells('/紧急 值班 本周')
    await expect(who.wang).toHear(/值班表里没有写人，所以没有改/)
    await who.wang.tells('/紧急 值班 张三 11-02到11-06')
    await expect(who.wang).toHear(/这几天已经过了/)
    await who.li.tells('/紧急 值班 李四')
    await expect(who.li).toHear(/需要经理或更高角色/)
    await who.wang.tells('/紧急 值班 孙七 本周；李四 下周')
    await expect(who.wang).toHear(/11-20~11-22 孙七[\s\S]*11-23~11-29 李四[\s\S]*11-30~12-03 张三 → 李四/)
    await who.wang.tells('/紧急 值班 无 下周')
    await expect(who.wang).toHear(/11-23~11-29 没有排/)
  })

  test('without words, with a number that there is not, or with words that mean nothing, says what would work', async () => {
    const { who } = stage
    await who.sun.tells('/紧急 特急')
    await expect(who.sun).toHear(/请写出了什么事/)
    await who.sun.tells('/紧急 9 收到')
    await expect(who.sun).toHear(/没有 #9 这件紧急事项/)
    await who.sun.tells(`/紧急 ${'很'.repeat(501)}`)
    await expect(who.sun).toHear(/请用 500 个字以内说明/)
    await who.sun.tells('/紧急 客户投诉')
    await who.sun.tells('/紧急 1 什么情况')
    await expect(who.sun).toHear(/没看懂要对 #1 做什么/)
    await who.sun.tells('/紧急 2 客户在门口吵')
    await expect(who.sun).toHear(/紧急 #2/)
  })

  test('the form and the message shortcut raise it, too', async () => {
    const { talk, who } = stage
    await who.sun.says('/urgent new')
    await who.sun.uses('urgent.raise', { values: { text: '合同丢了', severity: 'critical' } })
    await expect(talk.group).toHear(/特急 #1[\s\S]*孙七：合同丢了/)
  })
})

async function openId(): Promise<string | undefined> {
  return (await stage.talk.store.prisma.urgentMatter.findFirst({ where: { state: { not: 'closed' } } }))?.id
}
