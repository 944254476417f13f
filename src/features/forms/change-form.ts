import { UserError } from '../../base/errors.ts'
import { nextSlot, type Slot } from '../../calendar/schedule.ts'
import type { MemberContext, Team } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { type FormDefinition, formDefinitionSchema } from './definition.ts'
import { definitionFaults } from './faults.ts'
import { findForm } from './find-form.ts'
import { shapeFaults } from './shape-faults.ts'
import { addForm, addVersion, allForms, setActive, type TeamForm } from './store.ts'
import { formChanged, formSwitched } from './words.ts'

/** What is shown of a form beside its definition. */
export async function factsOf(ctx: MemberContext, definition: FormDefinition) {
  const metrics = await metricsOf(ctx.tx, ctx.team.id)
  return { metrics, next: nextDue(ctx.team, definition, ctx.now), lang: ctx.lang }
}

/** The form, also one switched off, that somebody calls so. Throws a UserError that names those there are. */
export async function formCalled(ctx: MemberContext, text: string): Promise<TeamForm> {
  const forms = await allForms(ctx.tx, ctx.team.id)
  const found = findForm(forms, text)
  if (found) return found
  throw unknownForm(forms, text)
}

export function unknownForm(forms: readonly TeamForm[], text: string): UserError {
  const known = forms.map(form => form.key).join(' · ')
  return new UserError('form-unknown', {
    zh: `没有“${text}”这张表单。现有：${known}`,
    en: `There is no form "${text}". There are: ${known}`,
  })
}

/** What is to be changed: the form as it was read, or only a key, of a new form or of whatever bears it now. */
type Target = Pick<TeamForm, 'key' | 'version' | 'definition'> | { readonly key: string; readonly version: null }

/**
 * Asks the form in this way from now on, as a new version; with a key that the team does not have yet it is a new form.
 * What was answered before stays as it was asked. Throws a UserError when the definition does not fit together.
 */
export async function changeForm(ctx: MemberContext, target: Target, definition: FormDefinition): Promise<void> {
  const { key } = target
  const facts = await factsOf(ctx, definition)
  refuseFaults(key, definition, new Set([...facts.metrics.map(metric => metric.key), ...metricsAskedBy(target)]))
  const version = { definition, now: ctx.now, by: ctx.actor.memberId }
  const isNew = await addForm(ctx.tx, { teamId: ctx.team.id, key, ...version })
  const known = (await allForms(ctx.tx, ctx.team.id)).find(form => form.key === key)
  if (!isNew && known && !(await addVersion(ctx.tx, known.id, target.version ?? known.version, version))) {
    throw new UserError('form-changed-meanwhile', changedMeanwhile)
  }
  ctx.emit({ name: 'team.changed', teamId: ctx.team.id, payload: {} })
  const content = formChanged({ key, definition, active: known?.active ?? true }, { ...facts, isNew })
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'forms.changed' })
}

const changedMeanwhile = {
  zh: '刚才有人改了这张表单，请看一下现在的样子再改',
  en: 'Somebody changed this form a moment ago: look at it as it is now, then try again',
}

/** A form that is switched off is not asked any more; its answers stay. */
export async function switchForm(ctx: MemberContext, form: TeamForm, on: boolean): Promise<void> {
  const facts = await factsOf(ctx, form.definition)
  await setActive(ctx.tx, form.id, on)
  ctx.emit({ name: 'team.changed', teamId: ctx.team.id, payload: {} })
  const content = formSwitched(form, on, facts)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'forms.switched' })
}

/** A question about a metric that has been archived since is not asked, but is no reason to refuse other changes. */
function metricsAskedBy(target: Target): readonly string[] {
  if (target.version === null) return []
  return target.definition.questions.flatMap(question => (question.kind === 'metric' ? [question.metricKey] : []))
}

function refuseFaults(key: string, definition: FormDefinition, metricKeys: ReadonlySet<string>): void {
  const shape = shapeFaults(formDefinitionSchema, definition)
  const faults = shape.length > 0 ? shape : definitionFaults(key, definition, metricKeys)
  if (faults.length === 0) return
  throw new UserError('form-faulty', {
    zh: faults.map(fault => fault.words.zh).join('；'),
    en: faults.map(fault => fault.words.en).join('; '),
  })
}

const SHOWN = 3

function nextDue({ zone, calendar }: Team, { cadence }: FormDefinition, now: Date): readonly Slot[] {
  const slots: Slot[] = []
  let slot = nextSlot(cadence.schedule, zone, calendar, now)
  while (slot && slots.length < SHOWN) {
    slots.push(slot)
    slot = nextSlot(cadence.schedule, zone, calendar, slot.at)
  }
  return slots
}
