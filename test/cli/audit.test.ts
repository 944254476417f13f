import { beforeAll, expect, test } from 'vitest'
import { append } from '../../src/audit/append.ts'
import { ERASED } from '../../src/audit/check.ts'
import { eraseFromAudit } from '../../src/audit/erase.ts'
import type { Lang } from '../../src/base/words.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { look } from '../audit/chain.ts'
import { givenMember, givenTeam } from '../features/harness.ts'
import { quiet, temporaryFolder, temporaryStore } from '../store/fixture.ts'
import { type } from './paper.ts'

let dataDir: string
const run = (line: string, lang: Lang = 'en', folder = dataDir) =>
  type(`audit ${line}`, { lang, env: { ENV_FILE: '', DATA_DIR: folder } })

async function inside<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir, log: quiet })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** East: Wang looked at Li and at somebody who was erased since. West has no entries. */
beforeAll(async () => {
  const { store, settings } = await temporaryStore()
  dataDir = settings.dataDir
  const { prisma } = store
  const east = await givenTeam(prisma, { name: 'East' })
  await givenTeam(prisma, { name: 'West' })
  const [wang, li, gone] = [
    await givenMember(prisma, east, { name: 'Wang', role: 'manager' }),
    await givenMember(prisma, east, { name: 'Li' }),
    await givenMember(prisma, east, { name: 'Erased member 1' }),
  ]
  await inTransaction(store, async tx => {
    await append(tx, [
      look(east.id, { by: wang.personId, about: li.memberId }),
      look(east.id, { by: wang.personId, about: gone.memberId }),
      look(east.id, { by: null, about: li.memberId, what: 'test.warned', words: { zh: '提醒了', en: 'warned' } }),
    ])
    await eraseFromAudit(tx, { personId: gone.personId, memberIds: [gone.memberId] })
    const erased = { what: ERASED, words: { zh: '抹除了一位成员', en: 'Erased a member' }, about: null }
    await append(tx, [look(east.id, { ...erased, by: wang.personId, detail: { number: 1, parts: 1 } })])
  })
  await store.close()
})

test('a log that holds says so, with a hash to be kept', async () => {
  const { code, out, err } = await run('verify')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^East: chain of 4 entries holds \(1 parts? .*erased.*\), last hash [0-9a-f]{64}:4$/m)
  expect(out).toMatch(/^West: no entries yet$/m)
  expect((await run('verify', 'zh')).out).toMatch(/^East：4 条记录首尾相接，完好（其中 1 处.*），末条哈希/m)
})

test('the latest entries are shown with names', async () => {
  const { code, out } = await run('show --team East --last 3')
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    '2  2026-11-20 18:10  Wang → (erased)  read a report  test.look',
    '3  2026-11-20 18:10  (automatic) → Li  warned  test.warned',
    '4  2026-11-20 18:10  Wang  Erased a member  audit.erased',
  ])
  expect((await run('show --team West')).out).toBe('There are no entries yet')
})

test('what was changed, and what is not the log of then, is told in plain words', async () => {
  const [east] = JSON.parse((await run('verify --json')).out)
  expect(east).toMatchObject({ team: 'East', holds: true, entries: 4, erased: 1, fault: null })
  expect(await run(`verify --team East --expect ${east.last}`)).toMatchObject({ code: 0 })
  const unclear = await run(`verify --expect ${east.last}`)
  expect(unclear).toMatchObject({ code: 1, err: expect.stringContaining('--team') })
  const other = await run(`verify --team East --expect ${'0'.repeat(64)}:3`)
  expect(other).toMatchObject({ code: 1, out: '', err: expect.stringContaining('entry 3 has another hash') })
  const longer = await run(`verify --team East --expect ${'0'.repeat(64)}:9`)
  expect(longer).toMatchObject({ code: 1, err: expect.stringContaining('there is no entry 9') })

  await inside(({ prisma }) => prisma.audit.updateMany({ where: { seq: 3 }, data: { what: 'test.praised' } }))
  const broken = await run('verify')
  expect(broken).toMatchObject({ code: 1, out: expect.stringContaining('West: no entries yet') })
  expect(broken.err).toBe('East: entry 3 (2026-11-20 18:10, test.praised) was changed after it was written')
  const json = await run('verify --json --team East')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject([{ holds: false, fault: { kind: 'changed', seq: 3 } }])
})

test('where there is nothing, or the hash is none, it says so', async () => {
  expect(await run('verify', 'en', temporaryFolder())).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no data'),
  })
  expect(await run('verify --expect abc')).toMatchObject({ code: 2, err: expect.stringContaining('--expect takes') })
  expect(await run('show --last 0')).toMatchObject({ code: 2, err: expect.stringContaining('--last takes') })
})
