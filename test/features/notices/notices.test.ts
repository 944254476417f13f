import { describe, expect, it } from 'vitest'
import { heardAt, openAlone, openTeam, sharedStore } from './stage.ts'

const shared = sharedStore()
const people = [
  { name: '张三' },
  { name: '李伟', lang: 'en' as const },
  { name: '赵组长', role: 'lead' as const },
  { name: '王经理', role: 'manager' as const },
]
const stage = (options: Parameters<typeof openTeam>[2] = {}) => openTeam(shared.store, people, options)

describe('/notice', () => {
  it('is posted once in the group, with a button and its words, and the author is told what follows', async () => {
    await using team = await stage()
    const heard = await team.says(
      '赵组长',
      '/通知 周五下午盘点，请提前整理库存！ 截止=周四18:00 文件=https://drive.example/stock',
    )
    const posted = heardAt(heard, '#sales')
    expect(posted).toContain('📢 通知 #1')
    expect(posted).toContain('周五下午盘点，请提前整理库存！')
    expect(posted).toContain('https://drive.example/stock')
    expect(posted).toContain('赵组长 · 请在 11月26日周四 18:00 前确认 · 3 人中 0 人已读')
    expect(posted).toContain('没确认的人，期限过半和最后一个工作日各私下提醒一次；谁确认了只有发的人和经理看得到')
    expect(posted).toContain('/通知 1 收到')
    expect(heard.filter(({ where }) => where === '#sales')).toHaveLength(1)
    expect(heardAt(heard, '@赵组长')).toContain('通知 #1 已发到群里，11月26日周四 18:00 截止')
  })

  it('is confirmed once by each, and the group sees the count alone', async () => {
    await using team = await stage()
    await team.says('王经理', '/notice Stocktaking on Friday until=Thursday 6pm')
    const first = await team.presses('张三', 'notices.read', '1')
    expect(heardAt(first, '~#sales')).toContain('3 人中 1 人已读')
    expect(heardAt(first, '#sales>张三')).toContain('#1 已读 ✓')
    const again = await team.posts('张三', '/收到 1')
    expect(heardAt(again, '#sales>张三')).toContain('已经确认过了')
    expect(heardAt(again, '~#sales')).toBe('')
    const second = await team.says('李伟', '/notice 1 ok')
    expect(heardAt(second, '@李伟')).toContain('Noted: you have read notice 1')
    expect(heardAt(second, '~#sales')).toContain('3 人中 2 人已读')
    for (const { text } of [...first, ...second]) expect(text).not.toContain('赵组长')
  })

  it.each([
    '收到',
    '收到，谢谢',
    '/收到',
    '/通知 收到',
    '/通知 １ 收到',
    '/通知 1收到',
    '/通知 1 已读。',
    '/notice ok 1',
    'got it',
  ])('is confirmed in a direct chat by "%s"', async said => {
    await using team = await stage()
    await team.says('王经理', '/通知 周五盘点')
    expect(heardAt(await team.says('张三', said), '@张三')).toMatch(/#1 已读 ✓/)
  })

  it('is not confirmed by what people say to each other in the group', async () => {
    await using team = await stage()
    await team.says('王经理', '/通知 周五盘点')
    for (const said of ['收到', '收到 谢谢', '收到 1 号仓库的货', '通知一下大家'])
      expect(await team.posts('张三', said)).toEqual([])
    expect(heardAt(await team.says('王经理', '/通知 1'), '@王经理')).toContain('3 人中 0 人已读')
  })

  it('shows who has read it to its author and managers, in private, and nobody else', async () => {
    await using team = await stage()
    await team.says('赵组长', '/通知 周五盘点')
    await team.says('张三', '/收到')
    const own = heardAt(await team.says('赵组长', '/通知 1'), '@赵组长')
    expect(own).toMatch(/还没确认.*李伟、王经理/s)
    expect(own).toMatch(/已读.*张三 11-23 09:00/s)
    const asked = await team.posts('王经理', '/通知 1')
    expect(heardAt(asked, '@王经理')).toMatch(/还没确认.*李伟、王经理/s)
    expect(heardAt(asked, '#sales>王经理')).not.toContain('李伟')
    const other = heardAt(await team.says('李伟', '/notice 1'), '@李伟')
    expect(other).toContain('you have not confirmed it')
    expect(other).not.toMatch(/张三|王经理/)
  })

  it('each look at who has not is one entry of the log, however many those are', async () => {
    await using team = await stage()
    await team.says('赵组长', '/通知 周五盘点')
    await team.says('赵组长', '/通知 1')
    await team.says('张三', '/通知 1')
    await team.says('张三', '/收到')
    await team.says('王经理', '/通知 1')
    const looks = await shared.store.prisma.audit.findMany({
      where: { teamId: team.team.id, what: 'notices.readers' },
      orderBy: { seq: 'asc' },
    })
    expect(looks.map(({ read, memberId, detail }) => ({ read, memberId, detail }))).toEqual([
      { read: true, memberId: null, detail: { number: 1, missing: 3 } },
      { read: true, memberId: null, detail: { number: 1, missing: 2 } },
    ])
    expect(looks.map(({ actorPersonId }) => actorPersonId)).toEqual(
      ['赵组长', '王经理'].map(name => team.who(name).personId),
    )
  })

  it('says so where its reminders are those of an important one, until it is over', async () => {
    await using team = await openAlone(people)
    const posted = heardAt(await team.says('王经理', '/通知 重要 合规新规定 截止=周二18:00'), '#sales')
    expect(posted).toContain('从下个工作日起每天上午私下提醒，直到确认或截止')
    expect(heardAt(await team.until('2026-11-24 18:01'), '~#sales')).not.toContain('提醒')
  })

  it('goes to roles or named people alone, without a word in the group', async () => {
    await using team = await stage()
    const heard = await team.says('王经理', '/通知 价格表更新 给=组长、张三')
    expect(heard.map(({ where }) => where).toSorted()).toEqual(['@张三', '@王经理', '@赵组长'])
    expect(heardAt(heard, '@张三')).toContain('价格表更新')
    expect(heardAt(await team.says('李伟', '/notice 1'), '@李伟')).toContain('no notice 1 for you')
    expect(heardAt(await team.says('李伟', '/notice 1 ok'), '@李伟')).toContain('no notice 1 for you')
    expect(heardAt(await team.says('李伟', '/notice'), '@李伟')).toContain('There is no open notice')
    expect(heardAt(await team.says('张三', '/收到 1'), '@张三')).toContain('已读 ✓')
  })

  it('goes to everybody alone where the team has no group', async () => {
    await using team = await stage({ hasGroup: false })
    const heard = await team.says('王经理', '/通知 周五盘点')
    expect(heard.map(({ where }) => where).toSorted()).toEqual(['@张三', '@李伟', '@王经理', '@赵组长'])
    expect(heardAt(heard, '@李伟')).toContain('Notice 1')
  })

  it('is posted by the form as well', async () => {
    await using team = await stage()
    const form = heardAt(await team.says('赵组长', '/通知 新建'), '@赵组长')
    expect(form).toContain('/通知 周五下午盘点')
    const values = {
      text: '周五盘点',
      link: '共享盘/库存.xlsx',
      who: '',
      until: '2026-11-26',
      time: '12:00',
      important: 'yes',
    }
    const heard = heardAt(await team.fills('赵组长', 'notices.new', values), '#sales')
    expect(heard).toContain('❗重要通知 #1')
    expect(heard).toContain('共享盘/库存.xlsx')
    expect(heard).toContain('11月26日周四 12:00 前')
  })
})

describe('what cannot be is answered plainly, and nothing is posted', () => {
  it.each([
    ['张三', '/通知 周五盘点', '组长'],
    ['王经理', '/通知 截止=周四', '要有内容'],
    ['王经理', '/通知 周五盘点 截止=等会儿', '没看懂'],
    ['王经理', '/通知 周五盘点 截止=08:00', '已经过了'],
    ['王经理', '/通知 周五盘点 截止=2027-11-26', '最远 90 天'],
    ['王经理', '/通知 周五盘点 给=刘总', '没有“刘总”'],
    ['王经理', '/通知 周五盘点 给=经理', '没有人会收到'],
    ['王经理', '/通知 周五盘点 重要=也许', '写 重要=是'],
    ['王经理', '/通知 5 撤会', '没看懂'],
    ['王经理', '/通知 5 撤回', '没有给你的 #5'],
    ['王经理', `/通知 ${'长'.repeat(2001)}`, '最多 2000 字'],
  ])('%s: %s', async (name, said, answer) => {
    await using team = await stage()
    const heard = await team.says(name, said)
    expect(heard.map(({ where }) => where)).toEqual([`@${name}`])
    expect(heard[0]?.text).toContain(answer)
    expect(await shared.store.prisma.notice.count({ where: { teamId: team.team.id } })).toBe(0)
  })

  it('the same words twice within minutes are one notice', async () => {
    await using team = await stage()
    await team.says('王经理', '/通知 周五盘点')
    const heard = await team.says('王经理', '/通知 周五盘点')
    expect(heardAt(heard, '#sales')).toBe('')
    expect(heardAt(heard, '@王经理')).toContain('是 #1')
  })

  it('a text that begins with a day or an hour is a text', async () => {
    await using team = await stage()
    expect(heardAt(await team.says('王经理', '/通知 5月20日盘点'), '#sales')).toContain('5月20日盘点')
    expect(heardAt(await team.says('王经理', '/通知 9:30开会'), '#sales')).toContain('9:30开会')
    expect(heardAt(await team.says('王经理', '/通知 新建 5 点开会'), '#sales')).toContain('5 点开会')
  })
})

describe('a change', () => {
  it('corrects the message where it stands and asks nobody anew', async () => {
    await using team = await stage()
    await team.says('赵组长', '/通知 周五盘点')
    await team.says('张三', '/收到')
    const heard = await team.says('赵组长', '/通知 1 更正 周六盘点 截止=周五18:00')
    expect(heardAt(heard, '~#sales')).toContain('周六盘点')
    expect(heardAt(heard, '~#sales')).toContain('3 人中 1 人已读')
    expect(heardAt(heard, '#sales')).toBe('')
    expect(heardAt(heard, '@张三')).toBe('')
  })

  it('is asked about anew if its author says so; who had read it is told at once', async () => {
    await using team = await openAlone(people)
    await team.says('赵组长', '/通知 周五盘点')
    await team.says('张三', '/收到')
    await team.says('赵组长', '/通知 1 更正 周六盘点 重新确认=是')
    const heard = await team.until('2026-11-23 09:01')
    expect(heardAt(heard, '@张三')).toContain('这条通知改过了')
    expect(heardAt(heard, '@李伟')).toBe('')
    expect(heardAt(await team.says('张三', '/收到'), '~#sales')).toContain('3 人中 1 人已读')
  })

  it('is said anew where a message cannot be revised', async () => {
    await using team = await stage({ group: { revises: false } })
    await team.says('赵组长', '/通知 周五盘点')
    expect(heardAt(await team.says('张三', '/收到'), '#sales')).toBe('')
    expect(heardAt(await team.says('赵组长', '/通知 1 更正 周六盘点'), '#sales')).toContain('通知有更正')
    expect(heardAt(await team.says('赵组长', '/通知 1 撤回'), '#sales')).toContain('赵组长 撤回了 #1 通知')
  })

  it('takes it back: nobody confirms it or is asked any more', async () => {
    await using team = await openAlone(people)
    await team.says('赵组长', '/通知 重要 周五盘点')
    expect(heardAt(await team.presses('赵组长', 'notices.withdraw', '1'), '~#sales')).toContain('已撤回')
    expect(heardAt(await team.says('张三', '/收到 1'), '@张三')).toContain('已经撤回了')
    expect(await team.until('2026-12-01 12:00')).toEqual([])
    expect(heardAt(await team.says('赵组长', '/通知 1 更正 周六'), '@赵组长')).toContain('已经结束或撤回')
  })

  it('is for its author and managers alone', async () => {
    await using team = await stage()
    await team.says('王经理', '/通知 周五盘点')
    expect(heardAt(await team.says('赵组长', '/通知 1 撤回'), '@赵组长')).toContain('只有发的人和经理')
    expect(heardAt(await team.says('张三', '/通知 1 更正 周六'), '@张三')).toContain('只有发的人和经理')
  })
})
