import { describe, expect, test } from 'vitest'
import { useStage } from './stage.ts'

const { open, openAsked } = useStage()

describe('a form where no form is drawn', () => {
  test('is filled in by buttons and words, and handed in as if it had been drawn', async () => {
    await using there = await open()
    const { wang } = there
    expect(await wang.tells('/日报')).toContain('→ /日报 拜访3 电话20')
    expect(await wang.presses('逐项填写')).toContain('1/8 拜访（选填）')
    expect(await wang.tells('3')).toMatch(/^2\/8 电话/)
    await wang.presses('跳过')
    expect(await wang.tells('跳过', '1'), 'asked for because there is a deal').toMatch(/^5\/9 签单额\n可以写 8万/)
    expect(wang.buttons()).toEqual(['取消', '上一步'])
    const summary = await wang.tells('8万', '跳过', '√ 跟进华为\n拜访中建', '合同等盖章', '跳过')
    expect(summary).toContain('1 拜访：3')
    expect(summary).toContain('2 电话：—')
    expect(summary).toContain('7 今天的事：√ 跟进华为 / 拜访中建')
    expect(await there.reportsOf('王'), 'nothing before it is submitted').toEqual([])
    expect(await wang.presses('提交')).toContain('日报已记下')
    expect(await there.reportsOf('王')).toMatchObject([
      { values: { visits: 3, deals: 1, revenue: 80_000 }, blockers: ['合同等盖章'], revision: 1 },
    ])
  })

  test('is filled in by words alone where there are no buttons, in English too', async () => {
    await using there = await open({ draws: [] })
    const { wang } = there
    expect(await wang.tells('/settings language en', '/report')).toContain('[Fill in step by step] → /fill')
    const question = await wang.tells('fill')
    expect(question).toContain('1/8 Visits (optional)')
    expect(question).toContain('[skip] · [cancel]')
    expect(await wang.tells('2', 'submit')).toContain('• 1 Visits: 2')
    await wang.tells('Submit')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 2 } }])
  })

  test('is asked for with kind words until the answer fits', async () => {
    await using there = await open()
    const { wang } = there
    expect(await wang.tells('/日报', '/填写', '很多')).toMatch(/^⚠️ 这里要一个数字，例如 3、8万、1.5w。\n1\/8 拜访/)
    expect(await wang.tells('20多')).toContain('请发确切的数字')
    expect(await wang.tells('照旧')).toContain('没法照旧')
    expect(await wang.tells('上一步')).toContain('这就是第一项')
    expect(await wang.tells('３个')).toMatch(/^2\/8/)
    expect(await wang.tells('跳过', '跳过', '1', '跳过')).toMatch(/^⚠️ 这一项要填，不能跳过。\n5\/9 签单额/)
    expect(await wang.tells('提交')).toMatch(/^⚠️ 还有这一项要填。\n5\/9 签单额/)
  })

  test('comes with what is known, which is kept, changed, cleared or passed over', async () => {
    await using there = await open()
    const { wang } = there
    expect(await wang.tells('/日报 拜访3 电话20 卡点：合同', '/日报', '填写')).toContain('现在是：3')
    expect(wang.buttons()).toEqual(['照旧', '取消', '清空'])
    expect(await wang.tells('照旧', '30', '上一步')).toContain('2/8 电话（选填）\n现在是：30')
    expect(await wang.tells('keep', '提交', '7')).toMatch(/^7\/8 卡点/)
    expect(await wang.tells('清空'), 'back at the summary').toContain('7 卡点：—')
    await wang.tells('提交')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3, calls: 30 }, blockers: [] }])
  })

  test('is asked for again where it has a fault, and nothing else is lost', async () => {
    await using there = await openAsked()
    const { wang } = there
    expect(await wang.tells('-3', '25', '50%', '提交', '提交')).toMatch(
      /^⚠️ 次数不能是负数\n1\/8 拜访（选填）\n现在是：-3/,
    )
    expect(await there.reportsOf('王')).toEqual([])
    expect(await wang.tells('3')).toMatch(/^⚠️ 这里要数字，不是百分比\n3\/8 报价/)
    expect(await wang.tells('5')).toContain('2 电话：25')
    await wang.tells('提交')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3, calls: 25, quotes: 5 } }])
  })

  test('ends with 取消, and nothing is kept', async () => {
    await using there = await openAsked()
    const { wang } = there
    const skip = wang.keepsButton('跳过')
    expect(await wang.tells('3', '/取消')).toContain('已取消 日报')
    expect(await wang.tells('25')).toContain('没有“25”这个命令')
    await skip()
    expect(wang.heard()).toContain('已经提交、取消或换成别的了')
    expect(await there.reportsOf('王')).toEqual([])
    expect(await wang.tells('填写'), 'from the beginning').toMatch(/1\/8 拜访（选填）\n\[跳过\]/)
    await skip()
    expect(wang.heard(), 'a button of the one before').toContain('已经提交、取消或换成别的了')
  })

  test('is not there without a form, and a forged button finds none', async () => {
    await using there = await open()
    const { wang } = there
    expect(await wang.tells('/填写')).toContain('现在没有要填的表单')
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
