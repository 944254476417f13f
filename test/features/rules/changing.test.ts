import { describe, expect, it } from 'vitest'
import { sharedStore } from '../reports/stage.ts'
import { stageRules } from './stage.ts'

const shared = sharedStore()
const stage = (options?: Parameters<typeof stageRules>[1]) => stageRules(shared.store, options)
const manager = '王经理'

type Staged = Awaited<ReturnType<typeof stage>>
const exported = async ({ types }: Staged, name = '') =>
  (await types(manager, `export ${name}`)).words.split('\n').slice(1).join('\n')

describe('/rules edit', () => {
  it('shows the parts of a rule as a form, and takes what was changed in it', async () => {
    const staged = await stage()
    const { types, presses, kept } = staged
    const { said } = await types(manager, '编辑 flooding')
    const form = said[0]?.content.blocks.flatMap(block => (block.b === 'form' ? [block.form] : []))[0]
    expect(form?.inputs.map(({ id, initial }) => [id, initial])).toEqual([
      ['title', '刷屏'],
      ['hours', '不限'],
      ['to', 'talk'],
      ['messages', '8'],
      ['seconds', '60'],
      ['steps', '私下提醒、私下提醒、记录、告知经理'],
      ['say', '无'],
      ['coolDown', '10'],
      ['forgivenAfter', '7'],
    ])
    const values = Object.fromEntries((form?.inputs ?? []).map(({ id, initial }) => [id, initial ?? '']))
    const changed = {
      ...values,
      messages: '１０',
      hours: '工作日 9:00-18:00',
      steps: '记录、告知经理',
      say: '一次说完，好吗？',
    }
    await expect(presses(manager, 'rules.edit', 'flooding ', { values: changed })).rejects.toMatchObject({
      words: { zh: expect.stringContaining('第一次提醒的原话没看懂') },
    })
    const { words } = await presses(manager, 'rules.edit', 'flooding ', {
      values: { ...changed, steps: '私下提醒→告知经理' },
    })
    expect(words).toContain('最多几条：8 → 10')
    expect(words).toContain('工作日 09:00–18:00，60 秒内不连发超过 10 条消息')
    expect(words).toContain('[静默试行] /群规 试行 flooding')
    expect(await kept()).toMatchObject([
      {
        state: 'off',
        definition: {
          when: { kind: 'flooding', messages: 10, seconds: 60 },
          manners: { steps: [{ do: 'hint', words: { zh: '一次说完，好吗？' } }, { do: 'tell-manager' }] },
        },
      },
    ])
  })

  it('takes parts by their names, in both languages', async () => {
    const { types, kept } = await stage()
    await types(manager, 'on quiet-hours')
    await types(manager, 'edit quiet-hours hours=10pm-7am cool-down=30 title=夜里安静')
    await types(manager, 'edit links sites=https://www.Example.com/a?b, docs.cn', { lang: 'en' })
    await types(manager, '编辑 @所有人 谁可以=经理 每天=3次')
    await types(manager, '编辑 合同和文件 去处=放网盘 词语=合同、标书*附件')
    await types(manager, '编辑 日报格式 截止=下午6点半')
    const conditions = Object.fromEntries((await kept()).map(({ definition: { key, when } }) => [key, when]))
    expect(conditions).toMatchObject({
      links: { allowed: ['example.com', 'docs.cn'] },
      'mention-all': { mayAtLeast: 'manager', perDay: 3 },
      'route-contracts': { to: 'drive', patterns: ['合同', '标书*附件'] },
      'report-form': { until: '18:30' },
    })
    const [quiet] = (await kept()).filter(({ definition }) => definition.key === 'quiet-hours')
    expect(quiet).toMatchObject({
      version: 2,
      definition: { title: { zh: '夜里安静', en: 'Quiet hours' }, manners: { coolDown: 30 } },
    })
    expect(quiet?.definition.listens.hours).toEqual({ from: '22:00', to: '07:00', on: 'every-day' })
  })

  it.each([
    ['flooding hours=soon', '什么时间没看懂“soon”，可以写：一段时间'],
    ['flooding messages=1', '最多几条：when.messages'],
    ['flooding steps=shout', '依次怎么做没看懂“shout”，可以写：私下提醒、记录、告知经理'],
    ['flooding words=a', '这条群规没有“词”这一项'],
    ['off-topic words=/(a+)+/', '像正则表达式'],
    ['quiet-hours hours=无', '什么时候都不能说话'],
    ['off-topic words=闲聊,股票 hours=9-9', '没看懂“9-9”'],
  ])('refuses "%s", and nothing is written', async (text, zh) => {
    const { types, states } = await stage()
    await expect(types(manager, `edit ${text}`)).rejects.toMatchObject({ words: { zh: expect.stringContaining(zh) } })
    expect(await states()).toEqual({})
  })

  it('refuses a form that is older than the rule', async () => {
    const { types, presses } = await stage()
    await types(manager, 'on flooding')
    await types(manager, 'edit flooding messages=9')
    await expect(presses(manager, 'rules.edit', 'flooding 1', { values: { messages: '20' } })).rejects.toMatchObject({
      code: 'rules.changed-meanwhile',
    })
  })

  it('refuses what another rule contradicts, and names both ways out', async () => {
    const { types } = await stage()
    await types(manager, 'on quiet-hours')
    await types(manager, 'on posting-times')
    await expect(types(manager, 'edit posting-times hours=18:30-22:00')).rejects.toMatchObject({
      words: { zh: expect.stringMatching(/“安静时段”和“下班以后”管的是同一件事.*\/群规 停用/) },
    })
    await types(manager, 'off quiet-hours')
    await types(manager, 'edit posting-times hours=18:30-22:00')
  })
})

