import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import type { FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { toFormValues } from '../forms/answers.ts'
import { activeForms } from '../forms/store.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { memberById } from '../team/members.ts'
import { noteOf } from '../wins/report-words.ts'
import { valuesOf } from '../wins/win.ts'
import { askedOf } from './asked-of.ts'
import { startFor, unfinishedBefore } from './facts.ts'
import type { Target as Wanted } from './press.ts'
import { type Answers, noAnswers } from './report.ts'
import { rungFor } from './rung.ts'
import { lastReports, reportIn, reportOf } from './store.ts'
import { idsOf, type Target, targetNow, targetOf } from './target.ts'
import { formContent } from './words/form.ts'
import { roundGoneWords } from './words/refusals.ts'

interface FilledIn {
  readonly values: FormValues
  readonly faults: Readonly<Record<string, Words>>
}

/** Shows the actor the team's form of that key, for the round that is on. */
export async function openForm(ctx: MemberContext, key: string): Promise<void> {
  const form = (await activeForms(ctx.tx, ctx.team.id)).find(one => one.key === key)
  const member = await memberById(ctx.tx, ctx.actor.memberId)
  if (!form || !member) throw new UserError('reports.round-gone', roundGoneWords)
  await sayForm(ctx, await targetNow(ctx, form, member, null))
}

/** Shows the form of an answer that is there already, to be corrected. */
export async function reopenForm(ctx: MemberContext, wanted: Wanted): Promise<void> {
  await sayForm(ctx, await targetOf(ctx, wanted))
}

/** Shows a form filled in as far as is known, or as it was filled in with its faults. */
export async function sayForm(ctx: MemberContext, target: Target, filledIn?: FilledIn): Promise<void> {
  const { round, member } = target
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  const form = { ...target.form, definition: askedOf(target.form.definition, metrics, ctx.actor.role) }
  const prefill = filledIn?.values ?? toFormValues(form.definition, await known(ctx, target))
  const content = formContent(
    {
      form,
      prefill,
      date: round.date,
      who: member.memberId === ctx.actor.memberId ? null : member.name,
      target: idsOf(target),
      start: startFor(ctx, target, ctx.lang),
      metrics,
      faults: filledIn?.faults ?? {},
    },
    ctx.lang,
  )
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'reports.form' })
}

/**
 * What was answered already; else for a report the plan with the deals that the bell rang for, and for a plan the last one
 * with what is still to do.
 */
async function known({ tx, lang }: MemberContext, { form, round, member }: Target): Promise<Answers> {
  const { memberId } = member
  const given = await reportIn(tx, round.id, memberId)
  if (given) return given
  switch (form.kind) {
    case 'report': {
      const plan = await reportOf(tx, memberId, 'plan', round.date)
      const rung = await rungFor({ tx }, member, round.date)
      return {
        ...noAnswers,
        values: { ...plan?.values, ...valuesOf(rung) },
        items: plan?.items ?? [],
        notes: rung.map(win => noteOf(win, lang)),
      }
    }
    case 'plan': {
      const [last] = await lastReports(tx, memberId, 'plan', 1, round.date)
      return { ...noAnswers, values: last?.values ?? {}, items: await unfinishedBefore({ tx }, memberId, round.date) }
    }
    case 'custom':
      return noAnswers
  }
}
