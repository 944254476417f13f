import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Team } from '../../../src/context.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { addVersion, formByKey, type TeamForm } from '../../../src/features/forms/store.ts'
import { expectedMembers } from '../../../src/features/rounds/expected.ts'
import { rounds } from '../../../src/features/rounds/feature.ts'
import { ensureRound, openRounds, roundById, roundsOn } from '../../../src/features/rounds/store.ts'
import { type Occurrence, occurrenceOn } from '../../../src/features/rounds/window.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { eachDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam, makeContext } from '../harness.ts'

const now = new Date('2026-11-20T01:00:00Z')

async function givenForms(store: Store): Promise<{ team: Team; plan: TeamForm; report: TeamForm }> {
  return inTransaction(store, async tx => {
    const team = await givenTeam(tx)
    await createDefaultForms(tx, team, now)
    return { team, plan: await formNamed(tx, team, 'plan'), report: await formNamed(tx, team, 'report') }
  })
}

async function formNamed(tx: Tx, team: Team, key: string): Promise<TeamForm> {
  const form = await formByKey(tx, team.id, key)
  if (!form) throw new Error(`the team has no form ${key}`)
  return form
}

function friday(team: Team, form: TeamForm): Occurrence {
  const occurrence = occurrenceOn(form.definition, team.zone, team.calendar, '2026-11-20')
  if (!occurrence) throw new Error('Friday is a workday')
  return occurrence
}

describe.each(eachDatabase)('rounds on $name', ({ open }) => {
  it('exist once however many ask for them at the same time', async context => {
    await using database = await open(context)
    const { store } = database
    const { team, plan } = await givenForms(store)
    const made = await Promise.all(
      Array.from({ length: 8 }, () => inTransaction(store, tx => ensureRound(tx, team, plan, friday(team, plan)))),
    )
    expect(new Set(made.map(round => round.id)).size).toBe(1)
    expect(await store.prisma.round.count()).toBe(1)
  })
})

describe('a round', () => {
  it('is found by its id, its day and its being open', async () => {
    await using database = await temporaryStore()
    const { store } = database
    const { team, plan, report } = await givenForms(store)
    await inTransaction(store, async tx => {
      const evening = await ensureRound(tx, team, report, friday(team, report))
      const morning = await ensureRound(tx, team, plan, friday(team, plan))
      expect(morning).toMatchObject({ teamId: team.id, formId: plan.id, version: 1, digestAt: null })
      expect(await roundById(tx, morning.id)).toEqual(morning)
      expect(await roundById(tx, newId())).toBeNull()
      expect(await roundsOn(tx, team.id, '2026-11-20')).toEqual([morning, evening])
      expect(await openRounds(tx, team.id, now)).toEqual([morning])
      expect(await openRounds(tx, team.id, morning.closesAt)).toEqual([evening])
    })
  })

  it('follows the form to a new version and new times until it is answered and told', async () => {
    await using database = await temporaryStore()
    const { store } = database
    const { team, plan } = await givenForms(store)
    await inTransaction(store, async tx => {
      const li = await givenMember(tx, team, { name: '李雷' })
      const round = await ensureRound(tx, team, plan, friday(team, plan))

      const changed = await change(tx, team, plan, '09:30')
      const followed = await ensureRound(tx, team, changed, friday(team, changed))
      expect(followed).toMatchObject({ id: round.id, version: 2, dueAt: new Date('2026-11-20T01:30:00Z') })

      await answer(tx, team, round.id, li.memberId)
      const later = await change(tx, team, changed, '09:45')
      const answered = await ensureRound(tx, team, later, friday(team, later))
      expect(answered).toMatchObject({ version: 2, dueAt: new Date('2026-11-20T01:45:00Z') })

      await tx.round.update({ where: { id: round.id }, data: { digestAt: now } })
      const latest = await change(tx, team, later, '10:00')
      const told = await ensureRound(tx, team, latest, friday(team, latest))
      expect(told).toMatchObject({ version: 2, dueAt: new Date('2026-11-20T01:45:00Z') })
    })
  })

  it('expects those who are asked, at work and not away', async () => {
    await using database = await temporaryStore()
    const { team, plan } = await givenForms(database.store)
    await inTransaction(database.store, async tx => {
      const li = await givenMember(tx, team, { name: '李雷' })
      const han = await givenMember(tx, team, { name: '韩梅梅' })
      await givenMember(tx, team, { name: '王经理', role: 'manager' })
      const leave = { from: '2026-11-20', to: '2026-11-20', half: 'am', createdBy: han.memberId, createdAt: now }
      await tx.leave.create({ data: { id: newId(), memberId: han.memberId, ...leave } })
      const expected = await expectedMembers(tx, team, plan.definition, friday(team, plan))
      expect(expected.map(member => member.memberId)).toEqual([li.memberId])
    })
  })
})

describe('the job rounds.open', () => {
  it('is due when each form opens, and makes the round of its day', async () => {
    await using database = await temporaryStore()
    const { team, plan, report } = await givenForms(database.store)
    const [job] = rounds.jobs ?? []
    if (!job) throw new Error('the job is gone')
    await inTransaction(database.store, async tx => {
      expect(await job.schedules(tx, team)).toEqual([
        { arg: plan.id, spec: { every: 'workday', at: ['08:30'] } },
        { arg: report.id, spec: { every: 'workday', at: ['17:00'] } },
      ])
      const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now })
      await job.run(ctx, { at: new Date('2026-11-20T00:30:00Z'), date: '2026-11-20', arg: plan.id })
      await job.run(ctx, { at: new Date('2026-11-20T00:30:00Z'), date: '2026-11-20', arg: plan.id })
      expect(await roundsOn(tx, team.id, '2026-11-20')).toMatchObject([{ formId: plan.id }])
      expect(said).toEqual([])
    })
  })
})

async function change(tx: Tx, team: Team, form: TeamForm, due: string): Promise<TeamForm> {
  const cadence = { ...form.definition.cadence, schedule: { every: 'workday' as const, at: due } }
  await addVersion(tx, form.id, form.version, { definition: { ...form.definition, cadence }, now, by: null })
  return formNamed(tx, team, form.key)
}

async function answer(tx: Tx, team: Team, roundId: string, memberId: string): Promise<void> {
  const facts = { date: '2026-11-20', kind: 'plan', values: { visits: 3 }, status: 'on-time' }
  await tx.report.create({
    data: { id: newId(), roundId, teamId: team.id, memberId, ...facts, submittedBy: memberId, submittedAt: now },
  })
}