describe('rules as text', () => {
  it('an export reads back as the same', async () => {
    const staged = await stage()
    await staged.types(manager, 'on quiet-hours')
    await staged.types(manager, 'try route-delays')
    await staged.types(manager, 'exempt 张三 from quiet-hours')
    const yaml = await exported(staged)
    expect(yaml).toContain('- 张三')
    expect((await staged.types(manager, `import\n\`\`\`yaml\n${yaml}\n\`\`\``)).words).toContain('没有要改的')
  })

  it('shows what would change before it is taken, and takes it once', async () => {
    const staged = await stage()
    const { types, presses, states, kept } = staged
    await types(manager, 'on quiet-hours')
    const yaml = (await exported(staged, 'quiet-hours')).replace('21:00', '22:30')
    const both = `rules:\n${[yaml, await exported(staged, 'links')].map(one => `- ${one.trim().replaceAll('\n', '\n  ')}`).join('\n')}`
    const { said, words } = await types(manager, `导入\n${both.replace('state: off', 'state: shadow')}`)
    expect(words).toContain('要改 2 条群规')
    expect(words).toContain('什么时间：每天 21:00–08:00 → 每天 22:30–08:00')
    expect(words).toContain('新增 · 广告和陌生链接 · 静默试运行')
    expect(await states()).toEqual({ 'quiet-hours': 'on' })
    const value = said[0]?.content.blocks.flatMap(block => (block.b === 'actions' ? block.buttons : []))[0]?.value ?? ''
    expect((await presses(manager, 'rules.import', value)).words).toContain('已导入：安静时段、广告和陌生链接')
    expect(await states()).toEqual({ links: 'shadow', 'quiet-hours': 'on' })
    expect((await kept()).map(({ version }) => version)).toEqual([1, 2])
    await expect(presses(manager, 'rules.import', value)).rejects.toMatchObject({ code: 'rules.no-draft' })
  })

  it('is not taken over a change that came between, nor a day later', async () => {
    const staged = await stage()
    const { types } = staged
    await types(manager, 'on flooding')
    const yaml = (await exported(staged, 'flooding')).replace('messages: 8', 'messages: 12')
    await types(manager, `import\n${yaml}`)
    await types(manager, 'edit flooding messages=9')
    await expect(types(manager, 'import yes')).rejects.toMatchObject({ code: 'rules.changed-meanwhile' })
    await types(manager, `import\n${yaml}`)
    await expect(types(manager, '导入 确定', { at: '2026-11-21 16:01' })).rejects.toMatchObject({
      code: 'rules.no-draft',
    })
  })

  it('tells all faults with their lines, and takes nothing', async () => {
    const { types, states } = await stage()
    const { words } = await types(
      manager,
      `import
rules:
- key: a-rule
  title: {zh: 甲}
  when: {kind: off-topic, patterns: ['/(a+)+/', 闲聊]}
  manners: {steps: [{do: hint}]}
  exempt: {members: [赵六]}
- key: a-rule
  title: {zh: 乙}
  when: {kind: flooding, messages: 1}
  manners: {steps: [{do: shout}]}
`,
    )
    expect(words).toContain('没有导入，请先修正')
    expect(words).toMatch(/第 4 行：.*像正则表达式/)
    expect(words).toContain('第 6 行：这里没有“赵六”')
    expect(words).toMatch(/第 9 行：when\.messages/)
    expect(words).toMatch(/第 10 行：manners\.steps\.0\.do/)
    expect(await states()).toEqual({})
  })

  it('refuses a rule for a group of somebody else', async () => {
    const staged = await stage()
    const other = await stage({ groups: { 别的群: 'slack' } })
    const place = other.inGroup('别的群')
    const id = place.kind === 'group' ? place.channelId : ''
    const yaml = (await exported(staged, 'links')).replace('state: off', 'state: on')
    const foreign = yaml.replace('to: talk', `to: talk\n  channels: [${id}]`)
    expect((await staged.types(manager, `import\n${foreign}`)).words).toContain(`这里没有“${id}”`)
    await staged.types(manager, `import\n${yaml.replace('to: talk', 'to: talk\n  channels: [销售群]')}`)
    await staged.types(manager, 'import yes')
    await shared.store.prisma.channel.updateMany({ where: { teamId: staged.team.id }, data: { teamId: null } })
    await staged.types(manager, 'off links')
    await expect(staged.types(manager, 'on links')).rejects.toMatchObject({
      words: { zh: expect.stringContaining('指的群已经不是这个团队的群') },
    })
  })

  it.each([
    ['a: &x [1]\nb: *x', 'YAML 引用'],
    ['- 1', '没有导入'],
    ['rules: []', '请给出 1 到 100 条群规'],
    ['key: [', 'YAML 写法有误'],
    ['x'.repeat(20_001), '太长了'],
  ])('refuses %j', async (yaml, zh) => {
    const { types } = await stage()
    expect((await types(manager, `import ${yaml}`)).words).toContain(zh)
  })
})

