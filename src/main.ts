import { hostname } from 'node:os'
import { MovableClock, systemClock } from './base/clock.ts'
import { codeOf, messageOf, SetupError } from './base/errors.ts'
import { exitCodeOf } from './base/exit.ts'
import { createLog, type Log, scrub } from './base/log.ts'
import { terminalOf } from './cli/terminal.ts'
import { compose } from './compose.ts'
import { type Config, readConfig } from './config.ts'
import { colleagues } from './demo/colleagues.ts'
import { features } from './features/index.ts'
import { seed, whatToSeed } from './first-start.ts'
import { openStudio } from './pictures/studio.ts'
import { isTimeReal, refuseMovedClock } from './real-time.ts'
import { keptOffset } from './schedule/travel.ts'
import { openSealing } from './sealing-key.ts'
import { memoryOf } from './store/adapter-memory.ts'
import { StoreError } from './store/faults.ts'
import { filesOf } from './store/files.ts'
import { migrate } from './store/migrate.ts'
import { openStore } from './store/open.ts'
import { picturesOf } from './store/pictures.ts'
import type { Store } from './store/store.ts'
import { createWeb, listen } from './web/server.ts'

const terminal = terminalOf(process)

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const startedAt = new Date()
  const store = await openStore({ url: config.databaseUrl ?? undefined, dataDir: config.dataDir, log })
  await reach(store)
  await migrate(store)
  const offset = await keptOffset(store.prisma)
  refuseMovedClock(offset, config.platforms)
  const clock = new MovableClock({ offset })
  const commands = features.flatMap(feature => feature.commands ?? [])
  const pictures = picturesOf(store, { draw: openStudio(), log })
  const parts = { log, clock: systemClock, pictures, files: filesOf(store, pictures), commands }
  const create = (platform: Config['platforms'][number]) =>
    platform.create({ ...parts, memory: memoryOf(store, platform.id) })
  const { app, room, webhooks } = compose({
    store,
    clock,
    log,
    pictures,
    sealing: openSealing(config),
    features: [...features, colleagues],
    owner: `${hostname()}:${process.pid}`,
    adapters: await Promise.all(config.platforms.map(create)),
    isTimeReal: isTimeReal(config.platforms),
  })
  await app.engine.prepare()
  await seed(whatToSeed(config), { store, clock, app, log, lang: config.demo.lang ?? terminal.lang })
  await app.start()
  const web = createWeb({
    log,
    startedAt,
    ping: () => store.ping(),
    webhooks,
    room: config.room.on ? { house: room, token: config.room.token } : null,
  })
  const { port, close } = await listen(web, config)
  announce(log, config, port)
  await stopSignal()
  log.info('stopping: running work ends first')
  await close()
  await app.stop()
  await store.close()
}

/** Says in words what is missing when the first question to the database gets no answer. */
async function reach(store: Store): Promise<void> {
  try {
    await store.ping()
  } catch (error) {
    // Of an address that leads to several, the error has a code and no message.
    const reason = messageOf(error) || codeOf(error)
    throw new SetupError(
      'database',
      `The database does not answer: ${reason}. Is it running, and is DATABASE_URL right?`,
    )
  }
}

function announce(log: Log, config: Config, port: number): void {
  const address = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`
  const platforms = config.platforms.map(({ id }) => id)
  const database = config.databaseUrl === null ? 'embedded' : 'postgresql'
  log.info({ address, database, platforms }, 'Bellwether is running')
  const isToy = config.room.on && !config.platforms.some(({ isChat }) => isChat)
  if (isToy && process.stdout.isTTY) process.stderr.write(`\n  Open ${address} and be a sales team.\n\n`)
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

try {
  await main()
} catch (error) {
  terminal.complain(error instanceof StoreError ? error.words : scrub(messageOf(error)))
  process.exit(exitCodeOf(error))
}
