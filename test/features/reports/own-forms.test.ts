import { describe, expect, test } from 'vitest'
import { plain } from '../../../src/content/plain.ts'
import { formDefinitionSchema } from '../../../src/features/forms/definition.ts'
import { addForm } from '../../../src/features/forms/store.ts'
import { lastReports } from '../../../src/features/reports/store.ts'
import { filledIn, formIn, sharedStore, stageTeam, usualPeople } from './stage.ts'

const database = sharedStore()

const weekly = formDefinitionSchema.parse({
  title: { zh: '周报', en: 'Weekly' },
  kind: 'custom',
  cadence: { schedule: { every: 'week', on: 5, at: '17:00' }, opens: { before: 480 }, closes: { after: 60 } },
  questions: [
    { id: 'visits', kind: 'metric', metricKey: 'visits' },
    { id: 'mood', kind: 'scale', scale: { from: 1, to: 5 }, label: { zh: '状态', en: 'Mood' }, visibility: 'manager' },
    { id: 'notes', kind: 'notes', label: { zh: '备注', en: 'Notes' } },
  ],
})

async function stage() {
  const { prisma } = database.store
  const team = await stageTeam(database.store, usualPeople)
  await addForm(prisma, { teamId: team.team.id, key: 'weekly', definition: weekly, now: new Date(), by: null })
  const last = async () => (await lastReports(prisma, team.who('李雷').memberId, 'custom', 1))[0]
  return { ...team, last }
}

describe('a form of the team’s own', () => {
  test('is answered by line under its key or title, and counts nothing', async () => {
    const team = await stage()
    await team.says('李雷', '11-20 15:00', '/report weekly 拜访9 备注：下雨')
    await team.says('李雷', '11-20 17:20', '/日报 周报 拜访10')
    expect(await team.last()).toMatchObject({ values: { visits: 10 }, notes: ['下雨'], status: 'on-time', revision: 2 })
    expect(await team.counted('李雷', '2026-11-20')).toEqual({})
    expect(await team.reportOf('李雷', '2026-11-20')).toBeNull()
  })

  test('is opened by its key, and its answers are shown to managers only where it says so', async () => {
    const team = await stage()
    const form = formIn(await team.taps('李雷', '11-20 15:00', { id: 'reports.open', value: 'weekly' }))
    expect(filledIn(form)).toEqual({})
    const own = await team.submits('李雷', '11-20 15:01', form, { visits: '9', mood: '4' })
    expect(own.answer).toContain('状态：4')
    expect((await team.says('赵组长', '11-20 15:02', '/read 李雷')).answer).not.toContain('状态')
    expect((await team.says('王经理', '11-20 15:03', '/read 李雷')).answer).toContain('拜访：9')
    expect(await team.last()).toMatchObject({ answers: { mood: 4 }, readBy: team.who('赵组长').personId })
  })
})

test('a team without a form for it is told so', async () => {
  const team = await stageTeam(database.store, usualPeople)
  await database.store.prisma.form.updateMany({ where: { teamId: team.team.id, key: 'plan' }, data: { active: false } })
  const refused = team.says('李雷', '11-20 08:50', '/plan 拜访3')
  await expect(refused).rejects.toMatchObject({ code: 'reports.no-form' })
})

test('everything is said in English to whoever speaks it', async () => {
  const team = await stageTeam(database.store, [{ name: 'Ann', lang: 'en' }], { lang: 'en' })
  await team.says('Ann', '11-19 08:50', '/plan visits 3, calls 20; follow up Acme')
  await team.says('Ann', '11-20 08:50', '/plan visits 3, calls 20; follow up Acme')
  const { said } = await team.says(
    'Ann',
    '11-20 19:12',
    '/report visits 2 calls 25 deals 1/80k dmeos 3 callz 2; blocked by legal',
  )
  expect(said.map(({ content }) => plain(content)).join('\n')).toMatchInlineSnapshot(`
    "Report noted · Fri 20 Nov
    12 min late
    Metric   Planned    Done  Difference
    Visits         3       2          -1
    Calls         20      25          +5
    Deals          —       1           —
    Revenue        —  80,000           —
    Plan accuracy 73%
    • ☐ follow up Acme
    Blockers: legal
    “dmeos 3” The team has no such metric.
    [Keep as a note] → /report Notes: dmeos 3
    “callz 2” There is no such metric: do you mean Calls?
    [Calls 2] → /report Calls 2
    [Keep as a note] → /report Notes: callz 2
    Visits: 1 below plan. Why?
    [Customer rescheduled] → /reason Visits Customer rescheduled
    [Resources missing] → /reason Visits Resources missing
    [Not enough time] → /reason Visits Not enough time
    [Planned too high] → /reason Visits Planned too high
    [Other] → /reason Visits Other
    [√ follow up Acme] → /report √ follow up Acme
    [Correct] → /report
    [Next plan] → /plan"
  `)
})
