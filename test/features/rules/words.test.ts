import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/features/rules/listed-word.ts'
import { readyWords } from '../../../src/features/rules/ready-words.ts'
import { planWords } from '../../../src/features/rules/word-plan.ts'
import { wordListHead, wordsOf, writeWords } from '../../../src/features/rules/word-store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { aMoment } from '../harness.ts'
import { sharedStore } from '../reports/stage.ts'
import { stageRules } from './stage.ts'

const shared = sharedStore()
const manager = '王经理'

async function stage() {
  const staged = await stageRules(shared.store)
  const list = (name = 'default') => inTransaction(shared.store, tx => wordsOf(tx, staged.team.id, name))
  const version = () => inTransaction(shared.store, tx => wordListHead(tx, staged.team.id, 'default'))
  return { ...staged, list, version }
}

describe('/rules words', () => {
  it('adds words, with what to say instead, and takes them away', async () => {
    const { types, list, version } = await stage()
    const { words } = await types(manager, '词表 添加 包治百病、国家级=知名 Ｂｅｓｔ')
    expect(words).toContain('新增 3 个：包治百病、国家级、Best')
    await types(manager, 'words add 稳赚 kind=mask')
    await types(manager, '词表 放行 博弈')
    expect(await list()).toEqual(
      expect.arrayContaining([
        { word: '国家级', kind: 'hint', suggestion: '知名' },
        { word: '稳赚', kind: 'mask' },
        { word: '博弈', kind: 'allow' },
      ]),
    )
    const again = await types(manager, 'words add best 国家级=有名')
    expect(again.words).toContain('已有，按新的处理：国家级')
    expect(again.words).toContain('1 个本来就有')
    expect(again.words).toContain('现有 5 个词')
    expect((await types(manager, 'words remove 国家级 没有的')).words).toBe(
      '删除 1 个。\n1 个不在词表里。\n现有 4 个词。',
    )
    expect(await version()).toEqual({ name: 'default', version: 5 })
    expect((await types(manager, 'words')).words).toContain('包治百病 · 提示')
  })

  it('keeps lists apart', async () => {
    const { types, list } = await stage()
    await types(manager, 'words add 根治 list=medical')
    expect(await list()).toEqual([])
    expect((await types(manager, '词表 词表=medical')).words).toContain('词表 medical · 1 个词')
    expect((await types(manager, '词表')).words).toContain('另有词表：medical')
  })

  it.each([
    ['words add 最', '“最” 至少要两个字'],
    ['words add 好词 !!', '“!!” 只有符号，没有可查的字'],
    ['words add', '没看懂'],
    ['words add 好词 kind=shout', '没看懂'],
    ['词表 乱来', '没看懂'],
  ])('refuses "%s", and nothing is added', async (text, zh) => {
    const { types, list } = await stage()
    await expect(types(manager, text)).rejects.toMatchObject({ words: { zh: expect.stringContaining(zh) } })
    expect(await list()).toEqual([])
  })

  it('takes ten thousand words and no more', async () => {
    const { types, team, list } = await stage()
    const many = Array.from({ length: 9_999 }, (_, at) => ({ word: `词语${at}`, kind: 'hint' as const }))
    await inTransaction(shared.store, tx => writeWords(tx, { teamId: team.id, list: 'default', at: aMoment }, many))
    await types(manager, 'words add 最后一个')
    await expect(types(manager, 'words add 再来一个')).rejects.toMatchObject({ code: 'rules.too-many-words' })
    expect(await list()).toHaveLength(10_000)
    expect((await types(manager, 'words')).words).toContain('还有 9980 个')
  })

  it('is for managers', async () => {
    const { types } = await stage()
    await expect(types('张三', 'words')).rejects.toMatchObject({ code: 'team.not-allowed' })
  })
})

describe('the ready words', () => {
  it('come with the rule about wording where the list is empty, and only there', async () => {
    const { types, list } = await stage()
    expect((await types(manager, 'try wording')).words).toContain(`先放进 ${readyWords.length} 个常见的`)
    expect(await list()).toHaveLength(readyWords.length)
    const other = await stage()
    await other.types(manager, 'words add 自己的词')
    expect((await other.types(manager, 'on wording')).words).not.toContain('先放进')
    expect(await other.list()).toHaveLength(1)
  })

  it('are each there once', () => {
    expect(new Set(readyWords.map(({ word }) => keyOf(word))).size).toBe(readyWords.length)
    expect(planWords(readyWords, readyWords)).toMatchObject({ fresh: [], changed: [], doubled: readyWords.length })
  })
})
