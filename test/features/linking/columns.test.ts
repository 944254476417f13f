import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { memberColumns, personColumns, singularColumns } from '../../../src/features/linking/columns.ts'
import { joinPeople } from '../../../src/features/linking/join-people.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam } from '../harness.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** Columns of ids that name neither a person nor a membership. A new column belongs here, or into `columns.ts`. */
const others = new Set([
  'Audit.id',
  'Audit.teamId',
  'Channel.id',
  'Channel.teamId',
  'ChannelAccount.channelId',
  'Delivery.channelId',
  'Delivery.id',
  'Delivery.teamId',
  'Dialogue.channelId',
  'Dialogue.id',
  'Dialogue.teamId',
  'Entry.metricId',
  'Entry.reportId',
  'Entry.teamId',
  'Erasure.teamId',
  'Form.id',
  'Form.teamId',
  'FormVersion.formId',
  'Habit.id',
  'Habit.teamId',
  'Leave.id',
  'Member.teamId',
  'Metric.id',
  'Metric.teamId',
  'MetricDay.metricId',
  'Nudge.deliveryId',
  'Nudge.id',
  'Nudge.teamId',
  'OneTimeCode.teamId',
  'Person.currentTeamId',
  'PlanTask.id',
  'PlanTask.teamId',
  'Quiet.id',
  'Report.id',
  'Report.roundId',
  'Report.teamId',
  'ReportRevision.reportId',
  'Review.id',
  'Review.teamId',
  'ReviewCriteria.teamId',
  'Round.formId',
  'Round.id',
  'Round.teamId',
  'ScheduledJob.teamId',
  'Slot.teamId',
  'Team.id',
])

const named = [...personColumns, ...memberColumns, ...singularColumns].map(({ table, column }) => `${table}.${column}`)

