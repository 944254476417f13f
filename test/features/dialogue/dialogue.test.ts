import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openPlainPlatform } from '../plain-platform.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const stage = (options: Partial<Parameters<typeof openPlainPlatform>[0]> = {}) =>
  openPlainPlatform({ store: database.store, ...options })

/** From the first question of the report up to its summary: calls 25, and nothing else. */
async function fillIn(wang: { tells(text: string): Promise<void> }): Promise<void> {
  for (const answer of ['跳过', '25', '跳过', '跳过', '跳过', '跳过', '跳过', '跳过']) await wang.tells(answer)
}

describe('a form where no form is drawn', () => {
  test('is filled in by buttons and words, and handed in as if it had been drawn', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    expect(wang.heard()).toContain('→ /日报 拜访3 电话20')
    await wang.presses('逐项填写')
    expect(wang.heard()).toContain('1/8 拜访（选填）')
    await wang.tells('3')
    expect(wang.heard()).toMatch(/^2\/8 电话/)
    await wang.presses('跳过')
    await wang.tells('跳过')
    await wang.tells('1')
    expect(wang.heard(), 'asked for because there is a deal').toMatch(/^5\/9 签单额\n可以写 8万/)
    expect(wang.buttons()).toEqual(['取消', '上一步'])
    await wang.tells('8万')
    for (const answer of ['跳过', '√ 跟进华为\n拜访中建', '合同等盖章']) await wang.tells(answer)
    await wang.tells('跳过')
    expect(wang.heard()).toContain('1 拜访：3')
    expect(wang.heard()).toContain('2 电话：—')
    expect(wang.heard()).toContain('7 今天的事：√ 跟进华为 / 拜访中建')
    expect(await there.reportsOf('王'), 'nothing before it is submitted').toEqual([])
    await wang.presses('提交')
    expect(wang.heard()).toContain('日报已记下')
    expect(await there.reportsOf('王')).toMatchObject([
      { values: { visits: 3, deals: 1, revenue: 80_000 }, blockers: ['合同等盖章'], revision: 1 },
    ])
  })

  test('is filled in by words alone where there are no buttons, in English too', async () => {
    await using there = await stage({ draws: [] })
    const { wang } = there
    await wang.tells('/settings language en')
    await wang.tells('/report')
    expect(wang.heard()).toContain('[Fill in step by step] → /fill')
    await wang.tells('fill')
    expect(wang.heard()).toContain('1/8 Visits (optional)')
    expect(wang.heard()).toContain('[skip] · [cancel]')
    await wang.tells('2')
    await wang.tells('submit')
    expect(wang.heard()).toContain('• 1 Visits: 2')
    await wang.tells('Submit')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 2 } }])
  })

  test('is asked for with kind words until the answer fits', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('/填写')
    await wang.tells('很多')
    expect(wang.heard()).toMatch(/^⚠️ 这里要一个数字，例如 3、8万、1.5w。\n1\/8 拜访/)
    await wang.tells('20多')
    expect(wang.heard()).toContain('请发确切的数字')
    await wang.tells('照旧')
    expect(wang.heard()).toContain('没法照旧')
    await wang.tells('上一步')
    expect(wang.heard()).toContain('这就是第一项')
    await wang.tells('３个')
    expect(wang.heard()).toMatch(/^2\/8/)
    for (const answer of ['跳过', '跳过', '1']) await wang.tells(answer)
    await wang.tells('跳过')
    expect(wang.heard()).toMatch(/^⚠️ 这一项要填，不能跳过。\n5\/9 签单额/)
    await wang.tells('提交')
    expect(wang.heard()).toMatch(/^⚠️ 还有这一项要填。\n5\/9 签单额/)
  })

  test('comes with what is known, which is kept, changed, cleared or passed over', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报 拜访3 电话20 卡点：合同')
    await wang.tells('/日报')
    await wang.tells('填写')
    expect(wang.heard()).toContain('现在是：3')
    expect(wang.buttons()).toEqual(['照旧', '取消', '清空'])
    await wang.tells('照旧')
    await wang.tells('30')
    await wang.tells('上一步')
    expect(wang.heard()).toContain('2/8 电话（选填）\n现在是：30')
    await wang.tells('keep')
    await wang.tells('提交')
    await wang.tells('7')
    expect(wang.heard()).toMatch(/^7\/8 卡点/)
    await wang.tells('清空')
    expect(wang.heard(), 'back at the summary').toContain('7 卡点：—')
    await wang.tells('提交')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3, calls: 30 }, blockers: [] }])
  })

  test('is asked for again where it has a fault, and nothing else is lost', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    await wang.tells('-3')
    await wang.tells('25')
    await wang.tells('50%')
    await wang.tells('提交')
    await wang.tells('提交')
    expect(wang.heard()).toMatch(/^⚠️ 次数不能是负数\n1\/8 拜访（选填）\n现在是：-3/)
    expect(await there.reportsOf('王')).toEqual([])
    await wang.tells('3')
    expect(wang.heard()).toMatch(/^⚠️ 这里要数字，不是百分比\n3\/8 报价/)
    await wang.tells('5')
    expect(wang.heard()).toContain('2 电话：25')
    await wang.tells('提交')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3, calls: 25, quotes: 5 } }])
  })

  test('ends with 取消, and nothing is kept', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    const skip = wang.keepsButton('跳过')
    await wang.tells('3')
    await wang.tells('/取消')
    expect(wang.heard()).toContain('已取消 日报')
    await wang.tells('25')
    expect(wang.heard()).toContain('没有“25”这个命令')
    await skip()
    expect(wang.heard()).toContain('已经提交、取消或换成别的了')
    expect(await there.reportsOf('王')).toEqual([])
    await wang.tells('填写')
    expect(wang.heard(), 'from the beginning').toMatch(/1\/8 拜访（选填）\n\[跳过\]/)
    await skip()
    expect(wang.heard(), 'a button of the one before').toContain('已经提交、取消或换成别的了')
  })
})

