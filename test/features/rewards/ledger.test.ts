import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { eachDatabase, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { kudos, type StagedRewards, stageRewards } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const reps = ['张三', '李四', '王五'] as const
const rep = fc.constantFrom(...reps)

type Step = (staged: StagedRewards) => Promise<unknown>

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(rep, fc.integer({ min: -60, max: 60 })).map(
    ([name, delta]): Step =>
      ({ says }) =>
        says('王经理', `/积分 ${name} ${delta < 0 ? delta : `+${delta}`} 原因`),
  ),
  rep.map(
    (name): Step =>
      ({ says }) =>
        says(name, '/兑换 咖啡券'),
  ),
  rep.map(
    (name): Step =>
      ({ says }) =>
        says(name, '/兑换 茶'),
  ),
  fc.tuple(fc.constantFrom('同意', '婉拒'), fc.integer({ min: 1, max: 6 })).map(
    ([verb, number]): Step =>
      ({ says }) =>
        says('陈经理', `/兑换 ${verb} ${number}`),
  ),
  fc.tuple(rep, fc.nat(3)).map(
    ([name, id]): Step =>
      ({ happens, who, team }) =>
        happens('kudos.given', kudos(`${team.id}:${id}`, who('王五'), who(name))),
  ),
  fc.tuple(rep, fc.nat(2)).map(
    ([name, id]): Step =>
      ({ happens, who, team }) =>
        happens('contest.won', { contestId: `${team.id}:${id}`, name: '冲刺', memberIds: [who(name).memberId] }),
  ),
)

/** What was refused was refused in words; anything else is a fault. */
async function taken(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return false
  }
}

async function expectBalanced(staged: StagedRewards, { prisma }: TemporaryDatabase['store']): Promise<void> {
  const { team, balance, recount } = staged
  for (const name of reps) {
    expect(await balance(name)).toBe(await recount(name))
    expect(await balance(name)).toBeGreaterThanOrEqual(0)
  }
  const entries = await prisma.pointEntry.findMany({ where: { teamId: team.id } })
  const redemptions = await prisma.redemption.findMany({ where: { teamId: team.id } })
  const spent = entries
    .filter(({ source }) => /^(?:redeem|return):/.test(source))
    .reduce((sum, { delta }) => sum + delta, 0)
  const standing = redemptions.filter(({ state }) => state !== 'declined')
  expect(spent + standing.reduce((sum, { cost }) => sum + cost, 0)).toBe(0)
  for (const { id, name, stock } of await prisma.reward.findMany({ where: { teamId: team.id } })) {
    const out = standing.filter(({ rewardId }) => rewardId === id).length
    if (stock !== null) expect([name, stock + out]).toEqual([name, 2])
  }
}

test('points are conserved in any sequence of giving, asking, deciding and events that come twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const staged = await stageRewards(database.store)
      await staged.says('王经理', '/奖品 添加 咖啡券 20 库存=2')
      await staged.says('王经理', '/奖品 添加 茶 5')
      for (const run of steps) await taken(run(staged))
      await expectBalanced(staged, database.store)
    }),
    { numRuns: 15 },
  )
}, 120_000)

describe.each(eachDatabase)('at once on $name', ({ open }) => {
  test('nobody spends points twice, and nothing is sold that is not there', async context => {
    await using opened = await open(context)
    const { store } = opened
    const staged = await stageRewards(store)
    await staged.says('王经理', '/奖品 添加 咖啡券 20 库存=2')
    await staged.says('王经理', '/奖品 添加 茶 15')
    for (const name of reps) await staged.says('王经理', `/积分 ${name} +30 原因`)
    const asked = [...reps, ...reps].flatMap(name => [
      taken(staged.says(name, '/兑换 咖啡券')),
      taken(staged.says(name, '/兑换 茶')),
      taken(staged.says('王经理', `/积分 ${name} -7 原因`)),
    ])
    await Promise.all(asked)
    await expectBalanced(staged, store)
    const numbers = (await store.prisma.redemption.findMany({ where: { teamId: staged.team.id } })).map(it => it.number)
    const decided = await Promise.all(
      numbers.flatMap(number => [
        taken(staged.says('王经理', `/兑换 同意 ${number}`)),
        taken(staged.says('陈经理', `/兑换 婉拒 ${number}`)),
      ]),
    )
    expect(decided.filter(Boolean)).toHaveLength(numbers.length)
    await expectBalanced(staged, store)
    const won = { contestId: 'c1', name: '冲刺', memberIds: [staged.who('张三').memberId] }
    const before = await staged.balance('张三')
    await Promise.all([1, 2, 3, 4].map(() => staged.happens('contest.won', won)))
    expect(await staged.balance('张三')).toBe(before + 50)
  }, 120_000)
})
