import { newId } from '../../../src/base/ids.ts'
import { type Period, periodOf } from '../../../src/calendar/periods.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { insertTarget } from '../../../src/features/targets/store.ts'
import type { Target } from '../../../src/features/targets/target.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { friday, type stageTeam } from '../metrics/stage.ts'

type Staged = Pick<Awaited<ReturnType<typeof stageTeam>>, 'team' | 'who'>

/** Gives somebody targets by the keys of metrics, of November unless told. */
export async function targetsOf(store: Store, { team, who }: Staged) {
  const all = await everyMetricOf(store.prisma, team.id)

  return async (name: string, values: Record<string, number>, over: Period = periodOf('month', '2026-11-20')) => {
    const { memberId, personId } = who(name)
    for (const [key, value] of Object.entries(values)) {
      const target: Target = {
        ...{ id: newId(), memberId, metricId: all.find(one => one.key === key)?.id ?? '', value, reason: null },
        ...{ kind: 'month', from: over.from, to: over.to, state: 'accepted', parentId: null },
        ...{ createdBy: personId, createdAt: friday },
      }
      await inTransaction(store, tx => insertTarget(tx, team.id, target))
    }
  }
}
