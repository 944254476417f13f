import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, onTestFailed, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { quiet } from '../store/fixture.ts'
import { restartPostgres, sharedPostgres, stopPostgres } from '../store/postgres-server.ts'
import { furnish } from './furnish.ts'
import { roomClient } from './room-client.ts'
import { startServer } from './server.ts'

const secret = 'tr0ub4dor-and-3'
// A server of its own, which this test may stop under nobody else.
const folder = mkdtempSync(path.join(tmpdir(), 'bellwether-outage-'))
const postgres = await sharedPostgres(folder)
afterAll(async () => {
  await stopPostgres(folder)
  rmSync(folder, { recursive: true, force: true })
})

test('a PostgreSQL that goes away is told of, nothing is acknowledged, and work goes on by itself when it is back', async context => {
  if ('reason' in postgres) return context.skip(postgres.reason)
  const url = `${postgres.base.replace('bellwether@', `bellwether:${secret}@`)}postgres`
  await prepare(url)
  await using server = await startServer({ DATABASE_URL: url, LOG_LEVEL: 'debug' })
  onTestFailed(() => console.log(server.output().slice(-6_000)))
  const room = roomClient(server.base)
  const health = async () => (await fetch(`${server.base}/healthz`)).status
  const say = async (eventId: string, as: string, text: string) =>
    (await room.post('messages', { as, channel: 'sales', text, eventId })).status
  const answers = async () => {
    const said = await room.messages('sales', 'li')
    return said.flatMap(({ to, text }) => (to === 'li' ? (/计划已(记下|更新)/.exec(text)?.[1] ?? []) : []))
  }

  await say('set-up', 'zhang', '/setup 销售一部')
  await room.post('clock', { advance: 'PT1M' })
  expect(await health()).toBe(200)
  expect(await say('just-before', 'li', '/计划 电话1')).toBe(202)

  await stopPostgres(folder)
  await expect.poll(health).toBe(503)
  expect(await say('meanwhile', 'li', '/计划 电话2')).toBe(503)

  await restartPostgres(folder)
  await expect.poll(health, { timeout: 30_000 }).toBe(200)
  expect(await say('meanwhile', 'li', '/计划 电话2')).toBe(202)
  await expect.poll(answers, { timeout: 90_000, interval: 500 }).toEqual(['记下', '更新'])
  await sleep(2_000)
  expect(await answers()).toEqual(['记下', '更新'])
  expect(server.output()).not.toContain(secret)
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
}, 180_000)

async function prepare(url: string): Promise<void> {
  const store = await openStore({ url, dataDir: folder, log: quiet })
  await migrate(store)
  await furnish(store, { zhang: '张敏', li: '李雷' })
  await store.close()
}
