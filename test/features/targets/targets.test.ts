import { describe, expect, test } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageTargets, usualPeople } from './stage.ts'

const database = sharedStore()
const stage = () => stageTargets(database.store)

/** November up to the 20th: two visits a day, and money on every third day. */
async function withNovember() {
  const team = await stage()
  const off = [7, 8, 14, 15]
  for (let day = 2; day <= 20; day++) {
    if (off.includes(day)) continue
    const date = `2026-11-${String(day).padStart(2, '0')}`
    await team.records('张三', date, { visits: 2, revenue: day % 3 === 0 ? 12_000 : 2000 })
  }
  return team
}

describe('one’s own target', () => {
  test('stands at once, and /target shows how one stands towards it', async () => {
    const team = await withNovember()
    const { answer, told } = await team.types('张三', '签单额12万 本月')
    expect(answer).toContain('我的目标 · 签单额 12万（2026年11月）\n已定下。')
    expect(told.size).toBe(0)
    const shown = await team.types('张三', '')
    // 5 days of 12,000 and 10 of 2,000 are 80,000; 40,000 are left for 6 workdays.
    expect(shown.answer).toContain('本月签单额 8万 / 12万（66%），剩 6 个工作日，每天需 6670，预计 9.')
    expect(shown.answer).toContain('（八成把握）')
  })

  test('says it in English as well', async () => {
    const team = await withNovember()
    await team.types('张三', 'visits 40 this month because more leads', undefined, 'en')
    const { answer } = await team.types('张三', '', undefined, 'en')
    expect(answer).toContain(
      'Visits this month: 30 / 40 (75%), 6 workdays left, 1.67 needed on each, about 42 expected',
    )
  })

  test('counts no day on leave among those that are left', async () => {
    const team = await withNovember()
    await team.types('张三', '拜访 40 本月')
    await team.away('张三', '2026-11-24', '2026-11-26')
    expect((await team.types('张三', '')).answer).toContain('剩 3 个工作日，每天需 3.34')
  })

  test('says that it is too early for a forecast without two weeks of workdays', async () => {
    const team = await stage()
    await team.records('张三', '2026-11-19', { visits: 2 })
    await team.types('张三', '拜访 40 本月')
    expect((await team.types('张三', '')).answer).toContain('历史还少，先不预测')
  })

  test('of a share or what is worked out says only how much is reached', async () => {
    const team = await stage()
    await team.records('张三', '2026-11-19', { visits: 10, deals: 2 })
    await team.types('张三', '转化率 25% 本月')
    const { answer } = await team.types('张三', '')
    expect(answer).toContain('本月转化率 20% / 25%（80%），剩 7 个工作日\n')
  })

  test('of what should stay small is kept or exceeded', async () => {
    const team = await stage()
    await team.types('张三', '丢单 2 本月')
    await team.records('张三', '2026-11-18', { lost: 2 })
    expect((await team.types('张三', '')).answer).toContain('本月丢单 2 / 2（100%），剩 7 个工作日')
    await team.records('张三', '2026-11-19', { lost: 1 })
    expect((await team.types('张三', '')).answer).toContain('本月丢单 3 / 2（150%），已超出')
  })

  test('is changed with its reason, and every value stays in its history', async () => {
    const team = await stage()
    await team.types('张三', '拜访 40 本月')
    await team.types('张三', '拜访 50 本月 因为加了两个区')
    expect(await team.rows()).toMatchObject([
      { state: 'superseded', reason: null },
      { state: 'accepted', reason: '加了两个区' },
    ])
    const { answer } = await team.types('张三', '历史 拜访 本月')
    expect(answer).toContain('张三的拜访目标 · 2026年11月')
    expect(answer).toContain('40：2026-11-20 16:00 张三 定下 → 2026-11-20 16:00 张三 被替换')
    expect(answer).toContain('50：2026-11-20 16:00 张三 定下；理由：加了两个区')
  })

  test.each([
    ['电话 1500 本月', { kind: 'month' }],
    ['电话 1500', { kind: 'month' }],
    ['电话 1500 2026', { kind: 'year' }],
    ['2026 电话 1500', { kind: 'year' }],
    ['电话 2026 本月', { kind: 'month', from: '2026-11-01' }],
    ['calls 1,500 25 December', { kind: 'day', from: '2026-12-25' }],
  ])('reads a year only where a number is left for the value: %s', async (said, days) => {
    const team = await stage()
    await team.types('张三', said)
    expect(await team.rows()).toMatchObject([days])
  })

  test('said again changes nothing', async () => {
    const team = await stage()
    await team.types('张三', '拜访 40 本月')
    expect((await team.types('张三', '拜访 40 本月')).answer).toContain('没有变化')
    expect(await team.rows()).toHaveLength(1)
  })

  test('can be withdrawn, and is then neither shown nor counted', async () => {
    const team = await stage()
    await team.types('张三', '拜访 40 本月')
    expect((await team.types('张三', '撤回 拜访 本月')).answer).toContain('已撤回')
    expect((await team.types('张三', '')).answer).toContain('还没有目标')
    await expect(team.types('张三', '撤回 拜访 本月')).rejects.toMatchObject({ code: 'target-nothing-there' })
  })
})

