import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../src/demo/seed.ts'
import { clockOffsetKey } from '../../src/schedule/travel.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet, temporaryFolder, temporaryStore } from '../store/fixture.ts'
import { bellwether } from './command-line.ts'

const header = 'name,role,aliases,platform,account,lang'

async function look<T>(dataDir: string, at: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir, log: quiet })
  try {
    return await at(store)
  } finally {
    await store.close()
  }
}

async function demoFolder(): Promise<string> {
  const { store, settings } = await temporaryStore()
  const app = { rescheduleAll: async () => {} }
  await seedDemo({ store, clock: { now: () => new Date() }, app, log: quiet, lang: 'en' })
  await store.close()
  return settings.dataDir
}

function fileWith(text: string): string {
  const file = path.join(temporaryFolder(), 'members.csv')
  writeFileSync(file, text)
  return file
}

const memberNames = (dataDir: string) =>
  look(dataDir, async ({ prisma }) => (await prisma.member.findMany()).map(({ name }) => name))

describe('on the demo', () => {
  let dataDir: string
  const run = (...args: string[]) => bellwether(args, { DATA_DIR: dataDir })

  beforeAll(async () => {
    dataDir = await demoFolder()
  })

  test('a backup is restored as it was, over whatever came since', async () => {
    const file = path.join(temporaryFolder(), 'backup.gz')
    const reports = await look(dataDir, ({ prisma }) => prisma.report.count())
    expect(await run('backup', file)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Backed up \d+ rows/),
    })
    expect(statSync(file).mode & 0o077).toBe(0)
    await look(dataDir, async ({ prisma, exec }) => {
      await prisma.report.deleteMany()
      await exec('CREATE SCHEMA pgboss; CREATE TABLE pgboss.job (id int)')
    })

    const refused = await run('restore', file)
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--force') })
    expect(await look(dataDir, ({ prisma }) => prisma.report.count())).toBe(0)

    expect(await run('restore', file, '--force')).toMatchObject({ code: 0, err: '' })
    const [queue] = await look(dataDir, store =>
      store.query<{ gone: boolean }>(`SELECT to_regclass('pgboss.job') IS NULL AS gone`),
    )
    expect(queue).toEqual({ gone: true })
    expect(await look(dataDir, ({ prisma }) => prisma.report.count())).toBe(reports)
  })

  test('the doctor answers as JSON, and by its code', async () => {
    const { code, out } = await run('doctor', '--json')
    const findings: { check: string; level: string; todo?: string }[] = JSON.parse(out)
    expect(code).toBe(findings.some(({ level }) => level === 'fault') ? 1 : 0)
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['runtime', 'database', 'figures', 'events']),
    )
  })

  test('members come in all or not at all, and every faulty row is told by its line', async () => {
    const before = await memberNames(dataDir)
    const bad = fileWith(`${header}\nAnn,rep,,room,ann,en\nBob,boss,,room,bob,\n,rep,,room,x,\n`)
    const refused = await run('members', 'import', bad, '--yes')
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/Line 3: .*boss[\s\S]*Line 4: [\s\S]*Nobody was imported/)
    expect(await memberNames(dataDir)).toEqual(before)

    const good = fileWith(`${header}\nAnn,lead,Annie,room,ann,en\nBob,rep,,room,bob,\n`)
    const unconfirmed = await run('members', 'import', good)
    expect(unconfirmed).toMatchObject({ code: 1, out: expect.stringMatching(/Ann\s+lead\s+Annie\s+room\s+ann/) })
    expect(unconfirmed.err).toContain('--yes')
    expect(await memberNames(dataDir)).toEqual(before)

    expect(await run('members', 'import', good, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 new, 0'),
    })
    expect(await memberNames(dataDir)).toEqual(expect.arrayContaining(['Ann', 'Bob']))
    expect(await run('members', 'import', good, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 new, 2'),
    })
    const unclear = await run('members', 'import', good, '--yes', '--team', 'None')
    expect(unclear).toMatchObject({ code: 1, err: expect.stringContaining('East Sales (demo)') })
  })

  test('the demo is made anew with the present time and its schedules, and then removed for good', async () => {
    await look(dataDir, ({ prisma }) =>
      prisma.installation.create({ data: { key: clockOffsetKey, value: 86_400_000 } }),
    )
    expect(await bellwether(['demo', 'reset'], { DATA_DIR: dataDir, DEMO_LANG: 'zh' })).toMatchObject({
      code: 0,
      err: '',
    })
    const after = await look(dataDir, async ({ prisma }) => ({
      teams: (await prisma.team.findMany()).map(({ name }) => name),
      moved: await prisma.installation.count({ where: { key: clockOffsetKey } }),
      scheduled: (await prisma.scheduledJob.count()) > 0,
    }))
    expect(after).toEqual({ teams: ['华东销售一部（演示）'], moved: 0, scheduled: true })

    expect(await run('demo', 'remove')).toMatchObject({ code: 0, out: expect.stringContaining('1 demo team') })
    expect(await look(dataDir, ({ prisma }) => prisma.team.count())).toBe(0)
  })
})

describe('a command that cannot work', () => {
  test('does not touch a folder that is in use', async () => {
    await using database = await temporaryStore()
    const ended = await bellwether(['demo', 'remove'], { DATA_DIR: database.settings.dataDir, LANG: 'zh_CN.UTF-8' })
    expect(ended).toMatchObject({ code: 69, out: '', err: expect.stringContaining(`进程 ${process.pid}`) })
  })

  test('names wrong settings', async () => {
    const ended = await bellwether(['demo', 'remove'], { DATA_DIR: temporaryFolder(), PORT: 'x' })
    expect(ended).toMatchObject({ code: 78, err: expect.stringContaining('PORT must be a number') })
  })

  test('backs up nothing where there is nothing, and makes no database for it', async () => {
    const dataDir = path.join(temporaryFolder(), 'none')
    const file = path.join(temporaryFolder(), 'backup.gz')
    const ended = await bellwether(['backup', file], { DATA_DIR: dataDir })
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('There is no data') })
    expect([existsSync(file), existsSync(dataDir)]).toEqual([false, false])
  })

  test('leaves the database alone when a backup is damaged', async () => {
    const dataDir = await demoFolder()
    const file = path.join(temporaryFolder(), 'backup.gz')
    mkdirSync(path.dirname(file), { recursive: true })
    expect(await bellwether(['backup', file], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
    writeFileSync(file, readFileSync(file).subarray(0, -200))
    const reports = await look(dataDir, ({ prisma }) => prisma.report.count())
    expect((await bellwether(['restore', file, '--force'], { DATA_DIR: dataDir })).code).toBe(1)
    expect(await look(dataDir, ({ prisma }) => prisma.report.count())).toBe(reports)
  })
})
