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
/** Of one team; beyond it there are more teams, as in a company that has grown. At six metrics it is three and a half years. */
const ofOneTeam = 500_000
const few = 100_000
const goal = 1.5

/** This week's board of a team of a hundred, soon after the start and years later in a company of many, asked for in turns. */
export async function measureBoard(kind: Kind, effort: Effort): Promise<Row[]> {
  await using stack = new AsyncDisposableStack()
  const many = effort.entries[kind.name]
  const [askShort, askLong] = [await boardOver(kind, few, stack), await boardOver(kind, many, stack)]
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
      what: `board over ${many.toLocaleString('en')} entries, ${kind.name}`,
      value: ms(long),
      ratio: times(ratio, `over ${few.toLocaleString('en')}`),
      goal: { words: `within ${goal} ×`, met: ratio <= goal },
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
  const wanted = { metric, period: periodOf('week', today), until: opening, sums: 'kept' } as const
  return async () => {
    const { rows } = await readBoard(store.prisma, team, wanted)
    if (rows.length !== members) throw new Error(`the board has ${rows.length} rows instead of ${members}`)
  }
}

/** A Monday: a week's board has few days yet, and is compared with the whole week before. */
const today = '2026-11-23'

/** Teams of a hundred, with an entry of each member and metric on the days up to today; answers one in the middle. */
async function stageHistory(store: Store, entries: number): Promise<Team> {
  const teams: Team[] = []
  while (teams.length * ofOneTeam < entries) teams.push(await stageTeam(store))
  const team = teams[Math.floor(teams.length / 2)]
  if (team === undefined) throw new Error('entries belong to a team')
  const metrics = (await metricsOf(store.prisma, team.id)).length
  await stageEntries(store, entries, { metrics, people: teams.length * members })
  return team
}

async function stageTeam({ prisma, query }: Store): Promise<Team> {
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const team: Team = { id: newId(), name: 'team', zone: 'Asia/Shanghai', lang: 'zh', calendar, settings: {} }
  const { id, name, zone, lang } = team
  await prisma.team.create({ data: { id, name, zone, lang, calendar, createdAt: opening } })
  await createDefaultMetrics(prisma, team, opening)
  await query(
    `WITH person AS (
       INSERT INTO "Person" (id, name, "createdAt") SELECT gen_random_uuid(), 'rep ' || n, now() FROM generate_series(1, $2::int) n
       RETURNING id, name)
     INSERT INTO "Member" (id, "teamId", "personId", name, aliases, role, "joinedOn")
     SELECT gen_random_uuid(), $1::uuid, id, name, '{}', 'rep', '2020-01-01' FROM person`,
    [id, members],
  )
  return team
}

/** Made inside the database with their daily sums, day by day as they would have come. */
async function stageEntries(store: Store, entries: number, { metrics, people }: Record<'metrics' | 'people', number>) {
  await store.query(
    `INSERT INTO "Entry" ("teamId", "memberId", "metricId", date, value, source, "createdBy", "createdAt")
     SELECT m."teamId", m.id, t.id, (date '${today}' - ($1::int - 1 - n) / ($2::int * $3::int))::text, 1 + n % 40, 'report', m."personId", now()
     FROM generate_series(0, $1::int - 1) n
     JOIN (SELECT *, row_number() OVER (ORDER BY "teamId", id) - 1 AS place FROM "Member") m ON m.place = n / $2::int % $3::int
     JOIN (SELECT *, row_number() OVER (PARTITION BY "teamId" ORDER BY id) - 1 AS place FROM "Metric" WHERE formula IS NULL) t
       ON t."teamId" = m."teamId" AND t.place = n % $2::int
     ORDER BY n`,
    [entries, metrics, people],
  )
  await store.exec(
    `INSERT INTO "MetricDay" ("metricId", date, "memberId", value, entries)
     SELECT "metricId", date, "memberId", sum(value), count(*) FROM "Entry" GROUP BY 2, 1, 3 ORDER BY 2, 1, 3`,
  )
  await store.exec('VACUUM ANALYZE')
}
