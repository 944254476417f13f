import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../../src/content/content.ts'
import type { Saying } from '../../../src/context.ts'
import { openStudio } from '../../../src/pictures/studio.ts'
import { sizeOfPng } from '../../../src/sheets/png.ts'
import { filesOf } from '../../../src/store/files.ts'
import { picturesOf } from '../../../src/store/pictures.ts'
import { openXlsx } from '../../sheets/open-xlsx.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { friday } from '../metrics/stage.ts'
import { stageSummaries } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const direct = { place: { kind: 'direct' } } as const

async function stage(settings: Record<string, unknown> = {}) {
  const people = [
    { name: '李娜' },
    { name: '王强' },
    { name: '带头', role: 'lead' as const },
    { name: '韩梅', role: 'manager' as const },
  ]
  const staged = await stageSummaries(database.store, people, settings)
  await staged.hands('李娜', '2026-11-18', { values: { calls: 25, revenue: 80_000.5 } })
  await staged.hands('王强', '2026-11-17', { values: { calls: 3 }, status: 'late' })
  await staged.record('李娜', '2026-10-08', { calls: 7 }, { reason: '=1+1' })
  return staged
}

/** The workbook that was sent. */
async function sheetsIn(said: readonly Saying[]) {
  const isFile = (block: Block) => block.b === 'file'
  const block = said.flatMap(({ content }) => content.blocks).find(isFile)
  if (block?.b !== 'file') throw new Error('no file was sent')
  const { store } = database
  const pictures = picturesOf(store, { draw: openStudio(), log: quiet })
  const kept = await filesOf(store, pictures)(block.ref)
  if (kept === null) throw new Error('the file is not kept')
  expect(kept.filename).toBe(block.name)
  return { name: block.name, alt: block.alt, sheets: openXlsx(kept.bytes), bytes: kept.bytes }
}

describe('/weekly and its like', () => {
  it('give reps what the group gets, in private, and managers theirs', async () => {
    const { asks } = await stage()
    const toRep = await asks('王强', 'weekly')
    expect(toRep.said).toMatchObject([{ to: { reply: 'private' }, purpose: 'summaries.summary' }])
    expect(toRep.words[0]).toContain('电话 | 28')
    expect(toRep.words[0]).not.toContain('留意')
    const toManager = await asks('韩梅', 'weekly', '', { lang: 'en' })
    expect(toManager.said).toMatchObject([{ to: { reply: 'private' } }])
    expect(toManager.words[0]).toContain('For your attention (managers only)')
  })

  it.each([
    ['weekly', '', '2026年第47周'],
    ['monthly', '', '2026年11月'],
    ['monthly', '上月', '2026年10月'],
    ['summary', '2026-Q4', '2026年第4季度'],
    ['summary', '2026-11-01..2026-11-15', '2026年11月1日至11月15日'],
  ])('sum up any period: /%s %s', async (command, rest, label) => {
    const { asks } = await stage()
    const { words } = await asks('李娜', command, rest)
    expect(words[0]).toContain(`总结 · ${label}`)
  })

  it('go on from one period to the one before by a button that can be typed', async () => {
    const { asks, presses } = await stage()
    const { words } = await asks('李娜', 'monthly')
    expect(words[0]).toContain('[上一期] /总结 2026-10')
    const before = await presses('李娜', 'summaries.show', '2026-10')
    expect(before.words[0]).toContain('总结 · 2026年10月')
    expect((await asks('李娜', 'summary', '2026-10')).words).toEqual(before.words)
  })

  it('say so where there is nothing', async () => {
    const { asks } = await stage()
    const { words } = await asks('李娜', 'summary', '2026-09')
    expect(words[0]).toContain('这段时间还没有实绩')
  })
})

