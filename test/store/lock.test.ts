import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { lockFolder } from '../../src/store/lock.ts'
import { openStore } from '../../src/store/open.ts'
import { quiet, temporaryFolder, temporaryStore } from './fixture.ts'

const now = new Date('2026-03-05T01:00:00Z')

test('a second process is refused while the first works, and may start once it was killed', async () => {
  const dataDir = temporaryFolder()
  const writer = await startWriter(dataDir)

  const refused = await openStore({ dataDir, log: quiet }).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    code: 'data-in-use',
    words: {
      zh: expect.stringContaining(`进程 ${writer.process.pid}`),
      en: expect.stringContaining(`process ${writer.process.pid}`),
    },
  })

  await writer.acknowledged(50)
  writer.process.kill('SIGKILL')
  await once(writer.process, 'exit')

  const store = await openStore({ dataDir, log: quiet })
  const rows = await store.query<{ n: number }>('SELECT n FROM acknowledged ORDER BY n')
  const numbers = rows.map(row => row.n)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(numbers.length).toBeGreaterThanOrEqual(writer.last())
  await store.close()
})

test('a folder that was released can be locked again, and a lock left by a dead process does not count', () => {
  const folder = temporaryFolder()
  lockFolder(folder, now).release()
  writeFileSync(path.join(folder, 'lock.json'), 'half a lin')
  const lock = lockFolder(folder, now)
  expect(JSON.parse(readFileSync(path.join(folder, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid })
  expect(() => lockFolder(folder, now)).toThrow(expect.objectContaining({ code: 'data-in-use' }))
  lock.release()
})

test('a folder of another PostgreSQL is refused with words, and the lock is given back', async () => {
  await using database = await temporaryStore({ migrations: null })
  const { dataDir } = database.settings
  await database.store.close()
  writeFileSync(path.join(dataDir, 'pglite/PG_VERSION'), '17\n')
  await expect(openStore({ dataDir, log: quiet })).rejects.toMatchObject({ code: 'data-other-version' })
  lockFolder(dataDir, now).release()
})

/** Another process that writes numbered rows into the store of `dataDir`. */
async function startWriter(dataDir: string) {
  const program = path.join(import.meta.dirname, 'programs/write-rows.ts')
  const child: ChildProcess = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (!child.stdout) throw new Error('no output')
  let last = 0
  const lines = createInterface(child.stdout).on('line', line => {
    last = Number(line)
  })
  await once(lines, 'line')
  return {
    process: child,
    last: () => last,
    async acknowledged(count: number) {
      while (last < count) await once(lines, 'line')
    },
  }
}
