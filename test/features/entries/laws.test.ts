import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { entries } from '../../../src/features/entries/feature.ts'
import { joinPeople } from '../../../src/features/linking/join-people.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { sumsOf } from '../../../src/features/metrics/entries.ts'
import { memberFigures } from '../../../src/features/metrics/figures.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { entriesBehind, figureBehind } from '../../../src/features/metrics/trace.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { aMoment, makeContext } from '../harness.ts'
import { shanghai, sharedStore, stageTeam } from '../reports/stage.ts'

const database = sharedStore()
const names = ['李雷', 'Li Lei'] as const
const days = ['11-18', '11-19', '11-20'] as const

/** What may happen: a report on its day or handed in later, its revision, a figure by hand, a correction, an import. */
const step = fc.record({
  do: fc.constantFrom('report', 'late', 'record', 'correct', 'import'),
  who: fc.constantFrom(...names),
  day: fc.constantFrom(...days),
  metric: fc.constantFrom('拜访', '电话'),
  value: fc.nat(99),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const commandOf = (name: string) => {
  const command = entries.commands?.find(one => one.name === name)
  if (!command || command.least === 'guest') throw new Error(`no command ${name}`)
  return command
}

async function stage() {
  const staged = await stageTeam(database.store, [
    { name: '李雷' },
    { name: 'Li Lei' },
    { name: '王经理', role: 'manager' },
  ])
  const [old, young] = [staged.who('李雷'), staged.who('Li Lei')]
  const { prisma } = database.store
  await prisma.person.update({ where: { id: young.personId }, data: { createdAt: new Date(aMoment.getTime() + 1) } })
  let minute = 0

  /** Each a minute after the one before, on Friday evening; answers whether it was done. */
  async function take({ do: what, who, day, metric, value }: Step): Promise<boolean> {
    minute += 1
    const clock = `${19 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
    if (what === 'report' || what === 'late') {
      const line = what === 'late' ? `/report ${day} ${metric}${value}` : `/report ${metric}${value}`
      await staged.says(who, what === 'late' ? `11-20 ${clock}` : `${day} ${clock}`, line)
      return true
    }
    const type = (name: string, text: string) =>
      inTransaction(database.store, async tx => {
        const now = shanghai(`11-20 ${clock}`)
        const { team } = staged
        const { ctx } = makeContext(tx, { team, actor: staged.who('王经理'), place: { kind: 'direct' }, now })
        await commandOf(name).run(ctx, text)
      })
    try {
      if (what === 'import') {
        // The other one's day comes along in one sheet.
        const rows = names.map(name => `${name}\t${day}\t${name === who ? value : value + 1}`)
        await type('record', `导入\n姓名\t日期\t${metric}\n${rows.join('\n')}`)
        await type('record', '导入 确认')
      } else await type(what, `${who} ${metric} ${value} ${day} 核对`)
      return true
    } catch (error) {
      // Nothing to correct, corrected to what it is, or imported again.
      const known = ['entry-none', 'entry-same', 'import-gone']
      if (error instanceof UserError && known.includes(error.code)) return false
      throw error
    }
  }

  const merge = (keep: string) =>
    inTransaction(database.store, tx =>
      joinPeople(
        { tx, now: aMoment },
        {
          ...{ here: old.personId, there: young.personId, platform: null, by: old.personId, keep },
          refuse: () => new UserError('test.twice', { zh: '', en: '' }),
        },
      ),
    )

  /** What boards show of each of them is what the trace adds up to. */
  async function traced(): Promise<void> {
    const metrics = (await everyMetricOf(prisma, staged.team.id)).filter(({ formula }) => formula === null)
    const span = { from: '2026-11-16', to: '2026-11-22' }
    const sums = await sumsOf(prisma, { ...span, metricIds: metrics.map(({ id }) => id) })
    for (const metric of metrics)
      for (const { memberId, value } of memberFigures(metric, metrics, sums)) {
        const behind = await entriesBehind(prisma, { ...span, memberId, metricId: metric.id })
        expect(figureBehind(metric, behind)).toBe(value)
      }
  }

  return { take, merge, traced, old, young }
}

test('the sums are those of the entries after whatever was reported, recorded, corrected, imported and joined', {
  timeout: 180_000,
}, async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), async (steps, keepOlder) => {
      const { take, merge, traced, old, young } = await stage()
      for (const one of steps) if (await take(one)) done += 1
      expect(await recount(database.store.prisma)).toEqual([])
      await traced()
      await merge(keepOlder ? old.personId : young.personId)
      expect(await recount(database.store.prisma)).toEqual([])
      await traced()
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(20)
})
