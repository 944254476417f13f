import { messageOf } from '../../base/errors.ts'
import { scrub } from '../../base/log.ts'
import { type Config, readConfig } from '../../config.ts'
import { allTeams } from '../../features/team/teams.ts'
import { isTimeReal } from '../../real-time.ts'
import { keptOffset } from '../../schedule/travel.ts'
import { StoreError } from '../../store/faults.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { commandLog, embeddedVersionFile } from '../database.ts'
import { checkCalendar } from './calendar.ts'
import { checkMigrations, checkServer } from './database.ts'
import { checkFigures } from './figures.ts'
import { type Finding, fault, ok, warning } from './finding.ts'
import { checkBackups, judgeClock } from './installation.ts'
import { checkRuntime, readDisk } from './machine.ts'
import { checkDeliveries, checkEvents } from './messages.ts'
import { checkPlatforms } from './platforms.ts'
import { checkQueue } from './queue.ts'
import { checkSchedules } from './schedules.ts'
import { askServer } from './server.ts'
import { checkTeam } from './teams.ts'

interface Patient {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The version of Node, without its `v`. */
  readonly runtime: string
  /** Real time. */
  readonly now: Date
}

/** Checks everything that can be checked as things stand, in the order in which it is told. */
export async function* examine({ env, runtime, now }: Patient): AsyncGenerator<Finding> {
  yield checkRuntime(runtime)
  const config = readSettings(env)
  if ('check' in config) return yield config
  yield ok('settings', { zh: '设置正确', en: 'The settings are right' })
  yield await readDisk(config.dataDir)
  if (config.databaseUrl === null && embeddedVersionFile(config.dataDir) === null) {
    yield* checkPlatforms(config.platforms, 'none yet')
    return yield notStarted
  }
  const store = await open(config)
  yield* checkPlatforms(config.platforms, 'check' in store ? 'out of reach' : store)
  if ('check' in store) {
    yield store
    if (store.check === 'data-in-use') yield await askServer(config)
    return
  }
  try {
    yield* examineStore(store, { realNow: now, isRealTime: isTimeReal(config.platforms) })
  } catch (error) {
    yield unusable(error)
  } finally {
    await store.close()
  }
}

function readSettings(env: Patient['env']): Config | Finding {
  try {
    return readConfig(env)
  } catch (error) {
    const faults = messageOf(error).split('\n').slice(1).join(';')
    return fault(
      'settings',
      { zh: `设置有误：${faults}`, en: `The settings are wrong:${faults}` },
      { zh: '含义见 .env.example', en: '.env.example tells what each one means' },
    )
  }
}

const notStarted = warning(
  'data',
  { zh: '还没有数据', en: 'There is no data yet' },
  { zh: '运行 npm start 即会建立', en: 'npm start makes it' },
)

const noTeam = ok('team', {
  zh: '还没有团队：在群里输入 /setup 建一个',
  en: 'There is no team yet: type /setup in its group',
})

async function open(config: Config): Promise<Store | Finding> {
  try {
    return await openStore({ url: config.databaseUrl ?? undefined, dataDir: config.dataDir, log: commandLog() })
  } catch (error) {
    if (error instanceof StoreError && error.code === 'data-in-use') return inUse(error)
    return unusable(error)
  }
}

/** A running server is no fault; what needs the database is then left to it. */
function inUse(error: StoreError): Finding {
  return warning('data-in-use', error.words, {
    zh: '停止服务后再运行 doctor 可检查其余各项',
    en: 'stop the server to have the rest checked too',
  })
}

function unusable(error: unknown): Finding {
  const said = scrub(messageOf(error))
  const words = error instanceof StoreError ? error.words : { zh: `数据库不可用：${said}`, en: `The database: ${said}` }
  return fault('database', words, {
    zh: '请检查 DATABASE_URL 或 DATA_DIR，以及数据库是否在运行',
    en: 'check DATABASE_URL or DATA_DIR, and whether the database is running',
  })
}

interface Moment {
  readonly realNow: Date
  /** Real people are served, so nobody may have moved the clock. */
  readonly isRealTime: boolean
}

async function* examineStore(store: Store, { realNow, isRealTime }: Moment): AsyncGenerator<Finding> {
  yield* await checkServer(store)
  const migrations = await checkMigrations(store)
  yield migrations
  if (migrations.level !== 'ok') return
  const db = store.prisma
  const offset = await keptOffset(db)
  const now = new Date(realNow.getTime() + offset)
  const teams = await allTeams(db)
  if (teams.length === 0) yield noTeam
  for (const team of teams) {
    yield* await checkTeam(db, team)
    yield checkCalendar(team, now)
  }
  yield await checkFigures(db)
  yield* await checkSchedules(db, teams, { now, isServed: store.kind === 'postgresql' })
  yield await checkQueue(store)
  yield* await checkDeliveries(db, now)
  yield* await checkEvents(db, now)
  yield judgeClock(offset, isRealTime)
  yield await checkBackups(db, realNow)
}
