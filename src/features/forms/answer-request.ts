import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import type { Content } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { requireRole } from '../team/permission.ts'
import { isAsked } from './asked.ts'
import { changeForm, factsOf, formCalled, switchForm, unknownForm } from './change-form.ts'
import { findForm } from './find-form.ts'
import { ownForms } from './own-words.ts'
import { addQuestion, type QuestionsResult, removeQuestion } from './questions.ts'
import type { FormRequest } from './request.ts'
import { activeForms, allForms, type TeamForm } from './store.ts'
import { changeTimes, type TimesChange } from './times.ts'
import { formExported, formList, formShown, howToAsk, yamlRefused } from './words.ts'
import { readYaml, writeYaml } from './yaml.ts'

/** Shows anybody the forms that ask them; does what a manager wants of the forms, and answers with what was understood. */
export async function answerRequest(ctx: MemberContext, request: FormRequest): Promise<void> {
  if (!atLeast(ctx.actor.role, 'manager') && (request.kind === 'list' || request.kind === 'show')) {
    return showOwn(ctx, request.kind === 'show' ? request.form : null)
  }
  requireRole(ctx, 'manager')
  switch (request.kind) {
    case 'unclear':
      throw new UserError('form-unclear', howToAsk)
    case 'list':
      return listAll(ctx)
    case 'import':
      return importForm(ctx, request.yaml)
    case 'times':
      return setTimes(ctx, request.form, request.change)
    default:
      return onForm(ctx, request)
  }
}

async function listAll(ctx: MemberContext): Promise<void> {
  const all = await allForms(ctx.tx, ctx.team.id)
  reply(
    ctx,
    formList(
      all,
      all.filter(form => mayAnswer(form, ctx)),
      ctx.lang,
    ),
    'forms.list',
  )
}

/** The forms that ask the actor, or the one of them that is named, each with the way to answer it. */
async function showOwn(ctx: MemberContext, named: string | null): Promise<void> {
  const own = (await activeForms(ctx.tx, ctx.team.id)).filter(form => mayAnswer(form, ctx))
  const found = named === null ? null : findForm(own, named)
  if (named !== null && found === null) throw unknownForm(own, named)
  reply(ctx, ownForms(found === null ? own : [found], ctx.lang), 'forms.list')
}

function mayAnswer({ active, definition }: TeamForm, { actor }: MemberContext): boolean {
  return active && isAsked(definition, actor)
}

/** Changes when a form is asked. Throws a UserError when the times do not fit together. */
export async function setTimes(ctx: MemberContext, text: string, change: TimesChange): Promise<void> {
  const form = await formCalled(ctx, text)
  const changed = changeTimes(form.definition.cadence, change)
  if (!changed.ok) throw refusal(changed.words)
  await changeForm(ctx, form, { ...form.definition, cadence: changed.cadence })
}

type OnForm = Exclude<Extract<FormRequest, { form: string }>, { kind: 'times' }>

async function onForm(ctx: MemberContext, request: OnForm): Promise<void> {
  const form = await formCalled(ctx, request.form)
  switch (request.kind) {
    case 'show':
      return reply(ctx, formShown(form, await factsOf(ctx, form.definition)), 'forms.shown')
    case 'export':
      return reply(ctx, formExported(writeYaml(form.key, form.definition, ctx.lang), ctx.lang), 'forms.exported')
    case 'switch':
      return switchForm(ctx, form, request.on)
    case 'add':
      return keep(ctx, form, addQuestion(form.definition, request.question, await metricsOf(ctx.tx, ctx.team.id)))
    case 'remove':
      return keep(ctx, form, removeQuestion(form.definition, request.question, await metricsOf(ctx.tx, ctx.team.id)))
  }
}

async function keep(ctx: MemberContext, form: TeamForm, changed: QuestionsResult): Promise<void> {
  if (!changed.ok) throw refusal(changed.words)
  await changeForm(ctx, form, changed.definition)
}

async function importForm(ctx: MemberContext, text: string): Promise<void> {
  const { zone, calendar } = ctx.team
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  const metricKeys = new Set(metrics.map(metric => metric.key))
  const read = readYaml(text, { zone, calendar, metricKeys, now: ctx.now })
  if (!read.ok) return reply(ctx, yamlRefused(read.faults, ctx.lang), 'forms.refused')
  await changeForm(ctx, { key: read.key, version: null }, read.definition)
}

function reply(ctx: MemberContext, content: Content, purpose: string): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose })
}

function refusal(words: Words): UserError {
  return new UserError('form-refused', words)
}
