import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { givenCast, message, openHouse } from '../house.ts'
import { quiet } from '../store/fixture.ts'
import { restartPostgres, sharedPostgres, stopPostgres } from '../store/postgres-server.ts'
import { probe } from './probe.ts'

it('acknowledges nothing while the database is down, and goes on by itself when it is back', async context => {
  // A server of its own, which this test may stop under nobody else.
  const folder = mkdtempSync(path.join(tmpdir(), 'bellwether-down-'))
  const server = await sharedPostgres(folder)
  if ('reason' in server) return context.skip(server.reason)
  const store = await openStore({ url: `${server.base}postgres`, dataDir: folder, log: quiet })
  try {
    await migrate(store)
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    await house.app.start()
    await house.app.intake(message('/echo before'))
    const atRest = () => store.prisma.conversation.count({ where: { leasedBy: null } })
    await expect.poll(atRest, { timeout: 20_000 }).toBe(1)
    expect(house.slack.texts).toEqual(['before'])

    await stopPostgres(folder)
    const lost = message('/echo meanwhile')
    await expect(house.app.intake(lost)).rejects.toThrow()
    await expect(store.ping()).rejects.toThrow()

    await restartPostgres(folder)
    // As a platform does with what was not acknowledged.
    await house.app.intake(lost)
    await house.app.intake(message('/echo after'))
    await expect.poll(() => house.slack.texts, { timeout: 40_000 }).toEqual(['before', 'meanwhile', 'after'])
  } finally {
    await store.close()
    await stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})
