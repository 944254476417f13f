import type { Prisma } from '../../../prisma/client/client.ts'
import { newId } from '../../../src/base/ids.ts'
import { eachDate } from '../../../src/calendar/dates.ts'
import { nextSlot } from '../../../src/calendar/schedule.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import type { Team } from '../../../src/context.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { formByKey } from '../../../src/features/forms/store.ts'
import { praise } from '../../../src/features/praise/feature.ts'
import { ensureRound } from '../../../src/features/rounds/store.ts'
import { occurrencesBetween } from '../../../src/features/rounds/window.ts'
import type { Store } from '../../../src/store/store.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { stageTeam } from '../metrics/stage.ts'

const zone = 'Asia/Shanghai'

/** That wall time in Shanghai: `2026-11-20 19:00`. */
export function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return toInstant(date, time, zone)
}

const job = praise.jobs?.find(({ name }) => name === 'praise.said')

export const command = praise.commands?.find(({ name }) => name === 'praise')

/** A team with its forms, in which reports are handed in and the evening's praise comes. */
export async function stagePraise(
  store: Store,
  people: Parameters<typeof stageTeam>[1],
  settings: Team['settings'] = {},
) {
  const staged = await stageTeam(store, people, settings)
  const { team, who } = staged
  await createDefaultForms(store.prisma, team, at('2025-12-01 00:00'))
  const form = await formByKey(store.prisma, team.id, 'report')
  if (!form) throw new Error('no report form')

  /** Opens the rounds of these days, and has the members answer each; `except` are the days that somebody misses. */
  async function report(
    names: readonly string[],
    from: string,
    to: string,
    more: { except?: readonly string[]; status?: 'on-time' | 'late' | 'back-filled' } = {},
  ) {
    if (!form) return
    const rows: Prisma.ReportCreateManyInput[] = []
    for (const occurrence of occurrencesBetween(form.definition, zone, team.calendar, from, to)) {
      const { date, dueAt } = occurrence
      const round = await ensureRound(store.prisma, team, form, occurrence)
      if (more.except?.includes(date)) continue
      for (const name of names) {
        const { memberId, personId } = who(name)
        const given = { status: more.status ?? 'on-time', submittedBy: personId, submittedAt: dueAt }
        const facts = { id: newId(), roundId: round.id, teamId: team.id, memberId, date, kind: 'report' }
        rows.push({ ...facts, ...given, values: {}, notes: [], blockers: [] })
      }
    }
    await store.prisma.report.createMany({ data: rows })
  }

  async function away(name: string, from: string, to: string) {
    const { memberId, personId } = who(name)
    await store.prisma.leave.create({
      data: { id: newId(), memberId, from, to, createdBy: personId, createdAt: at('2026-01-01 09:00') },
    })
  }

  /** The evening of that day; nothing where there is none. */
  async function evening(date: string) {
    const [schedule] = (await job?.schedules(store.prisma, team)) ?? []
    const slot = schedule && nextSlot(schedule.spec, zone, team.calendar, at(`${date} 00:00`))
    if (!job || slot?.date !== date) return { said: [], emitted: [], words: '' }
    return inTransaction(store, async tx => {
      const { ctx, said, emitted } = makeContext(tx, { team, actor: null, place: null, now: slot.at })
      await job.run(ctx, { at: slot.at, date: slot.date, arg: '' })
      return { said, emitted, words: said.map(({ content }) => wordsOf(content)).join('\n') }
    })
  }

  /** Every evening from one day to another; answers the days on which something was said, with what. */
  async function evenings(from: string, to: string): Promise<readonly (readonly [string, string])[]> {
    const heard: [string, string][] = []
    for (const date of eachDate(from, to)) {
      const { words } = await evening(date)
      if (words !== '') heard.push([date, words])
    }
    return heard
  }

  /** A value on each of these days, written that evening. */
  async function daily(name: string, metric: string, values: Readonly<Record<string, number>>) {
    for (const [date, value] of Object.entries(values)) {
      await staged.record(name, date, { [metric]: value }, { now: at(`${date} 18:00`) })
    }
  }

  return { ...staged, report, away, evening, evenings, daily }
}
