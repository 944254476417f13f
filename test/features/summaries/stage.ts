import { newId } from '../../../src/base/ids.ts'
import { nextSlot } from '../../../src/calendar/schedule.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import type { Report } from '../../../src/features/reports/report.ts'
import { summaries } from '../../../src/features/summaries/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { aMoment, makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const zone = 'Asia/Shanghai'
export const at = (date: string, time: string) => toInstant(date, time, zone)

const weekly = summaries.jobs?.find(job => job.name === 'summaries.weekly')
const commandOf = (name: string) => summaries.commands?.find(command => command.name === name)
const actionOf = (id: string) => summaries.actions?.find(action => action.id === id)

type Said = Partial<Pick<Report, 'values' | 'notes' | 'blockers' | 'status'>> & { readonly kind?: 'plan' | 'report' }

/** A team that plans and reports, and ways to ask for its summaries. */
export async function stageSummaries(store: Store, people: Parameters<typeof stageTeam>[1], settings = {}) {
  const staged = await stageTeam(store, people, settings)
  const { team, who, record } = staged
  const { prisma } = store
  await inTransaction(store, tx => createDefaultForms(tx, team, aMoment))
  const forms = await prisma.form.findMany({ where: { teamId: team.id } })

  /** What a member's plan or report of that day says; the numbers of a report are recorded too. */
  async function hands(name: string, date: string, said: Said) {
    const { kind = 'report', values = {}, notes = [], blockers = [], status = 'on-time' } = said
    const form = forms.find(one => one.kind === kind)
    if (!form) throw new Error(`no form for a ${kind}`)
    const [opensAt, dueAt] =
      kind === 'plan' ? [at(date, '08:30'), at(date, '09:30')] : [at(date, '17:00'), at(date, '18:30')]
    const which = { formId_date_ordinal: { formId: form.id, date, ordinal: 0 } }
    const round = { teamId: team.id, formId: form.id, version: 1, date, opensAt, dueAt, closesAt: at(date, '23:59') }
    const { id: roundId } = await prisma.round.upsert({ where: which, create: { id: newId(), ...round }, update: {} })
    const { memberId, personId } = who(name)
    const facts = {
      roundId,
      teamId: team.id,
      memberId,
      date,
      kind,
      status,
      submittedBy: personId,
      submittedAt: opensAt,
    }
    await prisma.report.create({
      data: { id: newId(), ...facts, values: { ...values }, notes: [...notes], blockers: [...blockers] },
    })
    if (kind === 'report' && Object.keys(values).length > 0) await record(name, date, values, { now: opensAt })
  }

  /** The slot of that week. */
  async function slotAfter(date: string) {
    const [schedule] = (await weekly?.schedules(prisma, team)) ?? []
    return schedule ? nextSlot(schedule.spec, zone, team.calendar, at(date, '00:00')) : null
  }

  /** Runs the job for its slot, `late` minutes after it. */
  async function post(slot: { at: Date; date: string } | null, late = 0) {
    if (!weekly || !slot) throw new Error('no slot')
    return inTransaction(store, async tx => {
      const now = new Date(slot.at.getTime() + late * 60_000)
      const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now })
      await weekly.run(ctx, { at: slot.at, date: slot.date, arg: '' })
      return said.map(saying => ({ ...saying, words: wordsOf(saying.content) }))
    })
  }

  const asks = (name: string, command: string, rest = '', more: Parameters<typeof staged.type>[3] = {}) =>
    staged.type(name, commandOf(command), rest, more)
  const presses = (name: string, action: string, value: string, more: Parameters<typeof staged.press>[3] = {}) =>
    staged.press(name, actionOf(action), value, more)

  return { ...staged, hands, slotAfter, post, asks, presses }
}
