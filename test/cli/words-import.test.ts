import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../../src/features/rules/word-store.ts'
import { openStore } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { givenTeam } from '../features/harness.ts'
import { quiet, temporaryFolder, temporaryStore } from '../store/fixture.ts'
import { bellwether } from './command-line.ts'

let dataDir: string
let teamId: string

beforeAll(async () => {
  const { store, settings } = await temporaryStore()
  teamId = (await givenTeam(store.prisma, { name: '销售一部', lang: 'zh' })).id
  dataDir = settings.dataDir
  await store.close()
})

const run = (...args: string[]) => bellwether(['words', 'import', ...args], { DATA_DIR: dataDir, LANG: 'en_US.UTF-8' })

function fileWith(name: string, text: string): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, text)
  return file
}

async function listed(list: string) {
  const store = await openStore({ dataDir, log: quiet })
  try {
    return await inTransaction(store, tx => wordsOf(tx, teamId, list))
  } finally {
    await store.close()
  }
}

test('shows what is new, doubled and faulty, and takes it only when confirmed', async () => {
  const file = fileWith('words.txt', '# our words\n包治百病\n国家级\n国 家 级\n最\n')
  const asked = await run(file)
  expect(asked).toMatchObject({
    code: 1,
    out: expect.stringContaining('List default: 2 new, 0 handled anew, 1 doubled, 1 lines at fault'),
  })
  expect(asked.err).toContain('Line 5: a word needs two letters at least')
  expect(asked.err).toContain('Add --yes to confirm')
  expect(await listed('default')).toEqual([])
  expect(await run(file, '--yes')).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 new, 0 brought up to date'),
  })
  const table = fileWith('words.csv', 'word,action,suggestion\n国家级,mask,知名\n包治百病,hint,\n博弈,allow,\n')
  expect(await run(table, '--yes', '--team', '销售一部')).toMatchObject({
    out: expect.stringContaining('1 new, 1 handled anew, 1 doubled, 0 lines at fault'),
  })
  expect(await listed('default')).toEqual(
    expect.arrayContaining([
      { word: '国家级', kind: 'mask', suggestion: '知名' },
      { word: '包治百病', kind: 'hint' },
      { word: '博弈', kind: 'allow' },
    ]),
  )
})

test('refuses what holds no words, is too much, or is no list', async () => {
  const lines = Array.from({ length: 10_001 }, (_, at) => `词语${at}`).join('\n')
  expect(await run(fileWith('many.txt', lines), '--list', 'many', '--yes')).toMatchObject({
    code: 1,
    err: expect.stringContaining('a list takes up to 10,000'),
  })
  expect(await listed('many')).toEqual([])
  expect(await run(fileWith('words.pdf', 'x'))).toMatchObject({ code: 1, err: expect.stringContaining('only .txt') })
  expect(await run(path.join(temporaryFolder(), 'none.txt'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('cannot be read (ENOENT)'),
  })
})
