import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards } from '../../../src/features/boards/feature.ts'
import { entries } from '../../../src/features/entries/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { salesGroup } from '../metrics/stage.ts'
import { at, stageBoards } from './stage.ts'

const board = boards.commands?.find(({ name }) => name === 'board')
const show = boards.actions?.find(({ id }) => id === 'boards.show')
const correct = entries.commands?.find(({ name }) => name === 'correct')
const direct = { kind: 'direct' } as const

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** 李伟 has 20 calls on 25 November, 张三 23; the month ends on the 30th. */
async function stage(settings: object = {}) {
  const calls = ['calls']
  const staged = await stageBoards(database.store, { boards: { weekly: calls, monthly: calls, ...settings } })
  await staged.record('李伟', '2026-11-25', { calls: 20 }, { now: at('2026-11-25 19:00') })
  await staged.record('张三', '2026-11-25', { calls: 23 }, { now: at('2026-11-25 19:00') })

  /** 李伟 corrects the calls of the 25th; answers what is said because of that. */
  async function corrects(moment: string, value = 25) {
    const now = at(moment)
    const { emitted } = await staged.type('李伟', correct, `电话 ${value} 2026-11-25 漏了`, { place: direct, now })
    return { again: () => staged.react(emitted, now), said: await staged.react(emitted, now) }
  }

  /** What was posted in a stretch of time: the sayings to the whole group. */
  async function posted(from: string, to: string) {
    return (await staged.clock(from, to)).filter(saying => 'team' in saying.to)
  }

  return { ...staged, corrects, posted }
}

describe('a correction', () => {
  it('says each posted board anew, once, with a note', async () => {
    const { corrects, posted, team } = await stage()
    const before = await posted('2026-11-25 20:00', '2026-11-30 23:59')
    expect(before.map(({ purpose }) => purpose)).toEqual(['boards.weekly', 'boards.monthly'])
    const { said, again } = await corrects('2026-12-01 10:00')
    expect(new Set(said.map(({ revises }) => revises?.key))).toEqual(new Set(before.map(({ key }) => key)))
    expect(said).toHaveLength(2)
    for (const { to, words, revises, content } of said) {
      expect(to).toEqual({ team: team.id })
      expect(words).toContain('1 | 李伟 | 25\n2 | 张三 | 23')
      expect(words).toContain('2026-12-01 10:00 更新：2026-11-25 的一个电话数字已更正')
      expect(revises?.short).toEqual(content)
    }
    expect((await again()).map(({ key }) => key)).toEqual(said.map(({ key }) => key))
  })

  it('leaves the boards alone on which nobody sees it', async () => {
    const { corrects, posted } = await stage({ topRows: 1 })
    expect(await posted('2026-11-25 20:00', '2026-11-30 23:59')).toHaveLength(2)
    expect((await corrects('2026-12-01 10:00', 22)).said).toEqual([])
    expect((await corrects('2026-12-01 10:05', 24)).said).toHaveLength(2)
  })

  it('is news of a board for 31 days after it was posted, and of an older one no more', async () => {
    const whole = { daily: ['calls'], monthly: [], yearly: ['calls'] }
    const { corrects, posted } = await stage(whole)
    await posted('2026-11-25 19:00', '2026-11-25 23:59')
    await posted('2026-11-27 00:00', '2026-11-27 23:59')
    const keysOf = ({ said }: Awaited<ReturnType<typeof corrects>>) =>
      said.map(({ revises }) => revises?.key.split(':')[0])
    expect(keysOf(await corrects('2026-12-26 19:30', 24))).toEqual(['boards.daily', 'boards.weekly'])
    expect(keysOf(await corrects('2026-12-26 19:31', 25))).toEqual(['boards.weekly'])
    expect(keysOf(await corrects('2026-12-28 17:01', 26))).toEqual([])
    await posted('2026-12-31 00:00', '2026-12-31 23:59')
    expect(keysOf(await corrects('2027-01-31 19:30', 27))).toEqual(['boards.yearly'])
    expect(keysOf(await corrects('2028-11-26 10:00', 28))).toEqual([])
  })
})

describe('a board that somebody asked for in the group', () => {
  const asked = { now: at('2026-11-26 10:00') }

  it('is put right where the platform can, and not said anew where it cannot', async () => {
    const { type, corrects } = await stage()
    const { said } = await type('赵六', board, '电话 本周', asked)
    const revised = await corrects('2026-11-26 11:00')
    expect(revised.said).toMatchObject([
      { to: { channel: salesGroup }, revises: { key: said[0]?.revises?.key, short: null } },
    ])
    expect(revised.said[0]?.words).toContain('1 | 李伟 | 25\n2 | 张三 | 23')
    expect(revised.said[0]?.words).toContain('2026-11-26 11:00 更新')
  })

  it('is put right as it was asked for, and only the last of its kind there', async () => {
    const { type, corrects } = await stage()
    const first = await type('赵六', board, '电话 本周', asked)
    const second = await type('张三', board, '电话 本周', asked)
    const newcomers = await type('赵六', board, '电话 本月 日均', asked)
    expect(first.said[0]?.revises?.key).not.toBe(second.said[0]?.revises?.key)
    const { said } = await corrects('2026-11-26 11:00')
    expect(said.map(({ revises }) => revises?.key).sort()).toEqual(
      [second, newcomers].map(answer => answer.said[0]?.revises?.key).sort(),
    )
    expect(said.map(({ words }) => words).join('\n')).toContain('电话日均榜 · 2026年11月')
  })

  it('of newcomers stays one of newcomers', async () => {
    const { type, corrects } = await stage()
    await type('赵六', board, '电话 本周 新人', asked)
    const { said } = await corrects('2026-11-26 11:00')
    expect(said.map(({ words }) => words).join()).toContain('电话榜（新人）')
  })

  it('is left as it is when it was over longer than a year, or for one pair of eyes', async () => {
    const { type, press, corrects } = await stage()
    await type('赵六', board, '电话 2025-01-01..2026-11-26', asked)
    await type('赵六', board, '电话 本周', { ...asked, place: direct })
    await press('赵六', show, 'calls 2026-11', asked)
    expect((await corrects('2026-11-26 11:00')).said).toEqual([])
  })
})