describe('while it waits', () => {
  test('commands are obeyed, and it goes on with the next answer', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    for (const [command, answer] of [
      ['/帮助', '我能帮你做这些'],
      ['帮助', '我能帮你做这些'],
      ['计划 拜访3 电话20', '计划已记下'],
      ['成员', '王'],
      ['看我的数字', '没有“看我的数字”这个命令'],
    ] as const) {
      await wang.tells(command)
      if (command.startsWith('看')) expect(wang.heard()).toContain('这里要一个数字')
      else expect(wang.heard()).toContain(answer)
    }
    await wang.tells('3')
    expect(wang.heard()).toMatch(/^2\/8 电话/)
  })

  test('what takes any words takes words that look like a command, but not a real one', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    for (const answer of ['1', '1', '1', '0', '0', '跳过', '跳过']) await wang.tells(answer)
    expect(wang.heard()).toMatch(/^8\/8 备注/)
    await wang.tells('请假的客户明天回来')
    expect(wang.heard()).toContain('8 备注：请假的客户明天回来')
    await wang.tells('8')
    await wang.tells('leave early tomorrow')
    expect(wang.heard()).toContain('8 备注：leave early tomorrow')
    await wang.tells('8')
    await wang.tells('/请假 明天')
    expect(wang.heard()).toContain('请假')
    expect(wang.heard()).not.toContain('备注')
    await wang.tells('提交')
    await wang.tells('提交')
    expect(await there.reportsOf('王')).toMatchObject([{ notes: ['leave early tomorrow'] }])
  })

  test('nobody else is affected, and neither is the group', async () => {
    await using there = await stage()
    const { wang } = there
    const li = there.person('李')
    await li.says('/加入')
    await wang.tells('/日报')
    await wang.tells('填写')
    await li.tells('3')
    expect(li.heard()).toContain('没有“3”这个命令')
    await wang.says('3')
    expect(there.heardInGroup() + wang.heard()).toContain('没有“3”这个命令')
    await wang.tells('4')
    expect(wang.heard()).toMatch(/^2\/8/)
  })

  test('a process may end and another go on; the same message twice is one answer', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    await wang.tells('3', 'twice')
    await wang.tells('3', 'twice')
    expect(wang.heard(), 'it is the same message').toBe('')
    await there.restart()
    await wang.tells('填写')
    expect(wang.heard()).toMatch(/^接着填 日报[^\n]*\n2\/8 电话/)
    await wang.tells('25')
    await wang.tells('提交')
    await wang.tells('提交')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3, calls: 25 } }])
  })

  test('it becomes stale after a day, which is said once', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    there.goTo('2026-11-24 17:59')
    await wang.tells('3')
    expect(wang.heard()).toMatch(/^2\/8/)
    there.goTo('2026-11-25 17:00')
    await wang.tells('25')
    expect(wang.heard(), 'less than a day after the last answer').toMatch(/^3\/8/)
    there.goTo('2026-11-26 17:05')
    await wang.tells('帮助')
    expect(wang.heard()).toContain('我能帮你做这些')
    await wang.tells('25')
    expect(wang.heard()).toContain('放了一天多，已作废')
    await wang.tells('25')
    expect(wang.heard()).toContain('没有“25”这个命令')
    expect(await there.reportsOf('王')).toEqual([])
  })

  test('a newer form takes its place with a word; the same one goes on', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    await wang.tells('3')
    await wang.tells('/日报')
    await wang.presses('逐项填写')
    expect(wang.heard()).toMatch(/^接着填 日报[^\n]*\n2\/8/)
    there.goTo('2026-11-23 18:01')
    await wang.tells('/日报')
    await wang.tells('填写')
    expect(wang.heard(), 'by the word too').toMatch(/^接着填 日报[^\n]*\n2\/8/)
    await wang.tells('/表单 日报')
    await wang.tells('填写')
    expect(wang.heard()).toContain('“日报 · 11月23日 周一”没填完，先放下了')
    expect(wang.heard()).toContain('1/4 开始\n现在是：17:00')
    await wang.tells('下午五点半')
    await wang.tells('提交')
    expect(wang.heard()).toContain('1 开始：17:30')
    expect(wang.heard()).toContain('4 哪天关闭：次日')
    await wang.tells('提交')
    await wang.tells('/表单 日报')
    expect(wang.heard()).toContain('17:30')
  })

  test('the word goes on with what was begun last, although another form was offered between', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    const begin = wang.keepsButton('逐项填写')
    there.goTo('2026-11-23 18:01')
    await wang.tells('/表单 日报')
    there.goTo('2026-11-23 18:02')
    await begin()
    await wang.tells('填写')
    expect(wang.heard()).toMatch(/^接着填 日报 · 11月23日 周一。\n1\/8 拜访/)
  })

  test('two taps count once, and an earlier answer is changed by its own button', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    const skip = wang.keepsButton('跳过')
    await skip()
    await skip()
    expect(wang.heard(), 'it shows where it stands').toMatch(/^2\/8/)
    await fillIn({ tells: async text => (text === '跳过' ? undefined : wang.tells(text)) })
    expect(wang.heard()).toMatch(/^3\/8/)
    await wang.tells('提交')
    const submit = wang.keepsButton('提交')
    await submit()
    await submit()
    expect(wang.heard()).toContain('已经提交、取消或换成别的了')
    expect(await there.reportsOf('王')).toMatchObject([{ revision: 1 }])
  })

  test('a picture is no answer, and it goes on after it', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/日报')
    await wang.tells('填写')
    await wang.sends('picture')
    expect(wang.heard()).toContain('图片我看不懂')
    await wang.tells('3')
    expect(wang.heard()).toMatch(/^2\/8/)
  })

  test('without a form there is nothing to fill in, and a forged button finds none', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.tells('/填写')
    expect(wang.heard()).toContain('现在没有要填的表单')
    const forged = ['', '{', '{"id":"reports.submit","value":"\\u0000"}', '[1]', '{"id":"team.setup"}']
    for (const value of forged) {
      await wang.use({ id: 'dialogue.begin', label: '', words: '', value })
      expect(wang.heard(), value).toContain('现在没有要填的表单')
    }
    for (const id of ['dialogue.answer', 'dialogue.control'])
      for (const value of [...forged, '{"d":"x"}']) {
        await wang.use({ id, label: '', words: '', value })
        expect(wang.heard(), value).toContain('已经提交、取消或换成别的了')
      }
  })
})

