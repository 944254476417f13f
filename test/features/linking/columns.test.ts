import { afterAll, beforeAll, expect, test } from 'vitest'
import { append } from '../../../src/audit/append.ts'
import { verify } from '../../../src/audit/verify.ts'
import { newId } from '../../../src/base/ids.ts'
import { hashedColumns, memberColumns, personColumns, singularColumns } from '../../../src/features/linking/columns.ts'
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
  'Audit.teamId',
  'BoardPost.channelId',
  'AuditChain.teamId',
  'BoardPost.metricId',
  'BoardPost.teamId',
  'Case.id',
  'Case.teamId',
  'CaseGram.caseId',
  'CaseGram.teamId',
  'CaseQuiz.id',
  'CaseQuiz.teamId',
  'CaseStep.caseId',
  'Champion.id',
  'Champion.teamId',
  'Channel.id',
  'Channel.teamId',
  'ChannelAccount.channelId',
  'Contest.id',
  'Contest.teamId',
  'ContestEntrant.contestId',
  'ContestResult.contestId',
  'Delivery.channelId',
  'Delivery.id',
  'Delivery.teamId',
  'Dialogue.channelId',
  'Dialogue.id',
  'Dialogue.teamId',
  'Dispute.id',
  'Dispute.metricId',
  'Dispute.teamId',
  'Entry.importId',
  'Entry.metricId',
  'Entry.reportId',
  'Entry.teamId',
  'Erasure.teamId',
  'Finding.channelId',
  'Finding.id',
  'Finding.ruleId',
  'Finding.teamId',
  'Form.id',
  'Form.teamId',
  'FormVersion.formId',
  'FormerId.now',
  'Habit.id',
  'Habit.teamId',
  'Kudos.batchId',
  'Kudos.id',
  'Kudos.teamId',
  'Leave.id',
  'ListedWord.teamId',
  'Member.teamId',
  'Metric.id',
  'Metric.teamId',
  'MetricChange.metricId',
  'MetricChange.teamId',
  'MetricDay.metricId',
  'Newcomer.teamId',
  'Notice.id',
  'Notice.teamId',
  'NoticeReader.noticeId',
  'Nudge.deliveryId',
  'Nudge.id',
  'Nudge.teamId',
  'OpenQuestion.channelId',
  'OpenQuestion.id',
  'OpenQuestion.ruleId',
  'OpenQuestion.teamId',
  'OneTimeCode.teamId',
  'OwnDays.teamId',
  'PendingImport.id',
  'PendingImport.teamId',
  'Person.currentTeamId',
  'PlanTask.id',
  'PlanTask.teamId',
  'PointEntry.teamId',
  'Pool.id',
  'Pool.teamId',
  'Praise.id',
  'Praise.teamId',
  'Pulse.id',
  'Pulse.teamId',
  'PulseVoter.pulseId',
  'PulseVoter.teamId',
  'Quiet.id',
  'Rate.teamId',
  'Redemption.id',
  'Redemption.rewardId',
  'Redemption.teamId',
  'Report.id',
  'Report.roundId',
  'Report.teamId',
  'ReportRevision.reportId',
  'Review.id',
  'Review.teamId',
  'ReviewCriteria.teamId',
  'Reward.id',
  'Reward.teamId',
  'Round.formId',
  'Round.id',
  'Round.teamId',
  'Rule.id',
  'Rule.teamId',
  'RuleAck.id',
  'RuleAck.teamId',
  'RuleDraft.id',
  'RuleDraft.teamId',
  'RuleVersion.ruleId',
  'RuleVersion.teamId',
  'Rulebook.teamId',
  'ScheduledJob.teamId',
  'RuleStanding.ruleId',
  'Slot.teamId',
  'Target.id',
  'Target.metricId',
  'Target.parentId',
  'Target.teamId',
  'TargetStep.targetId',
  'Team.id',
  'UrgentDuty.teamId',
  'UrgentMatter.id',
  'UrgentMatter.teamId',
  'UrgentStep.matterId',
  'UrgentStep.teamId',
  'VoiceMessage.id',
  'VoiceMessage.teamId',
  'VoiceMessage.threadId',
  'VoiceSalt.teamId',
  'VoiceThread.id',
  'VoiceThread.teamId',
  'VoiceWaiting.id',
  'VoiceWaiting.teamId',
  'Win.id',
  'Win.teamId',
  'WordList.teamId',
])

