/**
 * `npm run bench`: measures the whole house on both databases and prints what came out, with the goals. `-- --quick` does
 * it in less time. Everything is on loopback and in a folder that is gone afterwards. Exits with 1 when a goal is missed.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { stopPostgres } from '../store/postgres-server.ts'
import { measureAccept } from './accept.ts'
import { measureBoard } from './board.ts'
import { databaseKinds, type Kind } from './databases.ts'
import { type Effort, quick, thorough } from './effort.ts'
import { measureEvents } from './events.ts'
import { measureFilter } from './filter.ts'
import { type MeasuredHouse, openHouse } from './house.ts'
import { measurePictures } from './pictures.ts'
import { measureReports } from './reports.ts'
import { measureRules } from './rules.ts'
import { measureSlack } from './slack.ts'
import { measureStarts } from './starts.ts'
import { draw, type Row } from './table.ts'

const parts = ['starts', 'reports', 'events', 'accept', 'slack', 'board', 'pictures', 'filter', 'rules'] as const

async function measure(kinds: readonly Kind[], effort: Effort, wanted: ReadonlySet<string>): Promise<Row[]> {
  const rows: Row[] = []
  const say = (added: readonly Row[]) => {
    for (const row of added) process.stderr.write(`  ${row.what}: ${row.value}\n`)
    rows.push(...added)
  }
  for (const kind of kinds) if (wanted.has('starts')) say(await measureStarts(kind, effort))
  if (wanted.has('reports') || wanted.has('events') || wanted.has('accept')) {
    const houses: { name: string; house: MeasuredHouse }[] = []
    await using stack = new AsyncDisposableStack()
    for (const kind of kinds) houses.push({ name: kind.name, house: stack.use(await openHouse(await kind.fresh())) })
    for (const { name, house } of houses) {
      if (wanted.has('reports')) say(await measureReports(name, house, effort))
      if (wanted.has('events')) say(await measureEvents(name, house, effort))
    }
    if (wanted.has('accept')) say(await measureAccept(houses, effort))
  }
  if (wanted.has('slack')) say(await measureSlack(kinds, effort))
  for (const kind of kinds) if (wanted.has('board')) say(await measureBoard(kind, effort))
  for (const kind of kinds) if (wanted.has('rules')) say(await measureRules(kind, effort))
  if (wanted.has('pictures')) say(await measurePictures())
  if (wanted.has('filter')) say(measureFilter())
  return rows
}

function machine(kinds: readonly Kind[]): string {
  const cores = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const databases = kinds.map(({ name, version }) => `${name} (PostgreSQL ${version})`).join(', ')
  return `${cores[0]?.model ?? 'unknown'}, ${cores.length} cores, ${memory}; Node ${process.version}; ${databases}`
}

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true })
const folder = mkdtempSync(path.join(tmpdir(), 'bellwether-bench-'))
// PostgreSQL, which never runs as root, must be able to come by.
chmodSync(folder, 0o711)
try {
  const { kinds, missing } = await databaseKinds(folder)
  if (missing !== null) process.stderr.write(`Without PostgreSQL: ${missing}\n`)
  const wanted = new Set(positionals.length > 0 ? positionals : parts)
  const rows = await measure(kinds, values.quick ? quick : thorough, wanted)
  process.stdout.write(`${machine(kinds)}\n\n${draw(rows)}\n`)
  if (rows.some(row => row.goal?.met === false)) process.exitCode = 1
} finally {
  await stopPostgres(path.join(folder, 'server'))
  rmSync(folder, { recursive: true, force: true })
}