describe('what a manager proposes', () => {
  test('reaches the person alone, and stands once they accept it; the manager hears', async () => {
    const team = await stage()
    const proposed = await team.types('王经理', '张三 签单额 12万 本月 因为新客户多')
    expect(proposed.answer).toContain('已私下提给 张三')
    expect([...proposed.told.keys()]).toEqual(['张三'])
    expect(proposed.told.get('张三')).toContain('王经理 给你提了一个目标\n签单额 12万（2026年11月）\n理由：新客户多')
    expect((await team.types('张三', '')).answer).toContain('[接受] /目标 接受 签单额 2026-11')
    const [accept] = proposed.buttonsOf('张三')
    const accepted = await team.presses('张三', accept)
    expect(accepted.answer).toContain('目标定下了：\n本月 签单额 12万')
    expect(accepted.told.get('王经理')).toBe('✅ 张三 同意了：张三 签单额 12万（2026年11月）')
    expect(await team.rows()).toMatchObject([{ state: 'accepted' }])
    await expect(team.presses('张三', accept)).rejects.toMatchObject({ code: 'target-gone' })
  })

  test('may be answered with another value, which a manager accepts; until then what stood stands', async () => {
    const team = await stage()
    await team.types('王经理', 'set 张三 签单额 12万 本月')
    const offered = await team.types('张三', '签单额 10万 本月 因为两个客户延期')
    expect(offered.answer).toContain('已提给经理（原来 12万）')
    expect(offered.told.get('王经理')).toContain('张三 想这样定目标')
    expect((await team.types('张三', '')).answer).toContain('0 / 12万')
    await expect(team.types('张三', '接受')).rejects.toMatchObject({ code: 'target-nothing-waits' })
    const accepted = await team.types('王经理', 'accept 张三 签单额 2026-11')
    expect(accepted.told.get('张三')).toContain('王经理 同意了')
    expect(await team.rows()).toMatchObject([{ state: 'superseded' }, { state: 'accepted' }])
    expect((await team.types('张三', '')).answer).toContain('0 / 10万')
  })

  test('is accepted by whoever states the same value', async () => {
    const team = await stage()
    await team.types('王经理', '张三 拜访 40 本月')
    expect((await team.types('张三', '拜访 40 本月')).answer).toContain('目标定下了')
    expect(await team.rows()).toMatchObject([{ state: 'accepted' }])
  })

  test('may be set without being asked about, which the person hears', async () => {
    const team = await stage()
    await team.types('王经理', '张三 拜访 40 本月')
    const set = await team.types('王经理', 'set 张三 拜访 40 本月')
    expect(set.told.get('张三')).toContain('王经理 给你定了目标')
    expect(await team.rows()).toMatchObject([{ state: 'superseded' }, { state: 'accepted' }])
    await expect(team.types('张三', '撤回 拜访 本月')).rejects.toMatchObject({ code: 'target-not-yours' })
  })

  test.each([
    '李四 拜访 5 本月',
    '团队 拜访 5 本月',
    '李四',
    'history 李四 拜访 本月',
    'accept 李四',
    'split 团队 拜访 本月',
  ])('is not for others: %s', async said => {
    const team = await stage()
    await team.types('王经理', 'team visits 100 month')
    await expect(team.types('张三', said)).rejects.toMatchObject({ code: 'target-only-managers' })
    await expect(team.types('赵组长', said)).rejects.toMatchObject({ code: 'target-only-managers' })
  })
})

