/**
 * The measured process: the whole house with all features, on the database named by the first argument (JSON), with its
 * web server on a free port. Whoever started it asks for measurements and is told each time somebody was answered.
 */
import { createSlackAdapter } from '../../../adapters/slack/index.ts'
import { MovableClock, systemClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { createLog } from '../../../src/base/log.ts'
import { compose } from '../../../src/compose.ts'
import { content, text } from '../../../src/content/build.ts'
import { features } from '../../../src/features/index.ts'
import { compose as address } from '../../../src/outbox/compose.ts'
import { writeDeliveries } from '../../../src/outbox/write.ts'
import { memoryOf } from '../../../src/store/adapter-memory.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { createWeb, listen } from '../../../src/web/server.ts'
import { openMigrated } from '../databases.ts'
import type { Asked, HouseSettings, Told } from '../house.ts'
import { inFlight, type Timed } from '../numbers.ts'
import { opening, reps, stageTeams } from '../stage.ts'

const settings: HouseSettings = JSON.parse(process.argv[2] ?? '{}')
const store = await openMigrated(settings)
await stageTeams(store)
const log = createLog('error')
const clock = new MovableClock({ offset: opening.getTime() - Date.now() })
const adapters = settings.slack === undefined ? [] : [await slackAdapter(settings.slack)]
const { app, room } = compose({ store, clock, log, features, owner: 'bench', adapters })
await app.start()
const web = createWeb({ log, startedAt: new Date(), ping: () => store.ping(), room: { house: room, token: null } })
const { port, close } = await listen(web, { host: '127.0.0.1', port: 0 })

const tell = (told: Told) => void process.send?.(told)
room.subscribe(({ to }) => to !== null && tell({ answered: to }))
process.on('message', (asked: Asked) => void serve(asked))
tell({ port })

async function serve(asked: Asked): Promise<void> {
  if (asked.do === 'inserts') return tell({ timed: await bareInserts(store, asked.count, asked.width) })
  if (asked.do === 'idle') return tell({ timed: await idle() })
  if (asked.do === 'post') return tell({ timed: await post(asked.channelId, asked.count) })
  if (asked.do === 'events') return tell({ timed: await events(asked.texts, asked.width) })
  await close()
  await app.stop()
  await store.close()
  process.disconnect()
}

/** One small row each, alone in its transaction. */
async function bareInserts({ exec, query }: Store, count: number, width: number): Promise<Timed> {
  await exec('CREATE TABLE IF NOT EXISTS bench (id bigserial PRIMARY KEY, at timestamp NOT NULL, words text NOT NULL)')
  return inFlight(count, width, () =>
    query('INSERT INTO bench (at, words) VALUES ($1, $2)', [new Date(), '拜访2 电话25']),
  )
}

/** From the first one taken in until the last one is handled and what it says is sent. */
async function events(texts: readonly string[], width: number): Promise<Timed> {
  const from = performance.now()
  const { each } = await inFlight(texts.length, width, async n => {
    const { id, channel } = reps[n % reps.length] ?? { id: '', channel: '' }
    await app.intake({
      platform: 'room',
      eventId: newId(),
      place: { kind: 'group', channelId: channel },
      author: { accountId: id, name: id },
      body: { kind: 'message', text: texts[n] ?? '', addressed: false },
    })
  })
  while (await isBusy(store)) await new Promise(resolve => setTimeout(resolve, 25))
  return { each, total: performance.now() - from }
}

async function idle(): Promise<Timed> {
  const from = performance.now()
  while (await isBusy(store)) await new Promise(resolve => setTimeout(resolve, 10))
  return { each: [], total: performance.now() - from }
}

/** Writes them as a verb would, and lets the outbox do its work. */
async function post(externalId: string, count: number): Promise<Timed> {
  const from = performance.now()
  await inTransaction(store, async tx => {
    const { id: channelId } = await tx.channel.findUniqueOrThrow({
      where: { platform_externalId: { platform: 'slack', externalId } },
    })
    const now = clock.now()
    const rows = Array.from({ length: count }, (_, n) => {
      const say = { to: { channel: channelId }, lane: 'digest', purpose: 'bench.post' } as const
      return address({ ...say, content: content('zh', text(`第 ${n} 条`)), key: `bench ${from} ${n}` }, { n }, now, [])
    })
    const conversations = await writeDeliveries(tx, rows.flat())
    await app.engine.enqueue(
      tx,
      'outbox',
      conversations.map(conversation => ({ conversation })),
    )
  })
  const { total } = await idle()
  return { each: [], total }
}

/** Connected to that Slack; each of the bench's groups there belongs to a team, as in the Room. */
async function slackAdapter({ botToken, appToken, apiUrl }: NonNullable<HouseSettings['slack']>) {
  const teams = await store.prisma.team.findMany({ orderBy: { name: 'asc' } })
  await store.prisma.channel.createMany({
    data: teams.map(({ id }, n) => ({ id: newId(), platform: 'slack', externalId: `C0GROUP${n}`, teamId: id })),
  })
  const door = { mode: 'socket', appToken } as const
  const nothing = { pictures: async () => null, files: async () => null, commands: [] }
  const parts = { log, clock: systemClock, ...nothing, memory: memoryOf(store, 'slack') }
  return createSlackAdapter({ botToken, door, prefix: null, apiUrl }, parts)
}

async function isBusy({ query }: Store): Promise<boolean> {
  const [row] = await query<{ busy: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "InboundEvent" WHERE state = 'pending')
       OR EXISTS (SELECT 1 FROM "Delivery" WHERE state IN ('pending', 'sending') AND "notBefore" <= $1) AS busy`,
    [clock.now()],
  )
  return row?.busy ?? true
}
