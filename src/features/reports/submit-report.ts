import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { FormValues } from '../../content/content.ts'
import type { MemberContext } from '../../context.ts'
import { readAnswers } from '../forms/answers.ts'
import { activeForms } from '../forms/store.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { theMember } from '../team/member-errors.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import { askedOf } from './asked-of.ts'
import { startFor } from './facts.ts'
import { adding, handIn } from './hand-in.ts'
import { replaceAsked } from './merge.ts'
import { sayForm } from './open-form.ts'
import type { Target as Wanted } from './press.ts'
import { noAnswers } from './report.ts'
import { readRequest } from './request.ts'
import { reportIn } from './store.ts'
import { idsOf, targetNow, targetOf } from './target.ts'
import { isEmpty, isOpen, understand } from './understand.ts'
import { vocabularyOf } from './vocabulary-of.ts'
import { howToWrite } from './words/form.ts'
import { unclearContent } from './words/questions.ts'
import { noFormWords, nothingFilledInWords } from './words/refusals.ts'

/**
 * A plan or report as it was typed: for whom and for which day it says itself. Without a line it opens the form. What is
 * clear is written, what is not is asked; nothing is written when nothing is clear.
 */
export async function submitTyped(ctx: MemberContext, kind: 'plan' | 'report', text: string): Promise<void> {
  const { tx, team, now, lang } = ctx
  const members = await membersOf(tx, team)
  const metrics = await metricsOf(tx, team.id)
  const forms = await activeForms(tx, team.id)
  const own = forms.filter(form => form.kind === 'custom')
  const today = toLocal(now, team.zone).date
  const vocabulary = vocabularyOf(metrics)
  const { who, date, formKey, line } = readRequest(text, { kind, today, members, forms: own, vocabulary })
  const form = formKey === null ? forms.find(one => one.kind === kind) : own.find(one => one.key === formKey)
  if (!form) throw new UserError('reports.no-form', noFormWords(kind))
  const member = who === null ? self(ctx, members) : theMember(who.found, who.name)
  const target = await targetNow(ctx, form, member, date)
  if (line === '') return sayForm(ctx, target)
  const { definition } = target.form
  const before = (await reportIn(tx, target.round.id, member.memberId)) ?? noAnswers
  const { said, ...open } = understand(line, { definition, metrics, before, today, lang })
  if (!isEmpty(said)) return handIn(ctx, target, metrics, adding(said), open)
  const asking = { definition, metrics, target: idsOf(target), start: startFor(ctx, target, lang) }
  const content = isOpen(open) ? unclearContent(open, asking, lang) : howToWrite(target.form, metrics, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'reports.not-understood' })
}

/**
 * A filled-in form; with faults in it, or with nothing, it is shown again as it was filled in, and nothing is written. What
 * stands already may be emptied.
 */
export async function submitForm(ctx: MemberContext, wanted: Wanted, values: FormValues): Promise<void> {
  const target = await targetOf(ctx, wanted)
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  const definition = askedOf(target.form.definition, metrics, ctx.actor.role)
  const { errors, unasked: leftOut, ...answers } = readAnswers(definition, values, metrics)
  if (Object.keys(errors).length > 0) return sayForm(ctx, target, { values, faults: errors })
  if (isEmpty(answers) && (await reportIn(ctx.tx, target.round.id, target.member.memberId)) === null) {
    const [first] = definition.questions
    return sayForm(ctx, target, { values, faults: first ? { [first.id]: nothingFilledInWords } : {} })
  }
  await handIn(ctx, target, metrics, before => replaceAsked(definition, before, answers), { leftOut })
}

function self({ actor }: MemberContext, members: readonly TeamMember[]): TeamMember {
  const member = members.find(({ memberId }) => memberId === actor.memberId)
  if (!member) throw new Error('an actor is a member and not in the team')
  return member
}
