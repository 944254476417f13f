import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../store/fixture.ts'
import { furnishedFolder } from './furnish.ts'
import { runServer, startServer } from './server.ts'

const secret = 'tr0ub4dor-and-3'

describe('a start with wrong settings', () => {
  test('ends with 78 and names every fault at once, but no value', async () => {
    const { code, output } = await runServer({
      PORT: 'banana',
      HOST: '0.0.0.0',
      DEMO: 'maybe',
      DATABASE_URL: `mysql://bellwether:${secret}@127.0.0.1/sales`,
      LOG_LEVEL: 'loud',
      DEMO_LANG: 'fr',
    })
    expect(code).toBe(78)
    for (const name of ['PORT', 'DEMO ', 'ROOM_TOKEN', 'DATABASE_URL', 'LOG_LEVEL', 'DEMO_LANG'])
      expect(output).toContain(name)
    expect(output).not.toContain(secret)
  })

  test.for(['0.0.0.0', '::', '192.168.1.20', 'room.example'])('on %s a Room without a token is refused', async host => {
    const { code, output } = await runServer({ HOST: host, PORT: '0', DATA_DIR: temporaryFolder() })
    expect(code).toBe(78)
    expect(output).toContain('ROOM_TOKEN')
  })

  test('a token that is too short is refused, and not told', async () => {
    const { code, output } = await runServer({ HOST: '0.0.0.0', ROOM_TOKEN: 'hunter2', DATA_DIR: temporaryFolder() })
    expect(code).toBe(78)
    expect(output).toContain('ROOM_TOKEN')
    expect(output).not.toContain('hunter2')
  })
})

describe('a start without what it needs', () => {
  test('a database that does not answer ends it with 69, without the password in any line', async () => {
    const url = `postgres://bellwether:${secret}@127.0.0.1:9/sales`
    const { code, output } = await runServer({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'trace' })
    expect(code).toBe(69)
    expect(output).toMatch(/database/i)
    expect(output).not.toContain(secret)
    expect(output).not.toMatch(/\n\s+at /)
  })

  test('a data folder that another process uses is left alone', async () => {
    const dataDir = await furnishedFolder({})
    await using first = await startServer({ DATA_DIR: dataDir })
    const second = await runServer({ DATA_DIR: dataDir, PORT: '0' })
    expect(second.code).toBe(69)
    expect(second.output).toContain(dataDir)
    expect((await fetch(`${first.base}/healthz`)).status).toBe(200)
  })

  test('a port that is taken is named', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const { code, output } = await runServer({ DATA_DIR: await furnishedFolder({}), PORT: port })
    expect(code).toBe(69)
    expect(output).toContain(port)
    taken.close()
  })
})

test('a token never reaches a line of the log', async () => {
  await using server = await startServer({
    DATA_DIR: await furnishedFolder({}),
    ROOM_TOKEN: secret,
    LOG_LEVEL: 'trace',
  })
  expect((await fetch(`${server.base}/room/api/team?token=${secret}x`)).status).toBe(401)
  expect((await fetch(`${server.base}/room/api/nothing?token=${secret}`)).status).toBe(404)
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(server.output()).not.toContain(secret)
})

test('a SIGTERM ends it, also while a browser goes on listening', async () => {
  await using server = await startServer({ DATA_DIR: await furnishedFolder({ li: '李雷' }) })
  const stream = await fetch(`${server.base}/room/api/stream?viewer=li`)
  expect(stream.status).toBe(200)
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
})