const nameOf = ({ table, column }: (typeof personColumns)[number]) => `${table}.${column}`
const named = [...personColumns, ...memberColumns, ...singularColumns].map(nameOf)
const hashed = hashedColumns.map(nameOf)

test('every column that may name a person or a membership follows when two become one', async () => {
  const rows = await database.store.query<{ name: string }>(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      AND (udt_name IN ('uuid', '_uuid') OR column_name ~* '(person|member)')`)
  const known = new Set([...named, ...hashed, ...others])
  expect(rows.map(({ name }) => name).filter(name => !known.has(name))).toEqual([])
  const there = new Set(rows.map(({ name }) => name))
  expect([...known].filter(name => !there.has(name))).toEqual([])
})

test('of the one who is gone only the log knows anything any more, and every column had named them', async () => {
  const { prisma } = database.store
  const team = await givenTeam(prisma)
  const older = await givenMember(prisma, team, { name: '李雷' })
  const newer = await givenMember(prisma, team, { name: 'Li Lei', role: 'lead' })
  await prisma.person.update({ where: { id: newer.personId }, data: { createdAt: new Date(aMoment.getTime() + 1) } })
  await nameEverywhere(team.id, newer)
  const gone = [newer.personId, newer.memberId]
  const before = await columnsNaming(gone)
  expect([...named, 'Audit.actorPersonId', 'Audit.memberId'].filter(name => !before.includes(name))).toEqual([])
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
  expect((await columnsNaming(gone)).toSorted()).toEqual(hashed.toSorted())
  expect(await prisma.formerId.findMany({ orderBy: { id: 'asc' } })).toEqual(
    [
      { id: newer.personId, now: older.personId },
      { id: newer.memberId, now: older.memberId },
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  expect(await verify(database.store, team.id)).toMatchObject({ last: { seq: 1 }, fault: null })
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
  await prisma.mailAddress.create({ data: { personId, address: 'li@bell.example' } })
  await prisma.handedFile.create({ data: { ref: 'a file', personId, name: 'prices.pdf', at: now } })
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
  const sheet = { id: newId(), teamId, memberId, expiresAt: now }
  await prisma.pendingImport.create({ data: { ...sheet, figures: [[memberId, metricId, date, 3, null]] } })
  const dispute = { id: newId(), teamId, number: 1, metricId, from: date, to: date, reason: 'a', askedAt: now }
  await prisma.dispute.create({ data: { ...dispute, memberId, askedBy: memberId, answeredBy: memberId } })
  const change = { field: 'unit', before: 'count', after: 'number' }
  await prisma.metricChange.create({ data: { teamId, metricId, ...change, changedBy: personId, changedAt: now } })
  await prisma.rate.create({
    data: { teamId, currency: 'USD', into: 'CNY', date, rate: 7, createdBy: personId, createdAt: now },
  })
  await prisma.metricDay.create({ data: { metricId, date, memberId, value: 3, entries: 1 } })
  await prisma.leave.create({
    data: { id: newId(), memberId, from: date, to: date, createdBy: personId, createdAt: now },
  })
  await prisma.nudge.create({
    data: { id: newId(), teamId, memberId, personId, kind: 'a.b', date, sent: true, reason: {}, at: now },
  })
  const target = { teamId, memberId, metricId, kind: 'day', from: date, to: date, value: 3, state: 'accepted' }
  const steps = { create: { state: 'accepted', by: personId, at: now } }
  await prisma.target.create({ data: { ...target, id: newId(), createdBy: personId, createdAt: now, steps } })
  const winner = { memberId, name: 'Li Lei' }
  await prisma.champion.create({
    data: {
      ...{ id: newId(), teamId, metricKey: 'revenue', period: '2026-10', revision: 1, value: 3, asOf: now, proof: '' },
      ...{ rule: { members: [winner] }, winners: [winner], lastEntryId: 1n, checkedId: 1n },
    },
  })
  await prisma.praise.create({
    data: { id: newId(), teamId, memberId, rule: 'streak', subject: '5:2026-11-02', on: date, facts: {} },
  })
  const win = { id: newId(), teamId, memberId, customer: 'Acme', customerKey: 'acme', date, state: 'rung' }
  await prisma.win.create({ data: { ...win, rungBy: personId, rungAt: now } })
  const problem = { id: newId(), teamId, number: 1, kind: 'problem', title: 'a', text: 'a', origin: 'message' }
  const whose = { filedBy: memberId, filedAt: now, ownerId: memberId, closedBy: memberId }
  await prisma.case.create({ data: { ...problem, ...whose, audience: 'team', state: 'dropped' } })
  const step = { caseId: problem.id, kind: 'filed', by: memberId, ownerId: memberId, at: now }
  await prisma.caseStep.create({ data: step })
  await prisma.caseQuiz.create({
    data: { id: newId(), teamId, memberId, month: '2026-11', questions: [], answers: [], askedAt: now },
  })
  const thanks = { batchId: newId(), teamId, reason: 'help', date, givenAt: now }
  const somebody = newId()
  await prisma.kudos.createMany({
    data: [
      { ...thanks, id: newId(), giverId: memberId, receiverId: somebody },
      { ...thanks, id: newId(), giverId: somebody, receiverId: memberId },
    ],
  })
  await prisma.ownDays.create({ data: { memberId, teamId, birthday: '03-15' } })
  await prisma.quiet.create({ data: { id: newId(), personId, from: now, until: now } })
  await playEverywhere(teamId, { personId, memberId })
  await meetRules(teamId, memberId)
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
  const look = { what: 'a.b', words: { zh: '看', en: 'saw' }, at: now }
  await append(prisma, [{ ...look, teamId, by: personId, about: memberId }])
  await prisma.erasure.create({ data: { teamId, byId: personId, at: now } })
  const shown = { firstShown: now, lastShown: now, lastSeen: date }
  await prisma.habit.create({ data: { ...mine, kind: 'copied', facts: {}, ...shown } })
  await prisma.reviewCriteria.create({ data: { teamId, version: 1, items: [], createdBy: personId, createdAt: now } })
  const begun = { period: '2026-Q4', criteria: 1, state: 'begun', startedAt: now }
  await prisma.review.create({ data: { ...mine, reviewerId: memberId, ...begun } })
  await ruleEverywhere(teamId, memberId)
  const task = { words: 'call more', dueOn: date, startedOn: date, createdAt: now }
  await prisma.planTask.create({ data: { ...mine, ownerId: memberId, setBy: memberId, ...task } })
  const urgent = {
    ...{ id: newId(), teamId, number: 1, severity: 'high', text: 'a', raisedAt: now },
    raisedBy: memberId,
  }
  const hands = { ownerId: memberId, askedId: memberId, offeredTo: memberId, closedBy: memberId }
  await prisma.urgentMatter.create({ data: { ...urgent, ...hands } })
  const line = { matterId: urgent.id, teamId, kind: 'asked', at: now }
  await prisma.urgentStep.create({ data: { ...line, memberId, byId: memberId } })
  const duty = { teamId, createdBy: memberId, createdAt: now }
  await prisma.urgentDuty.create({ data: { ...duty, members: { create: { position: 0, memberId } } } })
  const notice = { id: newId(), teamId, number: 1, text: 'a', audience: 'everybody', roles: [], important: false }
  const open = { inGroup: true, postedBy: memberId, postedAt: now, until: now, askedAt: now, state: 'open' }
  await prisma.notice.create({ data: { ...notice, ...open, readers: { create: { memberId, readAt: now } } } })
  await prisma.newcomer.create({ data: { memberId, teamId, joinedAt: now, next: 'over' } })
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

/** What rules found, and what waits for an answer. */
async function meetRules(teamId: string, memberId: string) {
  const { prisma } = database.store
  const at = aMoment
  const met = { teamId, ruleId: newId(), channelId: newId() }
  await prisma.ruleStanding.create({ data: { ruleId: met.ruleId, memberId, taken: 2, steppedAt: at, foundAt: at } })
  await prisma.finding.create({
    data: {
      ...met,
      id: newId(),
      number: 1,
      version: 1,
      memberId,
      at,
      mode: 'on',
      wrongBy: memberId,
      rightBy: memberId,
      decidedBy: memberId,
    },
  })
  const asked = { ...met, id: newId(), askerId: memberId, askedId: memberId }
  await prisma.openQuestion.create({ data: { ...asked, askedAt: at, dueAt: at } })
  const heard = { platform: 'wecom', eventId: newId(), conversation: 'wecom:x', state: 'handled', receivedAt: at }
  await prisma.inboundEvent.create({ data: { ...heard, heard: `${memberId}.sealed` } })
}

/** What they read, made and are exempt from. */
async function ruleEverywhere(teamId: string, memberId: string) {
  const { prisma } = database.store
  const facts = { teamId, memberId }
  await prisma.ruleAck.create({ data: { id: newId(), ...facts, edition: 1, at: aMoment } })
  await prisma.ruleDraft.create({ data: { id: newId(), ...facts, rules: [], madeAt: aMoment } })
  const rule = { id: newId(), teamId, key: 'a', state: 'on', changedAt: aMoment }
  const definition = { exempt: { members: [memberId] } }
  await prisma.rule.create({ data: { ...rule, definition } })
  await prisma.ruleVersion.create({
    data: { ruleId: rule.id, version: 1, ...facts, state: 'on', definition: {}, at: aMoment },
  })
}

/** Contests, points, rewards and pools. */
async function playEverywhere(teamId: string, { personId, memberId }: { personId: string; memberId: string }) {
  const { prisma } = database.store
  const now = aMoment
  const date = '2026-11-20'
  const contest = { id: newId(), teamId, name: '冲刺', rule: { kind: 'most' }, prize: '', handicap: 'none', seed: 1 }
  await prisma.contest.create({
    data: { ...contest, from: date, to: date, state: 'closed', createdBy: personId, createdAt: now },
  })
  await prisma.contestEntrant.create({ data: { contestId: contest.id, memberId } })
  const place = { memberId, name: 'Li Lei', rank: 1, score: [3], value: 3, counts: true, on: null }
  await prisma.contestResult.create({
    data: { contestId: contest.id, round: 0, asOf: now, date, places: [place] },
  })
  await prisma.pointEntry.create({
    data: { teamId, memberId, delta: 5, reason: 'a', source: 'a', by: personId, at: now },
  })
  await prisma.pointBalance.create({ data: { memberId, balance: 5 } })
  const wish = { id: newId(), teamId, number: 1, memberId, rewardId: newId(), name: 'a', cost: 1, state: 'approved' }
  await prisma.redemption.create({ data: { ...wish, askedAt: now, decidedBy: personId, decidedAt: now } })
  const pool = {
    id: newId(),
    teamId,
    name: 'a',
    metricKey: 'revenue',
    target: 1,
    period: '2026',
    to: date,
    unlocks: 'b',
  }
  await prisma.pool.create({ data: { ...pool, state: 'running', createdBy: personId, createdAt: now } })
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
