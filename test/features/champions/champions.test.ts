import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { route } from '../../../src/commands/route.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { champions } from '../../../src/features/champions/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, command, stageChampions } from './stage.ts'

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const direct = { place: { kind: 'direct' } } as const
const people = [{ name: '李伟' }, { name: '张三', lang: 'en' as const }, { name: '王芳', role: 'manager' as const }]
const october = { now: at('2026-10-20 19:00') }
const corrected = { now: at('2026-11-05 11:00') }
const reportId = '01993f00-0000-7000-8000-00000000c001'

async function stage(settings: Record<string, unknown> = {}) {
  return stageChampions(database.store, people, settings)
}

async function named() {
  const staged = await stage()
  const id = crypto.randomUUID()
  await staged.record('李伟', '2026-10-12', { revenue: 70_000 }, { ...october, reportId: id })
  await staged.record('李伟', '2026-10-20', { revenue: 50_000 }, october)
  await staged.record('张三', '2026-10-20', { revenue: 100_000 }, october)
  return { ...staged, reportId: id, first: await staged.clock('champions.named', '2026-11-01') }
}

describe('champions are named', () => {
  it.each([
    ['the first workday after an ordinary month', '2026-11-01', '2026-11-02'],
    ['after the golden week', '2026-10-01', '2026-10-08'],
    ['after New Year', '2026-01-01', '2026-01-04'],
  ])('on %s', async (_, from, date) => {
    const { clock } = await stage()
    expect((await clock('champions.named', from)).slot).toMatchObject({ date, time: '09:30' })
  })

  it('to the group with a certificate, and to the champion alone', async () => {
    const { team, who, first } = await named()
    const [group, own, ...more] = first.said
    expect(more).toEqual([])
    expect(group).toMatchObject({ to: { team: team.id }, lane: 'digest', purpose: 'champions.named' })
    expect(group?.words).toContain(
      '2026年10月签单额冠军\n🏆 李伟 签单额 12万。祝贺！\n荣誉证书：李伟，2026年10月签单额冠军',
    )
    expect(group?.words).toContain('按 2026-11-02 09:30 为止的实绩评出')
    expect(group?.words).toContain('[怎么算的] /追溯 冠军 2026-10 revenue')
    expect(group?.words).not.toContain('张三')
    expect(own).toMatchObject({ to: { person: who('李伟').personId }, purpose: 'champions.own' })
    expect(own?.words).toContain('恭喜！你是2026年10月签单额冠军：签单额 12万')
    expect(own?.content.blocks.some(({ b }) => b === 'image')).toBe(true)
    expect(first.emitted).toEqual([
      {
        name: 'champion.named',
        teamId: team.id,
        payload: { metric: 'revenue', period: '2026-10', memberIds: [who('李伟').memberId], revision: 1 },
      },
    ])
  })

  it('once, however often the slot is run', async () => {
    const { clock } = await named()
    expect((await clock('champions.named', '2026-11-01')).said).toEqual([])
  })

  it('together when they are equal, each with their own certificate', async () => {
    const { record, clock, who } = await stage()
    await record('李伟', '2026-10-12', { revenue: 100 }, october)
    await record('张三', '2026-10-13', { revenue: 100 }, october)
    const { said } = await clock('champions.named', '2026-11-01')
    expect(said[0]?.words).toMatch(/李伟、张三 并列第一，各 签单额 100|张三、李伟 并列第一，各 签单额 100/)
    expect(said[0]?.content.blocks.filter(({ b }) => b === 'image')).toHaveLength(2)
    expect(new Set(said.slice(1).map(({ to }) => JSON.stringify(to)))).toEqual(
      new Set(['李伟', '张三'].map(name => JSON.stringify({ person: who(name).personId }))),
    )
    expect(said.find(({ to }) => 'person' in to && to.person === who('张三').personId)?.words).toContain(
      'You are a joint Revenue champion of October 2026',
    )
  })

  it('not where nobody has a value', async () => {
    const { record, clock } = await stage()
    await record('李伟', '2026-10-12', { revenue: 0, calls: 30 }, october)
    expect((await clock('champions.named', '2026-11-01')).said).toEqual([])
  })

  it('of the month, the quarter and the year after New Year, by each metric, as the team has it', async () => {
    const { record, clock } = await stage({ champions: { metrics: ['revenue', 'calls'], quarterly: false } })
    await record('李伟', '2026-10-12', { revenue: 100 }, october)
    await record('张三', '2026-12-12', { revenue: 60, calls: 3 }, { now: at('2026-12-12 19:00') })
    const { said } = await clock('champions.named', '2027-01-01')
    expect(
      said.flatMap(
        ({
          purpose,
          content: {
            blocks: [first],
          },
        }) => (purpose === 'champions.named' && first?.b === 'heading' ? [first.text] : []),
      ),
    ).toEqual(['2026年12月签单额冠军', '2026年12月电话冠军', '2026年签单额冠军', '2026年电话冠军'])
  })

  it('never where the team wants none', async () => {
    const { clock } = await stage({ champions: { metrics: [] } })
    expect((await clock('champions.named', '2026-11-01')).slot).toBeNull()
  })

  it('by the entries up to the slot: what is written later changes nothing', async () => {
    const { record, clock, type } = await stage()
    await record('李伟', '2026-10-12', { revenue: 100 }, october)
    await record('张三', '2026-10-31', { revenue: 500 }, { now: at('2026-11-02 09:31') })
    expect((await clock('champions.named', '2026-11-01')).said[0]?.words).toContain('李伟')
    await record('张三', '2026-10-30', { revenue: 900 }, corrected)
    const { words } = await type('张三', command, '2026-10', { now: corrected.now })
    expect(words[0]).toContain('李伟 100')
    expect(words[0]).toContain('与评出时一致')
  })
})

