import { describe, expect, test } from 'vitest'
import { candidates } from '../../../src/features/cases/card-index.ts'
import { gramNumber, gramsOf } from '../../../src/features/cases/grams.ts'
import type { Store } from '../../../src/store/store.ts'
import { eachDatabase } from '../../store/fixture.ts'
import { stageCases } from './stage.ts'

const at = (time: string, day = 20) => `2026-11-${day} ${time}`

async function withCards(store: Store) {
  const staged = await stageCases(store)
  const { types } = staged
  await types('张三', '案例 华为订单延期', at('10:00'))
  await types('李伟', '案例 中建合同等盖章', at('10:00'))
  await types('Sam', 'case Acme’s CRM import fails', at('10:00'))
  await types('张三', '案例 1 解决 换了承运商，两天到货\n以后先问库存', at('11:00'))
  await types('李伟', '案例 2 解决 请法务加急', at('11:00'))
  await types('Sam', 'case 3 solved wrote the dates as ISO', at('11:00'))
  return staged
}

describe.each(eachDatabase)('on $name solved cases', ({ open }) => {
  test('are found by words of the problem and of its solution, in Chinese and English, in any spelling', async context => {
    await using database = await open(context)
    const { types, answer } = await withCards(database.store)
    const found = async (words: string) => answer(await types('赵组长', `案例 搜 ${words}`, at('12:00')))
    expect(await found('延期')).toContain('#1 华为订单延期 → 换了承运商，两天到货')
    expect(await found('延期')).not.toContain('以后先问库存')
    expect(await found('库存')).toContain('#1 ')
    expect(await found('合同盖章怎么催')).toContain('#2 中建合同等盖章 → 请法务加急')
    expect(await found('ＣＲＭ')).toContain('#3 ')
    expect(await found('import the dates')).toContain('#3 ')
    expect(await found('章')).toContain('#2 ')
    expect(await found('延')).toContain('#1 ')
    expect(await found('回扣')).toContain('没有找到')
    expect(await found('')).toMatch(/最近的案例\n#3 .*\n#2 .*\n#1 /)
  })

  test('with more of the words come first', async context => {
    await using database = await open(context)
    const { types, answer } = await withCards(database.store)
    await types('张三', '案例 中建订单延期，客户催货', at('13:00'))
    await types('张三', '案例 4 解决 分批发货', at('13:30'))
    const found = answer(await types('Sam', '案例 搜 中建订单延期', at('14:00')))
    expect(found.indexOf('#4 ')).toBeGreaterThan(0)
    expect(found.indexOf('#4 ')).toBeLessThan(found.indexOf('#1 '))
  })

  test('are offered, in private and with how they were solved, to whoever files one like them', async context => {
    await using database = await open(context)
    const { types, to, openly, answer, group } = await withCards(database.store)
    const heard = await types('Sam', '案例 腾讯订单延期', at('15:00'), group)
    expect(to('Sam', heard)).toContain('The like was solved before:')
    expect(to('Sam', heard)).toContain('#1 华为订单延期 → 换了承运商，两天到货')
    expect(openly(heard)).toContain('腾讯订单延期')
    expect(openly(heard)).not.toContain('承运商')
    expect(answer(await types('Sam', '案例 停车场满了', at('15:05')))).not.toContain('solved before')
  })

  test('are found no more once they are open again, and anew once they are solved anew', async context => {
    await using database = await open(context)
    const { types, answer } = await withCards(database.store)
    await types('张三', '案例 1 重开 又延了', at('12:00'))
    const found = async () => answer(await types('赵组长', '案例 搜 延期', at('13:00')))
    expect(await found()).toContain('没有找到')
    await types('张三', '案例 1 解决 自己开车送', at('12:30'))
    expect(await found()).toContain('自己开车送')
    expect(answer(await types('赵组长', '案例 搜 承运商', at('13:00')))).toContain('没有找到')
  })

  test('of another team are another team’s', async context => {
    await using database = await open(context)
    await withCards(database.store)
    const { types, answer } = await stageCases(database.store)
    expect(answer(await types('张三', '案例 搜 延期', at('12:00')))).toContain('没有找到')
  })
})

describe.each(eachDatabase)('on $name', ({ open }) => {
  test('the index holds no words, and looking something up reads no more the more cards there are', async context => {
    await using database = await open(context)
    const { store } = database
    const { types, numbered, team } = await stageCases(store)
    await types('张三', '案例 样机订单坏了', at('10:00'))
    await types('张三', '案例 1 解决 换了一台', at('10:30'))
    const { id: like, filedBy } = await numbered(1)
    const many = Array.from({ length: 1500 }, (_, n) => ({
      ...{
        id: crypto.randomUUID(),
        teamId: team.id,
        number: 100 + n,
        kind: 'problem',
        title: '订单',
        text: '订单延期',
      },
      ...{ origin: 'message', audience: 'team', filedBy, ownerId: filedBy, state: 'solved', solution: '等' },
      filedAt: new Date('2026-11-20T02:00:00Z'),
    }))
    await store.prisma.case.createMany({ data: many })
    await store.prisma.caseGram.createMany({
      data: many.flatMap(({ id: caseId, teamId }) =>
        ['订单', '单延', '延期'].map(gram => ({ caseId, teamId, gram: gramNumber(gram) })),
      ),
    })
    const found = await candidates(store.prisma, team.id, gramsOf('样机订单坏了'))
    expect(found).toHaveLength(50)
    // What all have in common does not bury the one that shares most.
    expect(found.map(({ id }) => id)).toContain(like)
    const columns = await store.query<{ type: string }>(
      `SELECT DISTINCT udt_name AS type FROM information_schema.columns WHERE table_name = 'CaseGram'`,
    )
    expect(columns.map(({ type }) => type).toSorted()).toEqual(['int4', 'uuid'])
  })
})
