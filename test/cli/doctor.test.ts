import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { examine } from '../../src/cli/doctor/examine.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { clockOffsetKey } from '../../src/schedule/travel.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet, temporaryFolder, temporaryPostgres, temporaryStore } from '../store/fixture.ts'

const now = new Date('2026-11-20T20:00:00+08:00')
const runtime = '24.21.0'

/** What the doctor finds, by check; only what is not well. */
async function complaints(env: Record<string, string>): Promise<Record<string, string>> {
  const found: Finding[] = []
  for await (const finding of examine({ env, runtime, now })) found.push(finding)
  expect(found.every(({ level, todo }) => level === 'ok' || todo !== undefined)).toBe(true)
  return Object.fromEntries(found.flatMap(({ check, level }) => (level === 'ok' ? [] : [[check, level]])))
}

const plain = { backup: 'warning', schedule: 'fault' }

/** The demo on PGlite, changed as told, then closed so that the doctor can look at it. */
async function patient(spoil: (store: Store) => Promise<unknown>): Promise<Record<string, string>> {
  const { store, settings } = await temporaryStore()
  const app = { rescheduleAll: async () => {} }
  await seedDemo({ store, clock: { now: () => now }, app, log: quiet, lang: 'en' })
  await spoil(store)
  await store.close()
  return { DATA_DIR: settings.dataDir }
}

describe('the doctor', () => {
  test('lists every wrong setting and goes no further', async () => {
    const found: Finding[] = []
    for await (const finding of examine({ env: { PORT: 'x', DEMO: 'perhaps' }, runtime, now })) found.push(finding)
    expect(found.map(({ check, level }) => [check, level])).toEqual([
      ['runtime', 'ok'],
      ['settings', 'fault'],
    ])
    expect(found[1]?.said.en).toMatch(/PORT must be a number.*DEMO must be on or off/)
  })

  test('finds no data where no server has run, and makes none', async () => {
    const dataDir = path.join(temporaryFolder(), 'none')
    expect(await complaints({ DATA_DIR: dataDir })).toEqual({ data: 'warning' })
    expect(await complaints({ DATA_DIR: dataDir })).toEqual({ data: 'warning' })
  })

  test('knows files of another version', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(path.join(dataDir, 'pglite'))
    writeFileSync(path.join(dataDir, 'pglite', 'PG_VERSION'), '17\n')
    expect(await complaints({ DATA_DIR: dataDir })).toEqual({ database: 'fault' })
  })

  test('says that a folder is in use, and asks the server', async () => {
    const { settings, close } = await temporaryStore()
    onTestFinished(close)
    expect(await complaints({ DATA_DIR: settings.dataDir, PORT: '1' })).toEqual({
      'data-in-use': 'warning',
      server: 'fault',
    })
  })

  test('sees tables that are not up to date', async () => {
    const { store, settings } = await temporaryStore({ migrations: null })
    await store.close()
    expect(await complaints({ DATA_DIR: settings.dataDir })).toEqual({ migrations: 'warning' })
  })

  test('sees a database that does not answer', async () => {
    expect(await complaints({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toEqual({ database: 'fault' })
  })

  test('looks into a PostgreSQL server', async context => {
    const database = await temporaryPostgres()
    if ('reason' in database) return context.skip(database.reason)
    onTestFinished(() => database.close())
    const { settings } = database
    expect(await complaints({ DATABASE_URL: settings.url ?? '' })).toEqual({ backup: 'warning' })
  })

  test('finds nothing wrong with a sound team but what is missing', async () => {
    const env = await patient(async () => {})
    expect(await complaints(env)).toEqual(plain)
  })

  test('finds each thing that is wrong', async () => {
    const env = await patient(async store => {
      const db = store.prisma
      const [team, person] = [await db.team.findFirstOrThrow(), await db.person.findFirstOrThrow()]
      await store.exec(`UPDATE "MetricDay" SET value = value + 1 WHERE (("metricId", date, "memberId")) IN
        (SELECT "metricId", date, "memberId" FROM "MetricDay" LIMIT 1)`)
      await db.channel.deleteMany()
      await db.account.deleteMany({ where: { accountId: 'li' } })
      const spec = { every: 'day', at: '09:00' }
      await db.scheduledJob.create({
        data: { teamId: team.id, job: 'j', spec, nextAt: new Date(now.getTime() - 3_600_000) },
      })
      const facts = { conversation: 'x', lane: 0, purpose: 'a.b', content: {}, createdAt: now, personId: person.id }
      const failed = {
        ...facts,
        id: crypto.randomUUID(),
        dedupeKey: '1',
        notBefore: now,
        state: 'failed',
        lastError: 'no',
      }
      await db.delivery.create({ data: failed })
      const due = new Date(now.getTime() - 2 * 3_600_000)
      await db.delivery.create({ data: { ...facts, id: crypto.randomUUID(), dedupeKey: '2', notBefore: due } })
      const event = { platform: 'room', conversation: 'x', receivedAt: due }
      await db.inboundEvent.create({ data: { ...event, eventId: '1', state: 'failed', reference: 'K7QX-2M9P' } })
      await db.inboundEvent.create({ data: { ...event, eventId: '2' } })
      await db.installation.create({ data: { key: clockOffsetKey, value: 7_200_000 } })
    })
    expect(await complaints(env)).toEqual({
      'team-channel': 'warning',
      'team-account': 'warning',
      figures: 'fault',
      schedule: 'warning',
      deliveries: 'warning',
      'deliveries-stuck': 'warning',
      events: 'fault',
      'events-waiting': 'warning',
      clock: 'warning',
      backup: 'warning',
    })
  })
})