test('every column that may name a person or a membership follows when two become one', async () => {
  const rows = await database.store.query<{ name: string }>(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      AND (udt_name IN ('uuid', '_uuid') OR column_name ~* '(person|member)')`)
  const known = new Set([...named, ...others])
  expect(rows.map(({ name }) => name).filter(name => !known.has(name))).toEqual([])
  const there = new Set(rows.map(({ name }) => name))
  expect([...known].filter(name => !there.has(name))).toEqual([])
})

test('of the one who is gone no table knows anything any more, and every column had named them', async () => {
  const { prisma } = database.store
  const team = await givenTeam(prisma)
  const older = await givenMember(prisma, team, { name: '李雷' })
  const newer = await givenMember(prisma, team, { name: 'Li Lei', role: 'lead' })
  await prisma.person.update({ where: { id: newer.personId }, data: { createdAt: new Date(aMoment.getTime() + 1) } })
  await nameEverywhere(team.id, newer)
  const gone = [newer.personId, newer.memberId]
  const before = await columnsNaming(gone)
  expect(named.filter(name => !before.includes(name))).toEqual([])
  const person = await inTransaction(database.store, tx =>
    joinPeople(
      { tx, now: aMoment },
      {
        ...{ here: newer.personId, there: older.personId, platform: 'wecom', keep: null, by: newer.personId },
        refuse: () => new Error() as never,
      },
    ),
  )
  expect(person).toMatchObject({ id: older.personId, lastPlatform: 'wecom', accounts: [{ accountId: 'lilei' }] })
  expect(await columnsNaming(gone)).toEqual([])
  expect(await prisma.member.findUnique({ where: { id: older.memberId } })).toMatchObject({
    role: 'lead',
    aliases: ['Li Lei'],
  })
})

/** One row at least for each column that names a person or a membership; as it might be. */
async function nameEverywhere(teamId: string, { personId, memberId }: { personId: string; memberId: string }) {
  const { prisma } = database.store
  const now = aMoment
  const date = '2026-11-20'
  const span = { t: 'member', id: memberId, name: 'Li Lei' }
  const content = { lang: 'en', blocks: [{ b: 'text', spans: [span] }] }
  const form = { id: newId(), teamId, key: 'report', kind: 'report', createdAt: now }
  const round = { id: newId(), teamId, formId: form.id, version: 1, date, opensAt: now, dueAt: now, closesAt: now }
  const report = { id: newId(), roundId: round.id, teamId, memberId, date, kind: 'report', values: {}, notes: [] }
  const metricId = newId()
  await prisma.account.create({ data: { platform: 'wecom', accountId: 'lilei', personId, lastSeenAt: now } })
  await prisma.form.create({ data: form })
  const definition = { members: { memberIds: [memberId] } }
  await prisma.formVersion.create({
    data: { formId: form.id, number: 1, definition, createdAt: now, createdBy: memberId },
  })
  await prisma.round.create({ data: round })
  const given = { status: 'late', submittedBy: personId, submittedAt: now, readBy: personId, readAt: now, blockers: [] }
  await prisma.report.create({ data: { ...report, ...given } })
  await prisma.reportRevision.create({
    data: { reportId: report.id, number: 1, snapshot: {}, at: now, by: personId },
  })
  await prisma.entry.create({
    data: { teamId, memberId, metricId, date, value: 3, source: 'manual', createdBy: personId, createdAt: now },
  })
  await prisma.metricDay.create({ data: { metricId, date, memberId, value: 3, entries: 1 } })
  await prisma.leave.create({
    data: { id: newId(), memberId, from: date, to: date, createdBy: personId, createdAt: now },
  })
  await prisma.nudge.create({
    data: { id: newId(), teamId, memberId, personId, kind: 'a.b', date, sent: true, reason: {}, at: now },
  })
  await prisma.quiet.create({ data: { id: newId(), personId, from: now, until: now } })
  await prisma.quietHours.create({ data: { personId, from: '21:00', to: '08:00' } })
  const code = { purpose: 'account', personId, expiresAt: now }
  await prisma.oneTimeCode.createMany({
    data: [
      { ...code, hash: '1' },
      { ...code, hash: '2', purpose: 'group', teamId },
    ],
  })
  await prisma.codeGuess.create({ data: { personId, wrong: 1, since: now } })
  await prisma.dialogue.create({
    data: { personId, id: newId(), content, answers: {}, startedAt: now, touchedAt: now },
  })
  const mine = { id: newId(), teamId, memberId }
  const look = { what: 'a.b', words: {}, detail: {}, at: now }
  await prisma.audit.create({ data: { ...mine, actorPersonId: personId, ...look } })
  await prisma.erasure.create({ data: { teamId, byId: personId, at: now } })
  const shown = { firstShown: now, lastShown: now, lastSeen: date }
  await prisma.habit.create({ data: { ...mine, kind: 'copied', facts: {}, ...shown } })
  await prisma.reviewCriteria.create({ data: { teamId, version: 1, items: [], createdBy: personId, createdAt: now } })
  const begun = { period: '2026-Q4', criteria: 1, state: 'begun', startedAt: now }
  await prisma.review.create({ data: { ...mine, reviewerId: memberId, ...begun } })
  const task = { words: 'call more', dueOn: date, startedOn: date, createdAt: now }
  await prisma.planTask.create({ data: { ...mine, ownerId: memberId, setBy: memberId, ...task } })
  const conversation = `person:${personId}`
  await prisma.conversation.create({ data: { id: conversation } })
  const said = {
    teamId,
    lane: 2,
    purpose: 'a.b',
    content,
    short: content,
    reason: content,
    notBefore: now,
    createdAt: now,
  }
  await prisma.delivery.createMany({
    data: [
      { ...said, id: newId(), conversation, personId, dedupeKey: 'one' },
      { ...said, id: newId(), conversation: 'channel:x', whisperTo: personId, dedupeKey: 'two' },
    ],
  })
}

/** The columns, `Table.column`, in which one of these ids stands anywhere. */
async function columnsNaming(ids: readonly string[]): Promise<readonly string[]> {
  const columns = await database.store.query<{ table: string; column: string }>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`)
  const found: string[] = []
  for (const { table, column } of columns) {
    const [row] = await database.store.query<{ hits: number }>(
      `SELECT count(*)::int AS hits FROM "${table}" WHERE "${column}"::text ~ $1`,
      [ids.join('|')],
    )
    if (row !== undefined && row.hits > 0) found.push(`${table}.${column}`)
  }
  return found
}
