import { describe, expect, it } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { at, stageRules } from './stage.ts'

const shared = sharedStore()
const stage = (options?: Parameters<typeof stageRules>[1]) => stageRules(shared.store, options)

describe('what holds here', () => {
  it('is nothing at first, with the way to begin', async () => {
    const { types } = await stage()
    expect((await types('张三', '')).words).toContain('这里还没有群规')
    expect((await types('王经理', '')).words).toContain('[全部群规] /群规 目录')
  })

  it('is told in one sentence for each rule, to anybody, in their language', async () => {
    const { types } = await stage()
    await types('王经理', '启用 安静时段')
    await types('王经理', 'try flooding')
    const { said, words } = await types('张三', '')
    expect(said).toMatchObject([{ to: { reply: 'private' } }])
    expect(words).toContain(
      '安静时段：每天 21:00–08:00，群里不聊天（发给我的不算）；没做到先私下提醒，再有只记录；2026-11-20 起。（下班就该能放下手机）',
    )
    expect(words).toContain('刷屏（静默试运行）：60 秒内不连发超过 8 条消息；没做到先私下提醒，一再如此才告诉经理')
    const english = await types('Ann', '')
    expect(english.words).toContain(
      'Quiet hours: 21:00–08:00 every day: no talk in the group (what is for me is fine); at first a private hint; after that it is written down; since 2026-11-20.',
    )
  })

  it('names the door in the words of the reader', async () => {
    const { types } = await stage()
    await types('王经理', '启用 客户投诉')
    expect((await types('张三', '')).words).toContain(
      '客户投诉：说到“客户…投诉、投诉…客户、客诉”等 6 种的，请按紧急处理（/紧急）',
    )
    expect((await types('Ann', '')).words).toContain(
      'Customer complaints: What is about “customer…complain, complain…customer, 客户…投诉” and 3 more goes to /urgent',
    )
  })

  it('in a group is what is meant for that group', async () => {
    const { types, inGroup } = await stage({ groups: { 东区: 'slack', 西区: 'slack' } })
    const yaml = (await types('王经理', '导出 links')).words.split('\n').slice(1).join('\n')
    await types(
      '王经理',
      `import\n${yaml.replace('to: talk', 'to: talk\n  channels: [东区]').replace('state: off', 'state: on')}`,
    )
    await types('王经理', 'import yes')
    expect((await types('张三', '', { place: inGroup('东区') })).words).toContain('在东区，不发外部链接')
    expect((await types('张三', '', { place: inGroup('西区') })).words).toContain('这里还没有群规')
  })
})

describe('taking rules', () => {
  it('is done by managers, by key or title, with the rest of the catalogue at hand', async () => {
    const { types, presses, states } = await stage()
    expect((await types('张三', '目录')).words).toContain('安静时段 | quiet-hours | 未启用')
    await expect(types('张三', 'on flooding')).rejects.toMatchObject({ code: 'team.not-allowed' })
    await types('王经理', '启用 ＦＬＯＯＤＩＮＧ')
    await presses('王经理', 'rules.shadow', 'links')
    expect(await states()).toEqual({ flooding: 'on', links: 'shadow' })
    expect((await types('王经理', '停用 刷屏')).words).toContain('已停用“刷屏”')
    expect(await states()).toEqual({ flooding: 'off', links: 'shadow' })
    expect((await types('王经理', 'off flooding')).words).toContain('“刷屏”本来就是：未启用')
  })

  it('every ready rule can hold beside all others', async () => {
    const { types, states } = await stage()
    const { readyRules } = await import('../../../src/features/rules/ready-rules.ts')
    for (const { key } of readyRules) await types('王经理', `on ${key}`)
    expect(Object.values(await states())).toEqual(readyRules.map(() => 'on'))
  })

  it.each([
    ['on floding', '没有“floding”这条群规，是不是“刷屏”（flooding）？'],
    ['on', '没看懂'],
    ['frobnicate', '没看懂'],
    ['on 天气', '没有“天气”这条群规'],
  ])('answers "%s" with what would work', async (text, zh) => {
    const { types, states } = await stage()
    await expect(types('王经理', text)).rejects.toMatchObject({ words: { zh: expect.stringContaining(zh) } })
    expect(await states()).toEqual({})
  })
})