describe('/champion', () => {
  it('lists those that were named', async () => {
    const { type } = await named()
    const { said, words } = await type('张三', command, '', { now: corrected.now })
    expect(said[0]?.to).toEqual({ reply: 'open' })
    expect(words[0]).toContain('2026年10月签单额冠军：李伟 12万')
  })

  it.each(['2026-10', '上月', '签单额 2026-10', '２０２６-１０ revenue'])(
    'shows the proof of %s to all who ask',
    async asked => {
      const { type } = await named()
      const { said, words } = await type('张三', command, asked, { now: corrected.now })
      expect(said[0]?.to).toEqual({ reply: 'private' })
      expect(words[0]).toContain('规则: 签单额，最多者为冠军，相同则并列 (v1, 第 1 次核算)')
      expect(words[0]).toContain('李伟 | 2026-10-12 | 7万 | 日报\n李伟 | 2026-10-20 | 5万 | 日报')
      expect(words[0]).toContain('全队 3 条，其中冠军 2 条')
      expect(words[0]).toMatch(/校验码 [0-9a-f]{64}/)
      expect(words[0]).not.toContain('张三')
    },
  )

  it('is what `/trace champion` asks; other traces stay with the boards', () => {
    const catalogue = [...(boards.commands ?? []), ...(champions.commands ?? [])]
    const asked = (text: string) => {
      const found = route({ text, addressed: false }, catalogue)
      return found.kind === 'command' ? [found.command.name, found.rest] : found.kind
    }
    expect(asked('/trace champion 2026-10')).toEqual(['champion', '2026-10'])
    expect(asked('/追溯 冠军 2026-10')).toEqual(['champion', '2026-10'])
    expect(asked('／追溯冠军 2026-10')).toEqual(['champion', '2026-10'])
    expect(asked('/追溯 电话 本周')).toEqual(['trace', '电话 本周'])
    expect(asked('/trace championship calls')).toEqual(['trace', 'championship calls'])
  })

  it.each([
    ['幸福感', 'champion-unclear', '可以写：/冠军'],
    ['导出', 'champion-unclear', '可以写：/冠军'],
    ['导出 2026-10 0', 'champion-unclear', '没看懂“0”'],
    ['2026-09', 'champion-none', '2026年9月没有评出冠军'],
    ['2026-10 电话', 'champion-none', '2026年10月没有评出电话冠军'],
    ['导出 2026-10 7', 'champion-page', '只有 1 页'],
  ])('answers %s with what would work', async (asked, code, zh) => {
    const { type } = await named()
    await expect(type('王芳', command, asked, { now: corrected.now })).rejects.toMatchObject({
      code,
      words: { zh: expect.stringContaining(zh) },
    })
  })

  it('gives the whole export and the counting anew to managers only', async () => {
    const { type } = await named()
    for (const asked of ['导出 2026-10', 'redo 2026-10 confirm']) {
      await expect(type('张三', command, asked, direct)).rejects.toMatchObject({ code: 'team.not-allowed' })
    }
  })
})