describe('the guide', () => {
  test('compares with the person’s own past, and warns without a veto', async () => {
    const team = await stage()
    for (let month = 1; month <= 10; month++) {
      await team.records('张三', `2026-${String(month).padStart(2, '0')}-12`, { visits: month * 10 })
    }
    const hard = await team.types('张三', '拜访 120 下月')
    expect(hard.answer).toContain('过去 10 个月里有 0 个月做到过（要胜过 100% 的历史），最好 100')
    expect(hard.answer).toContain('⚠️ 以前从没做到过')
    const easy = await team.types('张三', '拜访 20 下月')
    expect(easy.answer).toContain('有 9 个月做到过（要胜过 10% 的历史）')
    expect(easy.answer).toContain('可能定低了')
    expect((await team.types('张三', '拜访 80 下月')).answer).not.toContain('⚠️')
  })

  test('says which target of the team it serves and how many days are left, make-up days included', async () => {
    const team = await stage()
    await team.types('王经理', '团队 签单额 300万 2026-Q4')
    const { answer } = await team.types('张三', '签单额 30万 2026-12')
    expect(answer).toContain('占团队目标 签单额 300万（2026年第4季度） 的 10%')
    expect(answer).toContain('时限：剩 23 个工作日')
    // The Saturdays 14 and 28 February 2026 are worked for the Spring Festival.
    const early = await team.types('李四', '签单额 30万 2026-02', '2026-02-01 10:00')
    expect(early.answer).toContain('时限：剩 16 个工作日')
  })
})

describe('what cannot be a target', () => {
  test.each([
    ['签单额 -5', 'target-not-above', '要大于 0'],
    ['签单额 0', 'target-not-above', '要大于 0'],
    ['丢单 -1', 'target-not-above', '不能小于 0'],
    ['拜访 1500 1500', 'target-unclear', '没看懂'],
    ['-5', 'target-which-metric', '哪个指标'],
    ['签单额 2月31日 5', 'target-no-such-day', '没有“2月31日”这一天'],
    ['31 February revenue 5', 'target-no-such-day', '没有“31 February”这一天'],
    ['revenue 5 2026-02-31', 'target-no-such-day', '2026-02-31'],
    ['钱七 签单额 5万', 'team.member-unknown', '团队里没有“钱七”'],
    ['签单额 10^15', 'target-unclear', '没看懂'],
    ['签单额 1000000000000000', 'target-too-large', '大得不合理'],
    ['签单额 20多万', 'target-inexact', '确定的数'],
    ['签单额 30% 本月', 'target-not-percent', '不是百分比'],
    ['拜访 2.5', 'target-only-whole', '整数'],
    ['拜访 5 2020-01', 'target-period-over', '已经过去'],
    ['拜访 5 2031', 'target-period-far', '太远'],
    ['拜访 5 2026-11-01..2026-12-15', 'target-period-unsuited', '按年、季度、月、周、天'],
    ['拜访 因为忙', 'target-which-value', '是多少'],
  ])('%s is told plainly, and nothing is written', async (said, code, zh) => {
    const team = await stage()
    const refused = team.types('张三', said)
    await expect(refused).rejects.toMatchObject({ code, words: { zh: expect.stringContaining(zh) } })
    expect(await team.rows()).toEqual([])
  })
})