describe('where a platform tells us only what mentions us', () => {
  it('a rule about talk is refused, with the reason', async () => {
    const { types, states } = await stage({ groups: { 钉钉群: 'dingtalk' } })
    await expect(types('王经理', 'on quiet-hours')).rejects.toMatchObject({
      words: {
        zh: expect.stringContaining('“安静时段”在钉钉 · 钉钉群听不到：那里的平台只把 @机器人 的消息告诉机器人'),
        en: expect.stringContaining('cannot be heard in DingTalk · 钉钉群'),
      },
    })
    const catalogue = (await types('王经理', '目录')).words
    expect(catalogue).toContain('quiet-hours | 未启用（这里听不到）')
    expect(catalogue).toContain('customer-data | 未启用 |')
    expect(await states()).toEqual({})
  })

  it.each(['quiet-hours', 'unanswered', 'flooding', 'repeats', 'report-form'])(
    'so is %s, which nothing that is sent to us could break; what would work is named',
    async key => {
      const { types, states } = await stage({ groups: { 企微群: 'wecom' } })
      await expect(types('王经理', `try ${key}`)).rejects.toMatchObject({
        code: 'rules.refused',
        words: {
          zh: expect.stringContaining('这里能用的：客户隐私（/群规 目录）'),
          en: expect.stringContaining('What can be kept there: Customer data (/rules list)'),
        },
      })
      expect(await states()).toEqual({})
    },
  )

  it('a rule about what stands in a message can be kept for what is sent to us, as the refusal says', async () => {
    const { types } = await stage({ groups: { 钉钉群: 'dingtalk' } })
    await expect(types('王经理', '启用 订单延期')).rejects.toMatchObject({
      words: { zh: expect.stringContaining('/群规 编辑 route-delays 对象=发给机器人的') },
    })
    expect((await types('王经理', '编辑 route-delays 对象=发给机器人的')).words).toContain(
      '听哪些消息：大家的聊天 → 发给机器人的',
    )
    const { words } = await types('王经理', '启用 route-delays')
    expect(words).toContain('已启用“订单延期”')
    expect(words).not.toContain('听不到')
  })

  it('it holds in the other groups, and says where it cannot be heard', async () => {
    const { types, inGroup } = await stage({ groups: { 总群: 'slack', 钉钉群: 'dingtalk' } })
    const { words } = await types('王经理', 'on quiet-hours')
    expect(words).toContain('已启用“安静时段”')
    expect(words).toContain('钉钉 · 钉钉群：安静时段 — 这里听不到：钉钉只把 @机器人 的消息告诉机器人')
    expect((await types('张三', '', { place: inGroup('钉钉群') })).words).toContain('安静时段 — 这里听不到')
    expect((await types('Ann', '', { place: inGroup('钉钉群') })).words).toContain(
      'cannot be heard here: DingTalk tells a bot only what mentions it',
    )
    expect((await types('张三', '', { place: inGroup('总群') })).words).not.toContain('听不到')
  })

  it('a rule about what is told to us holds; one about both, in part', async () => {
    const { types } = await stage({ groups: { 企微群: 'wecom' } })
    expect((await types('王经理', 'on customer-data')).words).toContain('这里只能听到一部分：企业微信')
    await types('王经理', 'edit customer-data to=for-us')
    const { words } = await types('张三', '')
    expect(words).toContain('在发给我的消息里，群里不写客户的手机号')
    expect(words).not.toContain('听到')
  })
})