describe('a correction after the award', () => {
  it('changes nothing by itself and is told to managers once', async () => {
    const { record, clock, who, reportId } = await named()
    expect((await clock('champions.checked', '2026-11-05')).said).toEqual([])
    await record('李伟', '2026-10-12', { revenue: 7_000 }, { ...corrected, reportId })
    const { said } = await clock('champions.checked', '2026-11-06')
    expect(said.map(({ to }) => to)).toEqual([{ person: who('王芳').personId }])
    expect(said[0]?.words).toContain('公布的: 李伟 12万\n现在算: 张三 10万')
    expect(said[0]?.words).toContain('/冠军 重算 2026-10 revenue')
    expect((await clock('champions.checked', '2026-11-09')).said).toEqual([])
  })

  it('is not told of a late entry, nor of a correction in another month', async () => {
    const { record, clock } = await named()
    await record('张三', '2026-10-30', { revenue: 900_000 }, corrected)
    await record('李伟', '2026-11-04', { revenue: 5 }, { ...corrected, reportId })
    await record('李伟', '2026-11-04', { revenue: 6 }, { ...corrected, reportId })
    expect((await clock('champions.checked', '2026-11-06')).said).toEqual([])
  })

  it('is counted anew when a manager asks for it and confirms', async () => {
    const { record, type, team, who, reportId } = await named()
    await record('李伟', '2026-10-12', { revenue: 7_000 }, { ...corrected, reportId })
    const asked = await type('王芳', command, '重算 2026-10', { ...direct, now: corrected.now })
    expect(asked.words[0]).toContain('现在算: 张三 10万')
    expect(asked.words[0]).toContain('[确认重算] /冠军 重算 2026-10 revenue 确认')
    expect(asked.said).toHaveLength(1)
    const done = await type('王芳', command, '重算 2026-10 revenue 确认', { ...direct, now: corrected.now })
    expect(done.said.map(({ to }) => to)).toEqual([
      { team: team.id },
      { person: who('张三').personId },
      { reply: 'private' },
    ])
    expect(done.words[0]).toContain('更正：2026年10月签单额冠军\n🏆 张三 签单额 10万')
    expect(done.words[0]).not.toContain('李伟')
    const again = await type('王芳', command, '重算 2026-10 确认', { ...direct, now: corrected.now })
    expect(again.words).toEqual([expect.stringContaining('没有要改的')])
    expect((await type('李伟', command, '', { now: corrected.now })).words[0]).toContain('张三 10万')
  })

  it('is not counted anew when nothing is left to count', async () => {
    const { record, clock, type } = await stage()
    const id = crypto.randomUUID()
    await record('李伟', '2026-10-12', { revenue: 100 }, { ...october, reportId: id })
    await clock('champions.named', '2026-11-01')
    await record('李伟', '2026-10-12', { revenue: 0 }, { ...corrected, reportId: id })
    const { said } = await clock('champions.checked', '2026-11-06')
    expect(said[0]?.words).toContain('现在这段时间已经没有实绩')
    await expect(
      type('王芳', command, 'redo 2026-10 confirm', { ...direct, now: corrected.now }),
    ).rejects.toMatchObject({ code: 'champion-nothing-left' })
    expect((await type('李伟', command, '')).words[0]).toContain('李伟 100')
  })
})
