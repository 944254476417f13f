import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import pg from 'pg'
import { MovableClock } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { createLog } from '../../src/base/log.ts'
import { compose } from '../../src/compose.ts'
import { features } from '../../src/features/index.ts'
import { stopPostgres } from '../store/postgres-server.ts'
import { databaseKinds, openMigrated } from './databases.ts'
import { opening, reps, stageTeams } from './stage.ts'

const folder = mkdtempSync('/tmp/bellwether-cnt-')
chmodSync(folder, 0o711)
const { kinds } = await databaseKinds(folder)
const store = await openMigrated(await kinds[1]!.fresh())
await stageTeams(store)
const clock = new MovableClock({ frozenAt: opening })
const { app } = compose({ store, clock, log: createLog('error'), features, owner: 'x' })
await app.engine.prepare()
await app.rescheduleAll()
const list: string[] = []
const orig = pg.Client.prototype.query as any
;(pg.Client.prototype as any).query = function (q: any, ...r: any[]) {
  const t = typeof q === 'string' ? q : q?.text
  if (t) list.push(t.replace(/\s+/g, ' '))
  return orig.call(this, q, ...r)
}
async function say(text: string) {
  await app.intake({
    platform: 'room',
    eventId: newId(),
    place: { kind: 'group', channelId: 'group1' },
    author: { accountId: 'rep1', name: 'rep1' },
    body: { kind: 'message', text, addressed: false },
  })
  const accepted = list.length
  await app.settle()
  const mine = list.filter(q => !/notify|pgboss\.(version|queue)/i.test(q) || /insert/i.test(q))
  console.log('\n#####', text, 'accept', accepted, 'all', list.length)
  if (process.argv[2] === text.split(' ')[0] || process.argv[2] === 'all')
    for (const q of list) console.log('  ', q.slice(0, 230))
  list.length = 0
}
await say('早上好')
await say('/report 拜访2 电话25 签单1/8万 卡点:合同盖章')
await say('/report 拜访3 电话26')
await say('/my')
await app.stop()
await store.close()
await stopPostgres(folder + '/server')
rmSync(folder, { recursive: true, force: true })
