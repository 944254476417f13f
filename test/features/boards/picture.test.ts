import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Content } from '../../../src/content/content.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { openStudio } from '../../../src/pictures/studio.ts'
import { picturesOf } from '../../../src/store/pictures.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageTeam } from '../metrics/stage.ts'

const board = boards.commands?.find(command => command.name === 'board')
const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚']

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage(settings: Record<string, unknown> = {}, calls = [30, 50, 50, 20, 10, 5, 0]) {
  const staged = await stageTeam(
    database.store,
    names.map(name => ({ name })),
    settings,
  )
  for (const [at, name] of names.entries()) {
    if (calls[at]) await staged.record(name, '2026-11-18', { calls: calls[at] })
  }
  return staged
}

const imageIn = (content: Content | undefined) => content?.blocks.find(block => block.b === 'image')
const kindsOf = (content: Content | undefined) => content?.blocks.map(({ b }) => b)

async function drawingOf(ref: string | undefined) {
  const { drawing, bytes } = await database.store.prisma.picture.findUniqueOrThrow({ where: { ref: ref ?? '' } })
  return { drawing, bytes }
}

describe('a board', () => {
  it('is a picture and the same in words', async () => {
    const { type } = await stage()
    const { said } = await type('己', board, '电话 本周')
    expect(kindsOf(said[0]?.content)).toEqual(['heading', 'image', 'table', 'quiet', 'actions'])
    expect(imageIn(said[0]?.content)?.alt).toBe('图：电话榜，第一名 乙、丙')
    const { drawing } = await drawingOf(imageIn(said[0]?.content)?.ref)
    expect(drawing).toMatchObject({
      kind: 'board',
      title: '电话榜',
      subtitle: expect.stringMatching(/^2026年第47周（11月16日至11月22日） · /),
      rows: [
        { rank: 1, name: '乙', value: '50', length: 50 },
        { rank: 1, name: '丙', value: '50', length: 50 },
        { rank: 3, name: '甲', value: '30', length: 30 },
        { rank: 4, name: '丁', value: '20', length: 20 },
        { rank: 5, name: '戊', value: '10', length: 10 },
      ],
      foot: expect.stringContaining('口径：电话合计'),
    })
  })

  it('shows nobody in the picture who is not in the words, and tells the asker’s place in words alone', async () => {
    const { type } = await stage()
    const { said } = await type('己', board, '电话 本周', { place: { kind: 'direct' } })
    const { drawing } = await drawingOf(imageIn(said[0]?.content)?.ref)
    expect(JSON.stringify(drawing)).not.toMatch(/己|庚/)
  })

  it('is drawn only when somebody looks, and not in the verb’s transaction', async () => {
    const { type } = await stage()
    const { said } = await type('甲', board, '电话 本周')
    const ref = imageIn(said[0]?.content)?.ref ?? ''
    expect((await drawingOf(ref)).bytes).toBeNull()
    const shown = await picturesOf(database.store, { draw: openStudio(), log: quiet })(ref)
    expect(shown).toMatchObject({ type: 'image/jpeg', filename: 'board.jpg' })
    expect((await drawingOf(ref)).bytes?.byteLength).toBe(shown?.bytes.byteLength)
  })

  it('has no picture where the team wants none, or nobody is on it', async () => {
    const without = await stage({ boards: { pictures: false } })
    const plain = await without.type('甲', board, '电话 本周')
    expect(kindsOf(plain.said[0]?.content)).toEqual(['heading', 'table', 'quiet', 'actions'])
    const nobody = await stage({}, [])
    const empty = await nobody.type('甲', board, '电话 本周')
    expect(kindsOf(empty.said[0]?.content)).not.toContain('image')
  })

  it.each([
    ['电话 今天', '电话榜 · 2026年11月20日'],
    ['电话 2026-11-16..2026-11-19', '电话榜 · 2026年11月16日至11月19日'],
    ['calls quarter', '电话榜 · 2026年第4季度'],
    ['电话 今年', '电话榜 · 2026年'],
  ])('over %s has a title that says so', async (asked, title) => {
    const { type } = await stage()
    const { words } = await type('甲', board, asked)
    expect(words[0]?.split('\n')[0]).toContain(title)
  })
})
