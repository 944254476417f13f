import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { formDefinitionSchema } from '../../../src/features/forms/definition.ts'
import { addForm } from '../../../src/features/forms/store.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, type Heard, stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [
  { name: '李伟' },
  { name: '张三' },
  { name: 'Ann', lang: 'en' as const },
  { name: '王经理', role: 'manager' as const },
]
const stage = (settings = {}) => stageDay(database.store, people, settings)
const day = '2026-11-20'

const inGroup = (said: readonly Heard[]) => said.filter(({ to }) => 'team' in to)
const inPrivate = (said: readonly Heard[]) => said.filter(({ to }) => 'person' in to)

describe('the digest of a report', () => {
  it('says in one message who, what is in the way, and numbers against the plan', async () => {
    const { types, clock, team } = await stage()
    await types('李伟', 'plan 拜访3 电话20 签单1/8万 跟进华为', `${day} 08:40`)
    await types('张三', 'plan 电话10', `${day} 08:40`)
    await types('李伟', 'report 拜访2 电话25 签单1/8万 卡点:合同盖章', `${day} 18:00`)
    await types('张三', 'report 电话5 拜访1', `${day} 18:10`)
    const [digest, ...more] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(more).toEqual([])
    expect(digest?.words).toContain('日报汇总 · 11月20日 周五')
    expect(digest?.words).toContain('2/3 人已交 · 未交 1 人')
    expect(digest?.words).toContain('李伟：合同盖章')
    expect(digest?.words).toContain('李伟：☐ 跟进华为')
    expect(digest?.words).toContain('成员 | 拜访 | 电话 | 签单 | 签单额')
    expect(digest?.words).toContain('李伟 | 2/3 | 25/20 | 1/1 | 8万/8万')
    expect(digest?.words).toContain('张三 | 1 | 5/10 |  | ')
    expect(digest?.words).toContain('合计 | 3/3 | 30/30 | 1/1 | 8万/8万')
    expect(digest?.words.indexOf('卡点')).toBeLessThan(digest?.words.indexOf('成员') ?? 0)
    expect(digest).toMatchObject({ to: { team: team.id }, lane: 'digest', purpose: 'digests.due' })
  })

  it('posts no number of a customer that somebody told us', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 拜访2 卡点:吴总 13812345678 不接电话', `${day} 18:00`)
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).toContain('李伟：吴总 138****5678 不接电话')
  })

  it('names nobody as missing, unless the team wants it', async () => {
    const count = await stage()
    await count.types('李伟', 'report 拜访2', `${day} 18:00`)
    expect(inGroup(await count.clock('digests.due', `${day} 19:00`))[0]?.words).not.toContain('张三')
    const names = await stage({ digests: { missing: 'names' } })
    await names.types('李伟', 'report 拜访2', `${day} 18:00`)
    expect(inGroup(await names.clock('digests.due', `${day} 19:00`))[0]?.words).toContain('未交：张三、Ann')
    const nobody = await stage({ digests: { missing: 'nobody' } })
    await nobody.types('李伟', 'report 拜访2', `${day} 18:00`)
    expect(inGroup(await nobody.clock('digests.due', `${day} 19:00`))[0]?.words).not.toContain('未交')
  })

  it('names those on leave as on leave, and does not miss them', async () => {
    const { types, clock } = await stage()
    await types('张三', 'leave 今天', `${day} 08:00`)
    await types('李伟', 'report 拜访2', `${day} 18:00`)
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).toContain('1/2 人已交 · 请假 1 人（张三） · 未交 1 人')
  })

  it('is short and neutral when nobody has answered', async () => {
    const { clock } = await stage()
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).toContain('到点了，还没有人交日报；交了会补上')
    expect(digest?.words).not.toContain('3')
  })

  it('is said once, and not at all where nobody was expected', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 拜访2', `${day} 18:00`)
    expect(inGroup(await clock('digests.due', `${day} 19:00`))).toHaveLength(1)
    expect(await clock('digests.due', `${day} 19:00`)).toEqual([])
    const away = await stage()
    for (const name of ['李伟', '张三', 'Ann']) await away.types(name, 'leave 今天', `${day} 08:00`)
    expect(await away.clock('digests.due', `${day} 19:00`)).toEqual([])
    expect(await away.clock('digests.due', '2026-11-21 19:00')).toEqual([])
  })

  it('cuts long remarks short and takes nothing in them for markup or a mention', async () => {
    const { types, clock } = await stage()
    await types('李伟', `report 拜访2 <!channel> *${'很长的话'.repeat(60)}*`, `${day} 18:00`)
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).toContain('<!channel>')
    expect(digest?.words.length).toBeLessThan(300)
    expect(JSON.stringify(digest?.content)).not.toContain('"t":"member"')
  })
})