describe('in a group', () => {
  test('it goes on in the direct chat, and the group hears nothing of it', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.says('/日报')
    await wang.says('/填写')
    expect(there.heardInGroup()).toBe('')
    expect(wang.heard()).toMatch(
      /^日报 · 11月23日 周一：我在私聊里一项一项问；中途停下也行，发 \/填写 接着填。\n1\/8 拜访/,
    )
    await wang.tells('3')
    await wang.tells('提交')
    await wang.tells('提交')
    expect(there.heardInGroup()).toBe('')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3 } }])
  })

  test('it says one short word where the person cannot be written to', async () => {
    await using there = await stage({ keepsToGroups: true })
    const { wang } = there
    await wang.says('/日报')
    await wang.says('/填写')
    expect(wang.heard()).toBe('')
    expect(there.heardInGroup()).toBe('@王 日报 · 11月23日 周一：我在私聊里一项一项问；中途停下也行，发 /填写 接着填。')
  })

  test('a form for the group is for the group: who fills it in alone makes its team, and the group reads that', async () => {
    await using there = await stage({ team: false })
    const { wang } = there
    await wang.says('你好')
    expect(there.heardInGroup()).toContain('[逐项填写] → /填写')
    await wang.pressesInGroup('逐项填写')
    expect(wang.heard()).toContain('1/6 团队名称')
    await wang.tells('火箭队')
    expect(wang.heard()).toMatch(/2\/6 时区\n现在是：Asia\/Shanghai/)
    await wang.tells('照旧')
    expect(wang.buttons()).toEqual(['1 中文', '2 English', '照旧', '取消', '上一步'])
    await wang.presses('1 中文')
    await wang.tells('早上九点')
    await wang.tells('提交')
    expect(wang.heard()).toContain('4 计划几点前交：09:00')
    await wang.tells('提交')
    expect(there.heardInGroup()).toContain('“火箭队”建好了')
    expect((await there.channel()).team).toMatchObject({ name: '火箭队' })
  })

  test('it is handed in to the team whose form it is, whatever team its member has turned to', async () => {
    await using there = await stage()
    const { wang } = there
    await wang.says('/日报')
    await wang.says('/填写')
    await wang.says('/建队 销售二部', there.otherGroup)
    await wang.tells('/切换团队 销售二部')
    expect(wang.heard()).toContain('销售二部')
    await wang.tells('3')
    await wang.tells('提交')
    await wang.tells('提交')
    expect(wang.heard()).toContain('日报已记下')
    expect(await there.reportsOf('王')).toMatchObject([{ teamId: (await there.channel()).teamId }])
  })

  test('who was turned out meanwhile cannot hand it in', async () => {
    await using there = await stage()
    const { wang } = there
    const li = there.person('李')
    await li.says('/加入')
    await li.tells('/日报')
    await li.tells('填写')
    await li.tells('3')
    await wang.tells('/member 李 remove confirm')
    await li.tells('提交')
    await li.tells('提交')
    expect(li.heard()).toContain('你现在不能提交这份表单了')
    expect(await there.reportsOf('李')).toEqual([])
  })

  test('what was said to one alone is nobody else’s form', async () => {
    await using there = await stage()
    const { wang } = there
    const li = there.person('李')
    await li.says('/加入')
    await wang.says('/日报')
    await li.says('/填写')
    expect(li.heard()).toContain('现在没有要填的表单')
    await li.tells('/填写')
    expect(li.heard()).toContain('现在没有要填的表单')
  })

  test('what stands there for all is no form of a direct chat', async () => {
    await using there = await stage({ team: false })
    const { wang } = there
    const li = there.person('李')
    await wang.says('你好')
    expect(there.heardInGroup()).toContain('[逐项填写]')
    await li.says('/建队 销售一部')
    await wang.says('/加入')
    await wang.tells('/填写')
    expect(wang.heard()).toContain('现在没有要填的表单')
  })

  test('whose role does not reach any more cannot hand it in', async () => {
    await using there = await stage()
    const { wang } = there
    const li = there.person('李')
    await li.says('/加入')
    await wang.tells('/成员 李 role=manager')
    await li.tells('/表单 日报')
    await li.tells('填写')
    await li.tells('17:30')
    await wang.tells('/成员 李 role=rep')
    await li.tells('提交')
    await li.tells('提交')
    expect(li.heard()).toContain('你现在不能提交这份表单了')
  })
})
