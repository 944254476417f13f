import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { append } from '../../src/audit/append.ts'
import { readingLog, verify } from '../../src/audit/verify.ts'
import { newId } from '../../src/base/ids.ts'
import { backup } from '../../src/store/backup.ts'
import { migrate } from '../../src/store/migrate.ts'
import { readMigrations } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { restore } from '../../src/store/restore.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { eachDatabase, quiet, temporaryFolder, temporaryPostgres, temporaryStore } from '../store/fixture.ts'
import { writeMigrations } from '../store/sample.ts'
import { givenChain, look } from './chain.ts'

test('many transactions at once make one chain for each team, also while it is read', {
  timeout: 60_000,
}, async context => {
  const database = await temporaryPostgres()
  if ('reason' in database) return context.skip(database.reason)
  await using _ = database
  const { store } = database
  const teams = [newId(), newId()]
  const writing = Array.from({ length: 60 }, async (_, n) => {
    const done = inTransaction(store, async tx => {
      // Something else is locked before, by turns, as the rows of a verb are.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${n % 3})`
      await append(
        tx,
        (n % 2 === 0 ? teams : teams.toReversed()).flatMap(teamId => [look(teamId), look(teamId)]),
      )
      await sleep(n % 5)
      if (n % 4 === 0) throw new Error('rolled back')
    })
    if (n % 4 === 0) await expect(done).rejects.toThrow('rolled back')
    else await done
  })
  const all = Promise.all(writing)
  let isWriting = true
  const reading = (async () => {
    while (isWriting) {
      for (const teamId of teams)
        expect(await readingLog(store, tx => verify(tx, teamId))).toMatchObject({ fault: null })
      await sleep(5)
    }
  })()
  await all
  isWriting = false
  await reading
  for (const teamId of teams) expect(await verify(store, teamId)).toMatchObject({ last: { seq: 90 }, fault: null })
})

test('a snapshot that is too old is taken anew instead of making a fork', async context => {
  const database = await temporaryPostgres()
  if ('reason' in database) return context.skip(database.reason)
  await using _ = database
  const { store } = database
  const teamId = await givenChain(store, 1)
  let attempts = 0
  await inTransaction(
    store,
    async tx => {
      attempts += 1
      await tx.team.count()
      if (attempts === 1) await inTransaction(store, other => append(other, [look(teamId)]))
      await append(tx, [look(teamId)])
    },
    { isolation: 'RepeatableRead' },
  )
  expect(attempts).toBe(2)
  expect(await verify(store, teamId)).toMatchObject({ last: { seq: 3 }, fault: null })
})

test('a process that is killed while it writes leaves a chain that holds', { timeout: 60_000 }, async () => {
  const { store, settings } = await temporaryStore()
  await store.close()
  const teamId = newId()
  const program = path.join(import.meta.dirname, 'programs/append-for-ever.ts')
  const child = spawn(process.execPath, [program, settings.dataDir, teamId], { stdio: ['ignore', 'pipe', 'inherit'] })
  let acknowledged = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line)
    if (acknowledged > 12) break
  }
  child.kill('SIGKILL')
  await once(child, 'exit')
  const again = await openStore({ dataDir: settings.dataDir, log: quiet })
  const { last, fault } = await verify(again, teamId)
  await again.close()
  expect(fault).toBeNull()
  expect(last.seq).toBeGreaterThanOrEqual(acknowledged)
})

describe.each(eachDatabase)('on $name', ({ open }) => {
  test('a backup keeps the chain as it is', async context => {
    await using source = await open(context)
    const teamId = await givenChain(source.store, 4)
    const { last } = await verify(source.store, teamId)
    const file = path.join(temporaryFolder(), 'backup.gz')
    await backup(source.store, file, new Date('2026-11-21T01:00:00Z'))
    await using target = await temporaryStore({ migrations: null })
    await restore(target.store, file)
    expect(await verify(target.store, teamId, last)).toEqual({ last, erased: 0, fault: null })
    await inTransaction(target.store, tx => append(tx, [look(teamId)]))
    expect(await verify(target.store, teamId, last)).toMatchObject({ last: { seq: 5 }, fault: null })
  })

  test('entries from before there was a chain are chained, in their order', async context => {
    const isBefore = ({ name }: { name: string }) => !name.endsWith('_audit_chain') && name < '20261122135000'
    const earlier = readMigrations().filter(isBefore)
    const migrations = writeMigrations(Object.fromEntries(earlier.map(({ name, sql }) => [name, sql])))
    await using database = await open(context, { migrations })
    const { store } = database
    const [one, other] = [newId(), newId()]
    const odd = '"\\/\u0001\u001f\b\f\n\r\t\u007f\u2028é张🎉'
    const details = [{ metric: 'visits', period: '2026-W47' }, {}, { kind: odd, [odd]: 'b', B: 'c', a: 'd' }]
    for (const [n, detail] of [...details, ...details].entries()) {
      const at = new Date(Date.UTC(2026, 10, 20, 10, 0, 10 - n, n))
      await store.query(
        `INSERT INTO "Audit" (id, "teamId", "actorPersonId", "memberId", what, words, detail, at)
         VALUES ($1, $2, $3, $4, 'reports.read', $5::jsonb, $6::jsonb, $7)`,
        [
          newId(),
          n < 4 ? one : other,
          newId(),
          newId(),
          JSON.stringify({ zh: odd, en: 'x' }),
          JSON.stringify(detail),
          at,
        ],
      )
    }
    expect(await migrate(store)).toContainEqual(expect.stringMatching(/_audit_chain$/))
    expect(await verify(store, one)).toMatchObject({ last: { seq: 4 }, erased: 0, fault: null })
    expect(await verify(store, other)).toMatchObject({ last: { seq: 2 }, fault: null })
    const rows = await store.prisma.audit.findMany({ where: { teamId: one }, orderBy: { seq: 'asc' } })
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a.getTime() - b.getTime()))
    expect(rows.every(({ read }) => read)).toBe(true)
    await inTransaction(store, tx => append(tx, [look(one), look(other)]))
    expect(await verify(store, one)).toMatchObject({ last: { seq: 5 }, fault: null })
  })
})
