import { describe, expect, test } from 'vitest'
import { useStage } from './stage.ts'

const { open, openAsked } = useStage()

describe('while it waits', () => {
  test.each([
    ['/帮助', '我能帮你做这些'],
    ['帮助', '我能帮你做这些'],
    ['计划 拜访3 电话20', '计划已记下'],
    ['成员', '王'],
  ])('the command %s is obeyed, and it goes on with the next answer', async (command, answer) => {
    await using there = await openAsked()
    const { wang } = there
    expect(await wang.tells(command)).toContain(answer)
    expect(await wang.tells('3')).toMatch(/^2\/8 电话/)
  })

  test('what is neither a command nor an answer is asked for again', async () => {
    await using there = await openAsked()
    const { wang } = there
    expect(await wang.tells('看我的数字')).toContain('这里要一个数字')
    expect(await wang.tells('3')).toMatch(/^2\/8 电话/)
  })

  test('what takes any words takes words that look like a command, but not a real one', async () => {
    await using there = await openAsked()
    const { wang } = there
    expect(await wang.tells('1', '1', '1', '0', '0', '跳过', '跳过')).toMatch(/^8\/8 备注/)
    expect(await wang.tells('请假的客户明天回来')).toContain('8 备注：请假的客户明天回来')
    expect(await wang.tells('8', 'leave early tomorrow')).toContain('8 备注：leave early tomorrow')
    const obeyed = await wang.tells('8', '/请假 明天')
    expect(obeyed).toContain('请假')
    expect(obeyed).not.toContain('备注')
    await wang.tells('提交', '提交')
    expect(await there.reportsOf('王')).toMatchObject([{ notes: ['leave early tomorrow'] }])
  })

  test('nobody else is affected, and neither is the group', async () => {
    await using there = await openAsked()
    const { wang } = there
    const li = await there.liJoins()
    expect(await li.tells('3')).toContain('没有“3”这个命令')
    await wang.says('3')
    expect(there.heardInGroup() + wang.heard()).toContain('没有“3”这个命令')
    expect(await wang.tells('4')).toMatch(/^2\/8/)
  })

  test('a process may end and another go on; the same message twice is one answer', async () => {
    await using there = await openAsked()
    const { wang } = there
    expect(await wang.tellsTwice('3'), 'it is the same message').toBe('')
    await there.restart()
    expect(await wang.tells('填写')).toMatch(/^接着填 日报[^\n]*\n2\/8 电话/)
    await wang.tells('25', '提交', '提交')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3, calls: 25 } }])
  })

  test('it becomes stale after a day, which is said once', async () => {
    await using there = await openAsked()
    const { wang } = there
    there.goTo('2026-11-24 17:59')
    expect(await wang.tells('3')).toMatch(/^2\/8/)
    there.goTo('2026-11-25 17:00')
    expect(await wang.tells('25'), 'less than a day after the last answer').toMatch(/^3\/8/)
    there.goTo('2026-11-26 17:05')
    expect(await wang.tells('帮助')).toContain('我能帮你做这些')
    expect(await wang.tells('25')).toContain('放了一天多，已作废')
    expect(await wang.tells('25')).toContain('没有“25”这个命令')
    expect(await there.reportsOf('王')).toEqual([])
  })

  test('a newer form takes its place with a word; the same one goes on', async () => {
    await using there = await openAsked()
    const { wang } = there
    await wang.tells('3', '/日报')
    expect(await wang.presses('逐项填写')).toMatch(/^接着填 日报[^\n]*\n2\/8/)
    there.goTo('2026-11-23 18:01')
    expect(await wang.tells('/日报', '填写'), 'by the word too').toMatch(/^接着填 日报[^\n]*\n2\/8/)
    const newer = await wang.tells('/表单 日报', '填写')
    expect(newer).toContain('“日报 · 11月23日 周一”没填完，先放下了')
    expect(newer).toContain('1/4 开始\n现在是：17:00')
    const summary = await wang.tells('下午五点半', '提交')
    expect(summary).toContain('1 开始：17:30')
    expect(summary).toContain('4 哪天关闭：次日')
    expect(await wang.tells('提交', '/表单 日报')).toContain('17:30')
  })

  test('the word goes on with what was begun last, although another form was offered between', async () => {
    await using there = await open()
    const { wang } = there
    await wang.tells('/日报')
    const begin = wang.keepsButton('逐项填写')
    there.goTo('2026-11-23 18:01')
    await wang.tells('/表单 日报')
    there.goTo('2026-11-23 18:02')
    await begin()
    expect(await wang.tells('填写')).toMatch(/^接着填 日报 · 11月23日 周一。\n1\/8 拜访/)
  })

  test('two taps count once, and an earlier answer is changed by its own button', async () => {
    await using there = await openAsked()
    const { wang } = there
    const skip = wang.keepsButton('跳过')
    await skip()
    await skip()
    expect(wang.heard(), 'it shows where it stands').toMatch(/^2\/8/)
    expect(await wang.tells('25')).toMatch(/^3\/8/)
    await wang.tells('提交')
    const submit = wang.keepsButton('提交')
    await submit()
    await submit()
    expect(wang.heard()).toContain('已经提交、取消或换成别的了')
    expect(await there.reportsOf('王')).toMatchObject([{ revision: 1 }])
  })

  test('a picture is no answer, and it goes on after it', async () => {
    await using there = await openAsked()
    const { wang } = there
    await wang.sends('picture')
    expect(wang.heard()).toContain('图片我看不懂')
    expect(await wang.tells('3')).toMatch(/^2\/8/)
  })
})
