import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards } from '../../../src/features/boards/feature.ts'
import { entries } from '../../../src/features/entries/feature.ts'
import { createSettings } from '../../../src/features/settings/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { expectRefusal } from '../team/talk.ts'
import { at, stageBoards } from './stage.ts'
import { targetsOf } from './targets.ts'

const board = boards.commands?.find(({ name }) => name === 'board')
const correct = entries.commands?.find(({ name }) => name === 'correct')
const setting = createSettings(() => boards.settings ?? []).commands?.find(({ name }) => name === 'settings')
const direct = { place: { kind: 'direct' } } as const

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const scorecard = [
  { metric: 'revenue', weight: 3 },
  { metric: 'visits', weight: 1 },
]
const monthly = ['weighted-scorecard', 'revenue']

/** In November 张三 sold what was wanted and visited half, 李伟 the other way about; 赵六 has no target. */
async function stage(settings: object = {}) {
  const staged = await stageBoards(database.store, { boards: { scorecard, weekly: [], monthly, ...settings } })
  const wants = await targetsOf(database.store, staged)
  await staged.record('张三', '2026-11-10', { revenue: 100_000, visits: 10 }, { now: at('2026-11-10 19:00') })
  await staged.record('李伟', '2026-11-10', { revenue: 50_000, visits: 20, calls: 9 }, { now: at('2026-11-10 19:00') })
  await staged.record('赵六', '2026-11-10', { revenue: 900_000 }, { now: at('2026-11-10 19:00') })
  const endOfMonth = () => staged.clock('2026-11-30 00:00', '2026-11-30 23:59')

  async function corrects(text: string, moment: string) {
    const now = at(moment)
    const { emitted } = await staged.type('李伟', correct, text, { ...direct, now })
    return staged.react(emitted, now)
  }

  return { ...staged, wants, endOfMonth, corrects }
}

async function stageWithTargets(settings: object = {}) {
  const staged = await stage(settings)
  for (const name of ['张三', '李伟']) await staged.wants(name, { revenue: 100_000, visits: 20 })
  return staged
}

describe('a scorecard on schedule', () => {
  it('is posted as the month’s board, and each on it hears what their points are made of', async () => {
    const { endOfMonth, team, who } = await stageWithTargets()
    const said = await endOfMonth()
    expect(said.map(({ to }) => to)).toEqual([
      { team: team.id },
      { person: who('张三').personId },
      { person: who('李伟').personId },
    ])
    expect(said[0]?.words).toContain('综合分榜 · 2026年11月')
    expect(said[0]?.words).toContain('1 | 张三 | 87.5\n2 | 李伟 | 62.5')
    expect(said[0]?.words).not.toContain('赵六')
    expect(said[2]?.words).toContain('你在 2 人中排第 2')
    expect(said[2]?.words).toContain('签单额 50% ×75% + 拜访 100% ×25% = 62.5')
  })

  it('has what was recorded by then, not what came while it was late', async () => {
    const { endOfMonth, record } = await stageWithTargets()
    await record('李伟', '2026-11-30', { revenue: 90_000 }, { now: at('2026-11-30 20:15') })
    expect((await endOfMonth())[0]?.words).toContain('2 | 李伟 | 62.5')
  })

  it('leaves the place to the next of the list while nobody has points', async () => {
    const { endOfMonth } = await stage()
    const [posted] = await endOfMonth()
    expect(posted?.words).toContain('签单额榜 · 2026年11月')
    expect(posted?.words).toContain('1 | 赵六 | 90万')
  })

  it('is said anew, once, when a figure in it is corrected, and not for a figure of another metric', async () => {
    const { endOfMonth, corrects, team } = await stageWithTargets()
    const [posted] = await endOfMonth()
    expect(await corrects('电话 25 2026-11-10 漏了', '2026-12-01 09:50')).toEqual([])
    const said = await corrects('签单额 12万 2026-11-10 漏了一单', '2026-12-01 10:00')
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ to: { team: team.id }, revises: { key: posted?.key } })
    expect(said[0]?.words).toContain('综合分榜 · 2026年11月')
    expect(said[0]?.words).toContain('1 | 李伟 | 115.0\n2 | 张三 | 87.5')
    expect(said[0]?.words).toContain('2026-12-01 10:00 更新：2026-11-10 的一个签单额数字已更正')
  })

  it('that somebody asked for in the group is put right in place', async () => {
    const { type, corrects } = await stageWithTargets()
    const { said } = await type('赵六', board, '综合 本月', { now: at('2026-11-26 10:00') })
    const revised = await corrects('签单额 12万 2026-11-10 漏了一单', '2026-11-26 11:00')
    expect(revised).toMatchObject([{ revises: { key: said[0]?.revises?.key, short: null } }])
    expect(revised[0]?.words).toContain('1 | 李伟 | 115.0')
  })
})

describe('the setting of what a posted board ranks by', () => {
  const manager = [{ name: '张三', role: 'manager' as const }]
  const withManager = (own: object) => stageBoards(database.store, { boards: own }, manager)

  it('takes the scorecard by its name, and shows it by that', async () => {
    const { type } = await withManager({ scorecard })
    const { words } = await type('张三', setting, '月榜指标 综合、签单额', direct)
    expect(words[0]).toContain('综合分、签单额')
  })

  it('says how to make a scorecard where there is none', async () => {
    const { type } = await withManager({})
    await expectRefusal(type('张三', setting, '月榜指标 综合', direct), 'board-no-scorecard')
  })

  it('decides on what `/board` shows without a metric, unless another basis is asked for', async () => {
    const { type, wants } = await stageWithTargets({ weekly: monthly })
    expect((await type('张三', board, '本月', direct)).words[0]).toContain('综合分榜')
    expect((await type('张三', board, '本月 日均', direct)).words[0]).toContain('签单额日均榜')
    await wants('赵六', { revenue: 100_000 })
    expect((await type('张三', board, '本月 达成', direct)).words[0]).toContain('1 | 赵六 | 150.0')
  })
})
