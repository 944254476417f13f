/**
 * The measured process: the whole house with all features, on the database named by the first argument (JSON), with its
 * web server on a free port. Whoever started it asks for measurements and is told each time somebody was answered.
 */
import { MovableClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { createLog } from '../../../src/base/log.ts'
import { compose } from '../../../src/compose.ts'
import { features } from '../../../src/features/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { createWeb, listen } from '../../../src/web/server.ts'
import { openMigrated, type Settings } from '../databases.ts'
import type { Asked, Told } from '../house.ts'
import { inFlight, type Timed } from '../numbers.ts'
import { opening, reps, stageTeams } from '../stage.ts'

const settings: Settings = JSON.parse(process.argv[2] ?? '{}')
const store = await openMigrated(settings)
await stageTeams(store)
const log = createLog('error')
const clock = new MovableClock({ offset: opening.getTime() - Date.now() })
const { app, room } = compose({ store, clock, log, features, owner: 'bench' })
await app.start()
const web = createWeb({ log, startedAt: new Date(), ping: () => store.ping(), room: { house: room, token: null } })
const { port, close } = await listen(web, { host: '127.0.0.1', port: 0 })

const tell = (told: Told) => void process.send?.(told)
room.subscribe(({ to }) => to !== null && tell({ answered: to }))
process.on('message', (asked: Asked) => void serve(asked))
tell({ port })

async function serve(asked: Asked): Promise<void> {
  if (asked.do === 'inserts') return tell({ timed: await bareInserts(store, asked.count, asked.width) })
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

async function isBusy({ query }: Store): Promise<boolean> {
  const [row] = await query<{ busy: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "InboundEvent" WHERE state = 'pending')
       OR EXISTS (SELECT 1 FROM "Delivery" WHERE state IN ('pending', 'sending') AND "notBefore" <= $1) AS busy`,
    [clock.now()],
  )
  return row?.busy ?? true
}
