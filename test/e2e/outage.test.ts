import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { quiet } from '../store/fixture.ts'
import { restartPostgres, sharedPostgres, stopPostgres } from '../store/postgres-server.ts'
import { furnish } from './furnish.ts'
import { roomClient } from './room-client.ts'
import { type Server, startServer } from './server.ts'

const secret = 'tr0ub4dor-and-3'
// A server of its own, which this test may stop under nobody else.
const folder = mkdtempSync(path.join(tmpdir(), 'bellwether-outage-'))
const postgres = await sharedPostgres(folder)

describe('a PostgreSQL that goes away and comes back', () => {
  let server: Server | undefined

  beforeAll(async () => {
    if ('reason' in postgres) return
    const url = `${postgres.base.replace('bellwether@', `bellwether:${secret}@`)}postgres`
    const store = await openStore({ url, dataDir: folder, log: quiet })
    await migrate(store)
    await furnish(store, { zhang: '张敏', li: '李雷' })
    await store.close()
    server = await startServer({ DATABASE_URL: url, LOG_LEVEL: 'debug' })
    await say('before', 'zhang', '/setup 销售一部')
  })
  afterAll(async () => {
    await server?.end('SIGKILL')
    await stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  })

  async function say(eventId: string, as: string, text: string): Promise<number> {
    const answer = await roomClient(server.base).post('messages', { as, channel: 'sales', text, eventId })
    return answer.status
  }
  const health = async () => (await fetch(`${server.base}/healthz`)).status

  test('is told of, acknowledges nothing, and is worked with again by itself', async context => {
    if ('reason' in postgres) return context.skip(postgres.reason)
    onTestFailed(() => console.log(server.output().slice(-6_000)))
    expect(await health()).toBe(200)
    expect(await say('just-before', 'li', '/计划 电话1')).toBe(202)

    await stopPostgres(folder)
    await expect.poll(health, { timeout: 10_000 }).toBe(503)
    expect(await say('meanwhile', 'li', '/计划 电话2')).not.toBe(202)

    await restartPostgres(folder)
    await expect.poll(health, { timeout: 30_000 }).toBe(200)
    expect(await say('meanwhile', 'li', '/计划 电话2')).toBe(202)
    const answers = async () => {
      const said = await roomClient(server.base).messages('sales', 'li')
      return said.filter(it => it.from === 'bot' && it.to === 'li').map(it => /计划已\S+|电话：\d+/g.exec(it.text)?.[0])
    }
    await expect.poll(answers, { timeout: 60_000, interval: 500 }).toContain('计划已更新')
    await sleep(2_000)
    expect((await answers()).filter(it => it === '计划已记下')).toHaveLength(1)
    expect((await answers()).filter(it => it === '计划已更新')).toHaveLength(1)
    expect(server.output()).not.toContain(secret)
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
  }, 150_000)
})
