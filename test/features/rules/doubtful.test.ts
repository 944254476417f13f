import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../src/features/rules/findings/excerpt.ts'
import { openRules } from './house-of-rules.ts'

const noSteps = { steps: [{ do: 'hint' as const }, { do: 'open-hint' as const }], coolDown: 0 }

/** A group in which words by their sound are for managers. */
async function openWithPinyin(options: Parameters<typeof openRules>[0] = {}) {
  const group = await openRules(options)
  await group.asks('王芳', '/群规 词表 添加 最好 稳赚不赔 fuck')
  await group.given({ when: { kind: 'wording', pinyin: true }, manners: noSteps })
  return group
}

describe('what only looks like a listed word', () => {
  it('is told to nobody, whatever the manners are', async () => {
    await using group = await openWithPinyin()
    for (const text of ['我们zuihao', '这个 zui hao 的', '最hao', '醉好', 'f**k 这单'])
      expect(await group.says('李伟', text)).toEqual([])
    expect((await group.findings()).map(({ mode, step }) => [mode, step])).toEqual(
      new Array(5).fill(['doubtful', null]),
    )
    expect(await group.prisma.ruleStanding.findMany()).toEqual([])
  })

  it('is found by its sound only where the rule asks for it', async () => {
    await using group = await openRules()
    await group.asks('王芳', '/群规 词表 添加 最好')
    await group.given({ when: { kind: 'wording' }, manners: noSteps })
    await group.says('李伟', '我们zuihao')
    expect(await group.findings()).toEqual([])
    const edited = await group.asks('王芳', '/群规 编辑 wording 拼音=开')
    expect(edited.join('\n')).toContain('拼音')
    await group.says('李伟', '我们zuihao')
    expect(await group.findings()).toMatchObject([{ mode: 'doubtful' }])
    expect((await group.asks('李伟', '/群规')).join('\n')).toContain('拼音、谐音只请经理看看，不提示')
  })

  it('beside what is certain does not matter', async () => {
    await using group = await openWithPinyin()
    expect((await group.says('李伟', '最好的 zuihao')).join('\n')).toContain('最好')
    expect(await group.findings()).toMatchObject([{ mode: 'on' }])
  })

  it('with one letter masked is certain', async () => {
    await using group = await openWithPinyin()
    expect((await group.says('李伟', 'f*ck 这单')).join('\n')).toContain('“fuck”')
    expect(await group.findings()).toMatchObject([{ mode: 'on' }])
  })
})

describe('/rules doubtful', () => {
  it('shows a manager the passage without a name or a number, and leaves that on record', async () => {
    await using group = await openWithPinyin()
    await group.says('李伟', '我是李伟，张三 @孙总 13812345678 都说这款zuihao，电话 13912345678')
    const shown = (await group.asks('王芳', '/群规 存疑')).join('\n')
    expect(shown).toContain('存疑 · 1 条待看')
    expect(shown).toContain('像“最好”')
    expect(shown).toContain('zuihao')
    for (const hidden of ['李伟', '张三', '孙总', '13812345678', '139']) expect(shown).not.toContain(hidden)
    expect(shown).toContain('/群规 对 1')
    expect(await group.prisma.audit.findMany({ where: { what: 'rules.doubtful' } })).toMatchObject([
      { memberId: group.who('李伟').memberId, actorPersonId: group.who('王芳').personId },
    ])
  })

  it('is for managers, and never shows them their own', async () => {
    await using group = await openWithPinyin()
    await group.says('王芳', '我们zuihao')
    await group.says('李伟', 'zui hao 的方案')
    expect((await group.asks('李伟', '/群规 存疑')).join()).toContain('需要经理')
    expect((await group.asks('李伟', '/群规 对 2')).join()).toContain('需要经理')
    expect((await group.asks('李伟', '/群规 不对 2')).join()).toContain('没有你能看的记录')
    const own = (await group.asks('王芳', '/rules doubtful')).join('\n')
    expect(own).toContain('#2')
    expect(own).not.toContain('#1')
    for (const verb of ['对', '不对', '申诉'])
      expect((await group.asks('王芳', `/群规 ${verb} 1`)).join()).toContain('没有你能看的记录')
    expect((await group.asks('孙总', '/群规 存疑')).join()).toContain('#1')
  })

  it('is judged by one tap, once, and tells nobody', async () => {
    await using group = await openWithPinyin()
    await group.says('李伟', '这款zuihao')
    await group.says('李伟', '醉好')
    await group.says('张三', 'zui hao')
    const right = await group.presses('王芳', 'rules.right', '1')
    expect(right).toEqual([expect.stringContaining('#1 确实是')])
    expect(right.join()).toContain('/群规 词表 添加 zuihao')
    expect(right.join()).toContain('/群规 存疑')
    const wrong = await group.presses('王芳', 'rules.wrong', '2')
    expect(wrong).toEqual([expect.stringContaining('/群规 词表 放行 醉好')])
    expect((await group.presses('孙总', 'rules.wrong', '1')).join()).toContain('已经有人看过')
    expect((await group.presses('孙总', 'rules.right', '2')).join()).toContain('已经有人看过')
    const { memberId } = group.who('王芳')
    expect(await group.findings()).toMatchObject([
      { rightBy: memberId, wrongAt: null },
      { wrongBy: memberId, rightAt: null },
      { wrongAt: null, rightAt: null },
    ])
    expect((await group.asks('孙总', '/群规 存疑')).join()).toContain('1 条待看')
    await group.asks('王芳', '/群规 词表 放行 醉好')
    await group.says('李伟', '醉好')
    expect(await group.findings()).toHaveLength(3)
  })

  it('has nothing to confirm of what is certain', async () => {
    await using group = await openWithPinyin()
    await group.says('李伟', '最好')
    expect((await group.asks('王芳', '/群规 对 1')).join()).toContain('不是存疑的')
  })

  it('says what cannot be judged because it is not kept', async () => {
    await using group = await openWithPinyin({ settings: { keepDays: 0 } })
    await group.says('李伟', 'zuihao')
    const shown = (await group.asks('王芳', '/群规 存疑')).join()
    expect(shown).toContain('没有存疑的要看')
    expect(shown).toContain('另有 1 条原话没有留存')
  })
})

