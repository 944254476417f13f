import { describe, expect, test } from 'vitest'
import { useStage } from './stage.ts'

const { open } = useStage()

describe('in a group', () => {
  test('it goes on in the direct chat, and the group hears nothing of it', async () => {
    await using there = await open()
    const { wang } = there
    await wang.says('/日报')
    await wang.says('/填写')
    expect(there.heardInGroup()).toBe('')
    expect(wang.heard()).toMatch(
      /^日报 · 11月23日 周一：我在私聊里一项一项问；中途停下也行，发 \/填写 接着填。\n1\/8 拜访/,
    )
    await wang.tells('3', '提交', '提交')
    expect(there.heardInGroup()).toBe('')
    expect(await there.reportsOf('王')).toMatchObject([{ values: { visits: 3 } }])
  })

  test('it says one short word where the person cannot be written to', async () => {
    await using there = await open({ keepsToGroups: true })
    const { wang } = there
    await wang.says('/日报')
    await wang.says('/填写')
    expect(wang.heard()).toBe('')
    expect(there.heardInGroup()).toBe('@王 日报 · 11月23日 周一：我在私聊里一项一项问；中途停下也行，发 /填写 接着填。')
  })

  test('a form for the group is for the group: who fills it in alone makes its team, and the group reads that', async () => {
    await using there = await open({ team: false })
    const { wang } = there
    await wang.says('你好')
    expect(there.heardInGroup()).toContain('[逐项填写] → /填写')
    await wang.pressesInGroup('逐项填写')
    expect(wang.heard()).toContain('1/6 团队名称')
    expect(await wang.tells('火箭队')).toMatch(/2\/6 时区\n现在是：Asia\/Shanghai/)
    await wang.tells('照旧')
    expect(wang.buttons()).toEqual(['1 中文', '2 English', '照旧', '取消', '上一步'])
    await wang.presses('1 中文')
    expect(await wang.tells('早上九点', '提交')).toContain('4 计划几点前交：09:00')
    await wang.tells('提交')
    expect(there.heardInGroup()).toContain('“火箭队”建好了')
    expect((await there.channel()).team).toMatchObject({ name: '火箭队' })
  })
})

describe('whose form it is', () => {
  test('it is handed in to the team whose form it is, whatever team its member has turned to', async () => {
    await using there = await open()
    const { wang } = there
    await wang.says('/日报')
    await wang.says('/填写')
    await wang.says('/建队 销售二部', there.otherGroup)
    expect(await wang.tells('/切换团队 销售二部')).toContain('销售二部')
    expect(await wang.tells('3', '提交', '提交')).toContain('日报已记下')
    expect(await there.reportsOf('王')).toMatchObject([{ teamId: (await there.channel()).teamId }])
  })

  test('who was turned out meanwhile cannot hand it in', async () => {
    await using there = await open()
    const { wang } = there
    const li = await there.liJoins()
    await li.tells('/日报', '填写', '3')
    await wang.tells('/member 李 remove confirm')
    expect(await li.tells('提交', '提交')).toContain('你现在不能提交这份表单了')
    expect(await there.reportsOf('李')).toEqual([])
  })

  test('whose role does not reach any more cannot hand it in', async () => {
    await using there = await open()
    const { wang } = there
    const li = await there.liJoins()
    await wang.tells('/成员 李 role=manager')
    await li.tells('/表单 日报', '填写', '17:30')
    await wang.tells('/成员 李 role=rep')
    expect(await li.tells('提交', '提交')).toContain('你现在不能提交这份表单了')
  })

  test('what was said to one alone is nobody else’s form', async () => {
    await using there = await open()
    const li = await there.liJoins()
    await there.wang.says('/日报')
    await li.says('/填写')
    expect(li.heard()).toContain('现在没有要填的表单')
    expect(await li.tells('/填写')).toContain('现在没有要填的表单')
  })

  test('what stands there for all is no form of a direct chat', async () => {
    await using there = await open({ team: false })
    const { wang, li } = there
    await wang.says('你好')
    expect(there.heardInGroup()).toContain('[逐项填写]')
    await li.says('/建队 销售一部')
    await wang.says('/加入')
    expect(await wang.tells('/填写')).toContain('现在没有要填的表单')
  })
})