describe('who comes after the digest', () => {
  it('is folded into it, with one line where it cannot be revised', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 拜访2', `${day} 18:00`)
    const [first] = inGroup(await clock('digests.due', `${day} 19:00`))
    const [again] = inGroup(await types('张三', 'report 电话5 卡点:没有报价', `${day} 19:30`))
    expect(again?.revises?.key).toBe(first?.revises?.key)
    expect(again?.key).not.toBe(first?.key)
    expect(again?.words).toContain('2/3 人已交')
    expect(again?.words).toContain('张三（迟） |  | 5')
    const short = JSON.stringify(again?.revises?.short)
    expect(short).toContain('补交了 11月20日 周五 的日报')
    expect(short).toContain('电话 5')
    expect(short).toContain('没有报价')
  })

  it('is told of once for each change, and a change alone needs no line of its own', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 拜访2', `${day} 18:00`)
    await clock('digests.due', `${day} 19:00`)
    const [changed] = inGroup(await types('李伟', 'report 拜访4', `${day} 19:10`))
    expect(changed?.revises?.short).toBeNull()
    expect(changed?.words).toContain('李伟 | 4')
    expect(inGroup(await types('李伟', 'report 拜访4', `${day} 19:11`))).toEqual([])
  })

  it('is said nothing of before the digest', async () => {
    const { types } = await stage()
    expect(inGroup(await types('李伟', 'report 拜访2', `${day} 18:00`))).toEqual([])
  })
})

describe('managers', () => {
  it('alone hear who is missing and what does not add up, and can read with one tap', async () => {
    const { types, clock, who } = await stage()
    await types('张三', 'leave 今天', `${day} 08:00`)
    await types('李伟', 'report 拜访2 签单额8万', `${day} 18:00`)
    const [list, ...more] = inPrivate(await clock('digests.due', `${day} 19:00`))
    expect(more).toEqual([])
    expect(list?.to).toEqual({ person: who('王经理').personId })
    expect(list?.words).toContain('未交 1 人：Ann · 请假：张三')
    expect(list?.words).toContain('李伟：有签单额，没有签单')
    expect(list?.words).toContain('[读 李伟] /已读 李伟')
  })

  it('have their list kept up to date', async () => {
    const { types, clock } = await stage()
    const [first] = inPrivate(await clock('digests.due', `${day} 19:00`))
    const [again] = inPrivate(await types('李伟', 'report 拜访2', `${day} 19:30`))
    expect(again?.revises).toEqual({ key: first?.revises?.key, short: null })
    expect(again?.words).toContain('未交 2 人：张三、Ann')
  })

  it('hear once the next workday what nobody has read', async () => {
    const { types, clock, presses } = await stage()
    await types('李伟', 'report 拜访2', `${day} 18:00`)
    await types('张三', 'report 拜访1', `${day} 18:00`)
    const row = await database.store.prisma.report.findFirst({ orderBy: { submittedAt: 'desc' } })
    expect(row).not.toBeNull()
    const [list] = inPrivate(await clock('digests.due', `${day} 19:00`))
    const button = list?.content.blocks
      .flatMap(block => (block.b === 'actions' ? block.buttons : []))
      .find(({ label }) => label === '读 李伟')
    await presses('王经理', 'reports.read', button?.value, `${day} 19:05`)
    expect(await clock('digests.unread', '2026-11-21 09:30')).toEqual([])
    const [unread, ...more] = await clock('digests.unread', '2026-11-23 09:30')
    expect(more).toEqual([])
    expect(unread?.words).toContain('张三')
    expect(unread?.words).not.toContain('李伟')
    expect(await clock('digests.unread', '2026-11-24 09:30')).toEqual([])
  })
})

describe('what is for managers only', () => {
  const definition = formDefinitionSchema.parse({
    title: { zh: '心情', en: 'Mood' },
    kind: 'custom',
    members: { roles: ['rep'] },
    cadence: { schedule: { every: 'workday', at: '18:00' }, opens: { at: '17:00' }, closes: { at: '20:00' } },
    questions: [
      { id: 'mood', kind: 'scale', label: '心情分', scale: { from: 1, to: 5 } },
      { id: 'secret', kind: 'line', label: '悄悄话', visibility: 'manager' },
      { id: 'blockers', kind: 'blocker', label: '卡点', visibility: 'manager' },
    ],
  })

  async function answered(visibility: 'team' | 'manager') {
    const staged = await stage()
    const { prisma } = database.store
    await addForm(prisma, {
      teamId: staged.team.id,
      key: 'mood',
      definition: { ...definition, visibility },
      now: at('2026-01-01 00:00'),
      by: null,
    })
    await staged.types('李伟', 'report mood', `${day} 17:30`)
    const round = await prisma.round.findFirstOrThrow({ where: { teamId: staged.team.id } })
    const { memberId, personId } = staged.who('李伟')
    const facts = { id: newId(), roundId: round.id, teamId: staged.team.id, memberId, date: day, kind: 'custom' }
    await prisma.report.create({
      data: {
        ...facts,
        values: {},
        answers: { mood: 4, secret: '想换组' },
        blockers: ['缺支持'],
        status: 'on-time',
        submittedBy: personId,
        submittedAt: at(`${day} 17:40`),
      },
    })
    return staged.clock('digests.due', `${day} 18:00`)
  }

  it('is not in the group’s digest of a form for the team', async () => {
    const [digest] = inGroup(await answered('team'))
    expect(digest?.words).toContain('心情分 4')
    expect(digest?.words).not.toMatch(/想换组|缺支持/)
  })

  it('goes to managers in private when the whole form is for them', async () => {
    const said = await answered('manager')
    expect(inGroup(said)).toEqual([])
    expect(said.map(({ words }) => words).join()).toMatch(/缺支持[\s\S]*想换组/)
  })
})