describe('the spreadsheet', () => {
  it('has the summary, everybody and every entry, for whoever leads', async () => {
    const { asks } = await stage()
    const { said } = await asks('韩梅', 'summary', '2026-Q4 xlsx', direct)
    expect(said).toMatchObject([{ to: { reply: 'private' }, repeatable: true }])
    const { name, alt, sheets } = await sheetsIn(said)
    expect(name).toBe('销售一部 总结 2026-Q4.xlsx')
    expect(alt).toContain('/总结 2026-Q4 xlsx')
    const [summary, members, entries] = sheets
    expect(sheets.map(sheet => sheet.name)).toEqual(['汇总', '成员', '明细'])
    expect(summary?.rows[1]).toEqual(['电话', { value: 35, format: '#,##0' }])
    expect(members?.rows).toEqual([
      ['成员', '电话', '签单额', '日报', '迟交或补交'],
      [
        '李娜',
        { value: 32, format: '#,##0' },
        { value: 80_000.5, format: '#,##0.00' },
        { value: 1, format: '#,##0' },
        { value: 0, format: '#,##0' },
      ],
      ['王强', { value: 3, format: '#,##0' }, null, { value: 1, format: '#,##0' }, { value: 1, format: '#,##0' }],
      ['带头', null, null, { value: 0, format: '#,##0' }, { value: 0, format: '#,##0' }],
      ['韩梅', null, null, { value: 0, format: '#,##0' }, { value: 0, format: '#,##0' }],
    ])
    expect(entries?.rows.slice(1).map(row => [row[1], row[2], row[5]])).toEqual([
      ['李娜', '电话', '=1+1'],
      ['王强', '电话', null],
      ['李娜', '电话', null],
      ['李娜', '签单额', null],
    ])
    expect(entries?.xml).not.toContain('<f>')
  })

  it('has the picture of the message inside, unless the team wants none', async () => {
    async function picturesIn({ asks }: Awaited<ReturnType<typeof stage>>) {
      const { bytes, sheets } = await sheetsIn((await asks('李娜', 'weekly', 'xlsx', direct)).said)
      // In the place of one that cannot be there, its description would stand.
      expect(JSON.stringify(sheets.map(({ rows }) => rows))).not.toContain('图：')
      const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/media/'))
      return files.map(([, picture]) => sizeOfPng(picture))
    }
    expect(await picturesIn(await stage())).toEqual([{ width: expect.any(Number), height: expect.any(Number) }])
    expect(await picturesIn(await stage({ boards: { pictures: false } }))).toEqual([])
  })

  it('has only the own rows for a rep', async () => {
    const { asks } = await stage()
    const { said } = await asks('王强', 'weekly', 'xlsx', direct)
    const { sheets } = await sheetsIn(said)
    expect(sheets.map(sheet => sheet.name)).toEqual(['汇总', '我的合计', '明细'])
    const text = JSON.stringify(sheets.map(({ rows }) => rows))
    expect(text).toContain('王强')
    expect(text).not.toContain('李娜')
  })

  it('asked for in a group goes to the direct chat, by the button as by the word', async () => {
    const { asks, presses, who } = await stage()
    const typed = await asks('带头', 'weekly', 'xlsx', { lang: 'en' })
    expect(typed.said).toMatchObject([{ to: { person: who('带头').personId }, key: expect.any(String) }])
    const pressed = await presses('带头', 'summaries.xlsx', '2026-W47', { lang: 'en' })
    expect(pressed.said).toEqual(typed.said)
    expect((await sheetsIn(typed.said)).sheets.map(sheet => sheet.name)).toEqual(['Summary', 'Members', 'Entries'])
  })

  it('leaves out what was corrected, and says when it does not list all', async () => {
    const { asks, record, who, team } = await stage()
    const { prisma } = database.store
    const reportId = '01993f00-0000-7000-8000-000000000009'
    await record('王强', '2026-11-19', { calls: 1 }, { reportId })
    await record('王强', '2026-11-19', { calls: 2 }, { reportId })
    const { sheets } = await sheetsIn((await asks('王强', 'weekly', 'xlsx', direct)).said)
    expect(sheets[2]?.rows.slice(1).map(row => row[3])).toEqual([
      { value: 3, format: '#,##0' },
      { value: 2, format: '#,##0' },
    ])
    const { memberId, personId } = who('王强')
    const metric = await prisma.metric.findFirstOrThrow({ where: { key: 'calls', teamId: team.id } })
    const entry = { teamId: team.id, memberId, metricId: metric.id, date: '2026-01-05', value: 1, source: 'import' }
    const data = Array.from({ length: 5_001 }, () => ({ ...entry, createdBy: personId, createdAt: friday }))
    await prisma.entry.createMany({ data })
    const year = await sheetsIn((await asks('王强', 'summary', '2026 xlsx', direct)).said)
    expect(year.sheets[2]?.rows).toHaveLength(1 + 5_000 + 2)
    expect(year.sheets[2]?.rows.at(-1)).toEqual([expect.stringContaining('只列出前 5000 条')])
  })
})