describe('the form', () => {
  test('guides a rep to a target, and shows its faults again without writing', async () => {
    const team = await stage()
    const { form } = await team.types('张三', 'new')
    expect(form?.inputs.map(({ id }) => id)).toEqual(['metric', 'value', 'period', 'why'])
    const again = await team.submits('张三', form, { metric: 'visits', value: '-3', period: '2026-12' })
    expect(again.form?.inputs.find(({ id }) => id === 'value')).toMatchObject({
      initial: '-3',
      fault: expect.stringContaining('要大于 0'),
    })
    expect(await team.rows()).toEqual([])
    const done = await team.submits('张三', again.form, {
      metric: 'visits',
      value: '４０',
      period: '2026-12',
      why: '加区',
    })
    expect(done.answer).toContain('拜访 40（2026年12月）')
    expect(await team.rows()).toMatchObject([{ state: 'accepted', reason: '加区', from: '2026-12-01' }])
  })

  test('lets a manager choose whose it is and what it serves, of another metric, too', async () => {
    const team = await stage()
    await team.types('王经理', '团队 签单额 300万 2026-Q4')
    const { form } = await team.types('王经理', '新建')
    const serves = form?.inputs.find(({ id }) => id === 'serves')?.options?.[0]?.value ?? ''
    const values = { who: team.who('张三').memberId, metric: 'visits', value: '40', period: '2026-12', serves }
    const done = await team.submits('王经理', form, values)
    expect(done.told.get('张三')).toContain('用拜访支持团队目标 签单额 300万（2026年第4季度）')
    expect((await team.rows()).at(-1)).toMatchObject({ state: 'proposed', parentId: serves })
  })

  test('asks for another value and why, from the button of a proposal', async () => {
    const team = await stage()
    const proposed = await team.types('王经理', '张三 拜访 40 本月')
    const { form } = await team.presses('张三', proposed.buttonsOf('张三')[1])
    expect(form?.inputs.map(({ id }) => id)).toEqual(['value', 'why'])
    const offered = await team.submits('张三', form, { value: '30', why: '出差一周' })
    expect(offered.told.get('王经理')).toContain('拜访 30（2026年11月）\n理由：出差一周')
    await expect(team.presses('李四', proposed.buttonsOf('张三')[1])).rejects.toMatchObject({
      code: 'target-only-managers',
    })
    await expect(team.submits('张三', form, { value: '20', why: '' })).rejects.toMatchObject({ code: 'target-gone' })
  })
})

