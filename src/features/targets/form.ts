import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import type { FormValues } from '../../content/content.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { findMetric } from '../metrics/metric.ts'
import { parseNumeral } from '../reports/line/numeral.ts'
import { valueFor } from './read-value.ts'
import { daysIn, metricIn, type Scene, sceneOf, whoseIn } from './scene.ts'
import { servedBy, stateTarget } from './state-target.ts'
import { openTargets, targetById } from './store.ts'
import { standing, type Target } from './target.ts'
import { counterForm, targetForm } from './words/form.ts'
import { onlyManagers, targetGone, unclear } from './words/refusals.ts'

interface FilledIn {
  readonly filledIn: FormValues
  readonly faults: Readonly<Record<string, Words>>
}

const empty: FilledIn = { filledIn: {}, faults: {} }

/** Shows the guide to a new target, empty or as it was filled in with its faults. */
export async function openForm(ctx: MemberContext, said: FilledIn = empty): Promise<void> {
  const { today, metrics, members, isManager, me } = await sceneOf(ctx)
  const open = await openTargets(ctx.tx, ctx.team.id, { endingFrom: today, memberIds: [] })
  const others = isManager ? members.filter(({ memberId }) => memberId !== me.memberId) : []
  const content = targetForm({ ...{ metrics, others, isManager, today, teams: standing(open) }, ...said }, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'targets.form' })
}

/** Asks what somebody offers instead of a proposal. */
export async function openCounter(ctx: MemberContext, target: Target, said: FilledIn = empty): Promise<void> {
  if (target.memberId !== ctx.actor.memberId && !atLeast(ctx.actor.role, 'manager')) {
    throw new UserError('target-only-managers', onlyManagers)
  }
  const metric = (await everyMetricOf(ctx.tx, ctx.team.id)).find(({ id }) => id === target.metricId)
  if (!metric || target.state !== 'proposed') throw new UserError('target-gone', targetGone)
  const content = counterForm({ target, metric, ...said }, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'targets.form' })
}

/** Takes in a filled-in form; with faults it is shown again with them, and nothing is written. */
export async function submitForm(ctx: MemberContext, id: string | undefined, values: FormValues): Promise<void> {
  const scene = await sceneOf(ctx)
  if (id !== undefined) return submitCounter(ctx, scene, id, values)
  const faults: Record<string, Words> = {}
  const person = fromInput(faults, 'who', () => whoseIn(scene, { who: whoOf(scene, textIn(values, 'who')) }))
  const metric = fromInput(faults, 'metric', () =>
    metricIn(scene, { metric: findMetric(scene.metrics, textIn(values, 'metric')) }),
  )
  const days = fromInput(faults, 'period', () => daysOf(scene, textIn(values, 'period')))
  const value = metric && fromInput(faults, 'value', () => valueFor(metric, parseNumeral(textIn(values, 'value'))))
  if (person === undefined || !metric || !days || value === undefined)
    return openForm(ctx, { filledIn: values, faults })
  const slot = { ...days, memberId: person?.memberId ?? null, metricId: metric.id }
  const parent = (await servedIn(ctx, textIn(values, 'serves'))) ?? (await servedBy(ctx, scene, slot))
  const reason = reasonIn(values)
  await stateTarget(ctx, scene, { ...days, member: person, metric, value, reason, parent, insists: false })
}

async function submitCounter(ctx: MemberContext, scene: Scene, id: string, values: FormValues): Promise<void> {
  const { metrics, members } = scene
  const target = await targetById(ctx.tx, ctx.team.id, id)
  const metric = metrics.find(one => one.id === target?.metricId)
  const member = members.find(({ memberId }) => memberId === target?.memberId)
  if (!target || !metric || !member || target.state !== 'proposed') throw new UserError('target-gone', targetGone)
  const faults: Record<string, Words> = {}
  const value = fromInput(faults, 'value', () => valueFor(metric, parseNumeral(textIn(values, 'value'))))
  if (value === undefined) return openCounter(ctx, target, { filledIn: values, faults })
  const parent = target.parentId === null ? null : await targetById(ctx.tx, ctx.team.id, target.parentId)
  const { kind, from, to } = target
  await stateTarget(ctx, scene, {
    ...{ kind, from, to, member, metric, value, parent },
    reason: reasonIn(values),
    insists: false,
  })
}

/** What an input says; what is wrong with it is noted under its name. */
function fromInput<T>(faults: Record<string, Words>, id: string, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    faults[id] = error.words
    return undefined
  }
}

function whoOf({ members }: Scene, said: string) {
  if (said === '' || said === 'me') return null
  if (said === 'team') return { kind: 'team' } as const
  const name = members.find(({ memberId }) => memberId === said)?.name ?? said
  return { kind: 'member', name } as const
}

function daysOf(scene: Scene, said: string) {
  const period = parsePeriod(said, scene.today)
  if (!period) throw new UserError('target-unclear', unclear(said))
  return daysIn(scene, { period, noSuchDay: null })
}

/** What comes from a form is from outside: only a target of this team is served. */
async function servedIn({ tx, team }: MemberContext, id: string): Promise<Target | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null
  const target = await targetById(tx, team.id, id)
  return target?.memberId === null && target.state === 'accepted' ? target : null
}

function reasonIn(values: FormValues): string | null {
  const why = textIn(values, 'why')
  return why === '' ? null : why.slice(0, 300)
}

function textIn(values: FormValues, id: string): string {
  const [text = ''] = [values[id] ?? []].flat()
  return text.normalize('NFKC').trim()
}
