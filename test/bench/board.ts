import { newId } from '../../src/base/ids.ts'
import { periodOf } from '../../src/calendar/periods.ts'
import { workCalendarSchema } from '../../src/calendar/work-calendar.ts'
import type { Team } from '../../src/context.ts'
import { readBoard } from '../../src/features/boards/read-board.ts'
import { createDefaultMetrics, metricsOf } from '../../src/features/metrics/catalogue.ts'
import type { Store } from '../../src/store/store.ts'
import { type Kind, openMigrated } from './databases.ts'
import type { Effort } from './effort.ts'
import { inFlight, median } from './numbers.ts'
import { opening } from './stage.ts'
import { ms, type Row, times } from './table.ts'

const members = 100
const few = 10_000

/** This week's board of a team of a hundred with a short history, and the same with a long one, asked for in turns. */
export async function measureBoard(kind: Kind, effort: Effort): Promise<Row[]> {
  await using stack = new AsyncDisposableStack()
  const [askShort, askLong] = [await boardOver(kind, few, stack), await boardOver(kind, effort.entries, stack)]
  const shorts: number[] = []
  const longs: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    shorts.push((await inFlight(1, 1, askShort)).total)
    longs.push((await inFlight(1, 1, askLong)).total)
  }
  const [short, long] = [median(shorts.slice(warmUp)), median(longs.slice(warmUp))]
  const ratio = long / short
  return [
    { what: `board over ${few.toLocaleString('en')} entries, ${kind.name}`, value: ms(short) },
    {
      what: `board over ${effort.entries.toLocaleString('en')} entries, ${kind.name}`,
      value: ms(long),
      ratio: times(ratio, `over ${few.toLocaleString('en')}`),
      goal: { words: 'within 2 ×', met: ratio <= 2 },
    },
  ]
}

const turns = 120
const warmUp = 20

async function boardOver(kind: Kind, entries: number, stack: AsyncDisposableStack): Promise<() => Promise<void>> {
  const store = await openMigrated(await kind.fresh())
  stack.defer(() => store.close())
  const team = await stageHistory(store, entries)
  const [metric] = await metricsOf(store.prisma, team.id)
  if (metric === undefined) throw new Error('a team has metrics')
  const wanted = { metric, period: periodOf('week', '2026-11-23'), until: opening, sums: 'kept' } as const
  return async () => {
    const { rows } = await readBoard(store.prisma, team, wanted)
    if (rows.length !== members) throw new Error(`the board has ${rows.length} rows instead of ${members}`)
  }
}

/** Entries of every member and metric on the days up to 2026-11-23, with their daily sums, made inside the database. */
async function stageHistory(store: Store, entries: number): Promise<Team> {
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const team: Team = { id: newId(), name: 'team', zone: 'Asia/Shanghai', lang: 'zh', calendar, settings: {} }
  const { id, name, zone, lang } = team
  await store.prisma.team.create({ data: { id, name, zone, lang, calendar, createdAt: opening } })
  await createDefaultMetrics(store.prisma, team, opening)
  const metrics = await store.prisma.metric.count({ where: { teamId: id } })
  await store.query(
    `WITH person AS (
       INSERT INTO "Person" (id, name, "createdAt") SELECT gen_random_uuid(), 'rep ' || n, now() FROM generate_series(1, $2::int) n
       RETURNING id, name)
     INSERT INTO "Member" (id, "teamId", "personId", name, aliases, role, "joinedOn")
     SELECT gen_random_uuid(), $1::uuid, id, name, '{}', 'rep', '2020-01-01' FROM person`,
    [id, members],
  )
  await store.query(
    `INSERT INTO "Entry" ("teamId", "memberId", "metricId", date, value, source, "createdBy", "createdAt")
     SELECT m."teamId", m.id, t.id, (date '2026-11-23' - (n / ($3::int * $4::int))::int)::text, 1 + n % 40, 'report', m."personId", now()
     FROM generate_series(0, $2::int - 1) n
     JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM "Member" WHERE "teamId" = $1::uuid) m ON m.place = n % $3::int
     JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM "Metric" WHERE "teamId" = $1::uuid) t
       ON t.place = (n / $3::int) % $4::int`,
    [id, entries, members, metrics],
  )
  await store.exec(
    `INSERT INTO "MetricDay" ("metricId", date, "memberId", value, entries)
     SELECT "metricId", date, "memberId", sum(value), count(*) FROM "Entry" GROUP BY 1, 2, 3`,
  )
  await store.exec('ANALYZE')
  return team
}