it('the weekly report counts what was judged by rule, shows the way, and never calls the rule wrong for it', async () => {
  await using group = await openWithPinyin()
  for (const n of [1, 2, 3, 4, 5, 6]) await group.says('李伟', `第${n}次说zuihao`)
  for (const n of [1, 2, 3, 4, 5]) await group.presses('王芳', 'rules.wrong', String(n))
  const report = (await group.asks('王芳', '/群规 报告')).join('\n')
  expect(report).toContain('另有 6 条只是像，没有提示任何人。四周内看过的：0 条是，5 条不是')
  expect(report).toContain('看过的 5 条存疑里有 5 条不是')
  expect(report).toContain('看存疑的 1 条')
  expect(report).not.toContain('被说判得不对')
  expect(report).not.toContain('zuihao')
  await group.waits(7 * 24 * 60)
  const sent = await group.prisma.delivery.findMany({ where: { purpose: 'rules.weekly' } })
  expect(sent).toHaveLength(2)
  expect(JSON.stringify(sent.map(({ content }) => content))).toContain('/群规 存疑')
})

describe('a passage', () => {
  it('is the text around it, with numbers, mentions and names as stars', () => {
    expect(excerptOf('客户 13812345678 说zuihao，问@李伟', [{ from: 16, to: 22 }], ['李伟'])).toEqual({
      before: '客户 *********** 说',
      passage: 'zuihao',
      after: '，问**',
    })
    const long = `${'前'.repeat(50)}zuihao${'后'.repeat(50)}`
    expect(excerptOf(long, [{ from: 50, to: 56 }], [])).toEqual({
      before: `…${'前'.repeat(16)}`,
      passage: 'zuihao',
      after: `${'后'.repeat(16)}…`,
    })
  })

  it('of any text shows no name and no whole number but in the passage, and is well formed', () => {
    const part = fc.constantFrom(
      '李伟',
      '张三',
      '13812345678',
      '@张三',
      '👨‍👩‍👧',
      '说',
      ' ',
      '\n',
      'zuihao',
      '，',
      'a\u0301',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(part, { maxLength: 12 }), (left, right) => {
        const [before, after] = [left.join(''), right.join('')]
        const range = { from: before.length, to: before.length + 2 }
        const shown = excerptOf(`${before}词语${after}`, [range], ['李伟', '张三'])
        expect(shown.passage).toBe('词语')
        for (const around of [shown.before, shown.after]) {
          expect(around).not.toMatch(/李伟|张三|\d{6}|\n/)
          expect(around.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