describe('splitting', () => {
  test('a team’s target among its people: first shown, then proposed to each in private, and answered', async () => {
    const team = await stage()
    await team.records('张三', '2026-11-10', { revenue: 60_000 })
    await team.records('李四', '2026-11-11', { revenue: 20_000 })
    await team.records('赵组长', '2026-11-11', { revenue: 20_000 })
    await team.types('王经理', '团队 签单额 100万 2026-12')
    const preview = await team.types('王经理', '拆分 团队 签单额 2026-12 按历史')
    expect(preview.answer).toContain('张三 | 60万 | 60%\n李四 | 20万 | 20%\n赵组长 | 20万 | 20%\n合计 | 100万')
    expect(await team.rows()).toHaveLength(1)
    // What is reported in the meantime does not change what was shown.
    await team.records('李四', '2026-11-12', { revenue: 500_000 })
    const done = await team.presses('王经理', preview.buttons[0])
    expect([...done.told.keys()].toSorted()).toEqual(['张三', '李四', '赵组长'].toSorted())
    expect(done.told.get('李四')).toContain('签单额 20万（2026年12月）')
    const accepted = await team.types('李四', '接受')
    expect(accepted.told.get('王经理')).toContain('目标已接受 1/3')
    const shown = await team.types('王经理', '团队')
    expect(shown.answer).toContain('李四 | 2026年12月 签单额 20万')
    expect(shown.answer).toContain('张三 2026年12月 签单额 60万：等本人确认')
    // Said again, only what is not so already is proposed.
    expect((await team.presses('王经理', preview.buttons[0])).told.size).toBe(0)
  })

  test('takes leave into account, and a ratio by hand', async () => {
    const team = await stage()
    await team.types('王经理', 'team visits 100 2026-12')
    await team.away('李四', '2026-12-01', '2026-12-31')
    expect((await team.types('王经理', 'split team visits 2026-12')).answer).toContain(
      '张三 | 50 | 50%\n李四 | 0 | 0%\n赵组长 | 50 | 50%',
    )
    expect((await team.types('王经理', 'split team visits 2026-12 3:4:5')).answer).toContain(
      '张三 | 25 | 25%\n李四 | 33 | 33%\n赵组长 | 42 | 42%',
    )
    await expect(team.types('王经理', 'split team visits 2026-12 3:4')).rejects.toMatchObject({
      code: 'target-wrong-ratio',
    })
  })

  test('a year into quarters by last year, and by workdays where there is none', async () => {
    const team = await stage()
    for (const [month, revenue] of [
      ['02', 100_000],
      ['05', 200_000],
      ['08', 300_000],
      ['11', 400_000],
    ] as const) {
      await team.records('张三', `2025-${month}-10`, { revenue })
    }
    await team.types('王经理', '团队 签单额 1000万 2026')
    await team.types('王经理', '团队 拜访 1000 2026')
    const preview = await team.types('王经理', '拆分 团队 签单额 2026 按季 按历史')
    expect(preview.answer).toContain('2026年第1季度 | 100万 | 10%\n2026年第2季度 | 200万 | 20%')
    expect((await team.types('王经理', '拆分 团队 拜访 2026 按季度 按历史')).answer).toContain(
      '去年同期没有数，改按工作日',
    )
    expect((await team.presses('王经理', preview.buttons[0])).answer).toContain('已拆成 4 份，更新了 4 份')
    const rows = await team.rows()
    const parts = rows.filter(({ kind }) => kind === 'quarter')
    expect(parts.map(({ value }) => value.toNumber()).reduce((sum, one) => sum + one, 0)).toBe(10_000_000)
    expect(parts.every(({ state, parentId }) => state === 'accepted' && parentId === rows[0]?.id)).toBe(true)
  })

  test('a person’s month into weeks and a week into days by one’s own calendar', async () => {
    const team = await stage()
    await team.types('张三', '拜访 20 下周')
    await team.away('张三', '2026-11-26', '2026-11-26')
    const days = await team.types('张三', '拆分 拜访 下周')
    expect(days.answer).toContain('2026年11月23日 | 5 | 25%')
    expect(days.answer).not.toContain('11月26日 |')
    await team.presses('张三', days.buttons[0])
    expect((await team.rows()).map(({ kind }) => kind)).toEqual(['week', 'day', 'day', 'day', 'day'])
    await team.types('张三', '拜访 100 2026-12')
    expect((await team.types('张三', '拆分 拜访 2026-12')).answer).toContain('2026年12月1日至12月6日 | 17')
  })

  test.each([
    ['拆分 转化率 本月', 'target-cannot-add'],
    ['拆分 丢单 本月', 'target-cannot-add'],
    ['拆分 电话 本月', 'target-nothing-to-split'],
    ['拆分 拜访 本月 按季', 'target-not-finer'],
    ['拆分 拜访 本月 按人', 'target-not-finer'],
  ])('%s is told plainly', async (said, code) => {
    const team = await stage()
    await team.types('张三', '拜访 20 本月')
    await expect(team.types('张三', said)).rejects.toMatchObject({ code })
  })

  test('does not reach whoever only manages', async () => {
    const team = await stageTargets(database.store, usualPeople.slice(3))
    await team.types('王经理', '团队 拜访 20 本月')
    await expect(team.types('王经理', '拆分 团队 拜访 本月')).rejects.toMatchObject({ code: 'target-too-many' })
  })
})