describe('/rules exempt', () => {
  it('lets a rule not hold for a member or a role, which members see of themselves alone', async () => {
    const { types, kept } = await stage()
    await types(manager, 'on flooding')
    expect((await types(manager, 'exempt 张三 from flooding')).words).toContain('张三除外')
    expect((await types(manager, '豁免 组长 刷屏')).words).toContain('组长、张三除外')
    expect((await types('张三', '')).words).toContain('组长、你除外')
    expect((await types('Ann', '')).words).toContain('except leads, one member')
    await types(manager, '取消豁免 张三 刷屏')
    expect((await kept())[0]?.definition.exempt).toEqual({ roles: ['lead'], members: [] })
    expect((await types(manager, 'exempt lead from flooding')).words).toContain('本来就是这样')
    await types(manager, 'on mention-all')
    await expect(types(manager, 'exempt 销售 from mention-all')).rejects.toMatchObject({
      words: { zh: expect.stringContaining('自相矛盾') },
    })
    await expect(types(manager, 'exempt 赵六 from flooding')).rejects.toMatchObject({ code: 'team.member-unknown' })
    await expect(types('张三', 'exempt 张三 from flooding')).rejects.toMatchObject({ code: 'team.not-allowed' })
  })
})

describe('/rules history', () => {
  it('tells managers who changed what, and when', async () => {
    const { types } = await stage()
    await types(manager, 'try flooding', { at: '2026-11-19 09:00' })
    await types(manager, 'on flooding', { at: '2026-11-20 10:30' })
    await types(manager, 'edit flooding messages=9', { at: '2026-11-20 11:00' })
    await types(manager, 'exempt 张三 from flooding', { at: '2026-11-20 12:00' })
    expect((await types(manager, '历史 刷屏')).words.split('\n')).toEqual([
      '“刷屏”的修改记录',
      '4 · 2026-11-20 12:00 · 王经理 · 豁免 +1',
      '3 · 2026-11-20 11:00 · 王经理 · 最多几条：8 → 9',
      '2 · 2026-11-20 10:30 · 王经理 · 静默试运行 → 生效中',
      '1 · 2026-11-19 09:00 · 王经理 · 静默试运行',
    ])
    await expect(types('张三', 'history flooding')).rejects.toMatchObject({ code: 'team.not-allowed' })
  })
})

describe('the log of what was done', () => {
  it('has every change of a rule, an exemption and a list, and no words of anybody', async () => {
    const { types, who } = await stage()
    const { memberId } = who('张三')
    const by = who(manager).personId
    expect((await types(manager, 'on flooding')).noted).toMatchObject([
      { what: 'rules.changed', by, about: null, detail: { key: 'flooding', version: 1, before: 'none', state: 'on' } },
    ])
    expect((await types(manager, 'exempt 张三 from flooding')).noted).toMatchObject([
      { what: 'rules.changed', detail: { version: 2 } },
      { what: 'rules.exempt', about: memberId, by, detail: { key: 'flooding', exempt: true } },
    ])
    const { noted } = await types(manager, 'words add 包治百病')
    expect(noted).toMatchObject([{ what: 'rules.words', by, detail: { list: 'default', added: 1, removed: 0 } }])
    expect(JSON.stringify(noted)).not.toContain('包治百病')
  })
})