describe('having read the rules', () => {
  it('is kept by edition, and managers see who has not', async () => {
    const { types, presses } = await stage()
    await types('王经理', 'on flooding')
    const { words } = await types('张三', '')
    expect(words).toContain('第 1 版')
    expect(words).toContain('[我读过了] /群规 已读')
    expect((await presses('张三', 'rules.read', '1')).words).toContain('第 1 版你已读')
    await types('Ann', 'read')
    expect((await types('王经理', '谁没读')).words).toBe('群规第 1 版\n已读: 张三、Ann\n还没读: 王经理、李组长')
    expect((await types('王经理', '')).words).toContain('还没读的 2 人：王经理、李组长')
    expect((await types('张三', '')).words).not.toContain('还没读的')
    await expect(types('张三', 'readers')).rejects.toMatchObject({ code: 'team.not-allowed' })
  })

  it('an old button shows the rules as they are now instead', async () => {
    const { types, presses } = await stage()
    await types('王经理', 'on flooding')
    await types('王经理', 'on links')
    expect((await presses('张三', 'rules.read', '1')).words).toContain('这里的群规 · 第 2 版')
    expect((await types('王经理', 'readers')).words).toContain('已读: 没有')
  })

  it('a trial and an exemption are no new edition', async () => {
    const { types, announcements } = await stage()
    await types('王经理', 'try flooding')
    expect(await announcements()).toEqual([])
    await types('王经理', 'on links', { at: '2026-11-20 16:10' })
    await types('王经理', 'exempt 张三 from links')
    expect((await types('张三', '')).words).toContain('第 1 版')
  })
})

describe('news of the rules', () => {
  it('tells all changes of half an hour at once, in plain words', async () => {
    const { types, announcements, announces } = await stage()
    await types('王经理', 'on flooding', { at: '2026-11-20 16:00' })
    await types('王经理', 'on quiet-hours', { at: '2026-11-20 16:20' })
    expect(await announcements()).toEqual([at('2026-11-20 16:30')])
    const first = await announces('2026-11-20 16:30')
    expect(first.said).toMatchObject([{ to: { team: expect.anything() }, purpose: 'rules.announced' }])
    expect(first.words).toContain('新增 · 刷屏：')
    expect(first.words).toContain('新增 · 安静时段：')
    expect(await announcements()).toEqual([])
    await types('王经理', 'edit 安静时段 时间=22:00-07:00', { at: '2026-11-20 17:00' })
    await types('王经理', 'off flooding', { at: '2026-11-20 17:01' })
    const second = await announces('2026-11-20 17:30')
    expect(second.words).toContain('修改 · 安静时段：每天 22:00–07:00')
    expect(second.words).toContain('（原来：每天 21:00–08:00')
    expect(second.words).toContain('取消 · 刷屏')
    expect((await announces('2026-11-20 17:30')).said).toEqual([])
  })

  it('says nothing of what was changed and changed back', async () => {
    const { types, announces } = await stage()
    await types('王经理', 'on flooding', { at: '2026-11-20 16:00' })
    await types('王经理', 'off flooding', { at: '2026-11-20 16:05' })
    expect((await announces('2026-11-20 16:30')).said).toEqual([])
  })

  it('waits for the end of the quiet hours', async () => {
    const { types, announcements } = await stage()
    await types('王经理', 'on flooding', { at: '2026-11-20 20:45' })
    expect(await announcements()).toEqual([at('2026-11-21 08:00')])
  })

  it('goes to each member alone where the team wants that, or has no group', async () => {
    const { types, announces, who } = await stage({ settings: { rules: { announce: 'private' } } })
    await types('王经理', 'on flooding', { at: '2026-11-20 16:00' })
    const { said, words } = await announces('2026-11-20 16:30')
    const to = said.map(saying => saying.to)
    expect(to).toHaveLength(4)
    expect(to).toContainEqual({ person: who('Ann').personId })
    expect(words).toContain('New · Flooding: No more than 8 messages in 60 seconds')
    const lonely = await stage({ groups: {} })
    await lonely.types('王经理', 'on flooding', { at: '2026-11-20 16:00' })
    expect((await lonely.announces('2026-11-20 16:30')).said).toHaveLength(4)
  })
})
