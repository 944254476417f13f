import { UserError } from '../../../base/errors.ts'
import { newId } from '../../../base/ids.ts'
import { toLocal } from '../../../calendar/zone.ts'
import { readKeyed } from '../../../commands/read-keyed.ts'
import type { Content, FormValues } from '../../../content/content.ts'
import { atLeast, type MemberContext } from '../../../context.ts'
import { everyMetricOf, shownMetricsOf, showValue } from '../../metrics/catalogue.ts'
import { fold } from '../../metrics/metric.ts'
import { ownCurrency } from '../../metrics/metric-settings.ts'
import { inItsCurrency } from '../../metrics/money/conversion.ts'
import { refuseUnrated } from '../../metrics/money/rate-words.ts'
import { requireRole } from '../../team/permission.ts'
import { noSuchPool, poolNameTaken, reachedAlready } from '../refusals.ts'
import { poolForm } from '../words/pool-form.ts'
import { poolCancelledContent, poolMadeContent, poolsContent } from '../words/pools.ts'
import { pictureOfPool } from './picture.ts'
import type { Pool } from './pool.ts'
import { poolsOf, teamFigure } from './progress.ts'
import { readPool } from './read-pool.ts'
import { insertPool, lockPools, runningPools, savePoolState } from './store.ts'

const verbs = {
  new: /^(?:new|add|新建|添加|新增|开)(?:\s+|$)/i,
  cancel: /^(?:cancel|stop|取消|停止)(?:\s+|$)/i,
}

/** Answers `/pool`: how the pools stand; for a manager also `new …` and `cancel 团建`. */
export async function obeyPool(ctx: MemberContext, text: string): Promise<void> {
  const said = text.normalize('NFKC').trim()
  if (verbs.cancel.test(said)) return cancelPool(ctx, said.replace(verbs.cancel, ''))
  if (!verbs.new.test(said)) return showPools(ctx, said)
  const words = said.replace(verbs.new, '')
  return words === '' ? poolByForm(ctx, undefined) : newPool(ctx, words)
}

async function showPools(ctx: MemberContext, name: string): Promise<void> {
  const { tx, team, now, lang, actor } = ctx
  const today = toLocal(now, team.zone).date
  const all = await poolsOf(tx, team, today)
  const shown = name === '' ? all : all.filter(({ pool }) => fold(pool.name).startsWith(fold(name)))
  if (name !== '' && shown.length === 0)
    throw new UserError(
      'pool-unknown',
      noSuchPool(
        name,
        all.map(({ pool }) => pool.name),
      ),
    )
  const open = ctx.place.kind === 'group'
  const inLang = open ? team.lang : lang
  const [first, ...others] = shown
  const picture =
    first && others.length === 0 && !first.converted?.missing ? await pictureOfPool(ctx, first, inLang) : null
  const content = poolsContent(shown, { today, picture, manages: atLeast(actor.role, 'manager') }, inLang)
  ctx.say({ to: { reply: open ? 'open' : 'private' }, content, lane: 'reply', purpose: 'rewards.pools' })
}

/** Answers the form, and `/pool new` without more. */
export async function poolByForm(ctx: MemberContext, values: FormValues | undefined): Promise<void> {
  requireRole(ctx, 'manager')
  if (values === undefined)
    return answer(ctx, poolForm(await shownMetricsOf(ctx.tx, ctx.team.id), today(ctx), ctx.lang))
  const of = (id: string) => [values[id] ?? ''].flat().join(' ').trim()
  return newPool(
    ctx,
    `${of('name')} ${of('metric')} ${of('target')} ${of('from')}..${of('to')} unlocks=${of('unlocks')}`,
  )
}

async function newPool(ctx: MemberContext, said: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, now, actor, lang } = ctx
  const { head, values } = readKeyed(said, { unlocks: ['unlocks', 'unlock', 'prize', '奖励', '解锁', '奖品'] })
  const metrics = await shownMetricsOf(tx, team.id)
  const { metric, ...draft } = readPool({ head, unlocks: values.unlocks ?? '' }, { metrics, today: today(ctx), team })
  await lockPools(tx, team.id)
  const taken = (await runningPools(tx, team.id)).some(({ name }) => fold(name) === fold(draft.name))
  if (taken) throw new UserError('pool-name-taken', poolNameTaken(draft.name))
  const all = await everyMetricOf(tx, team.id)
  const { from, to } = draft.period
  const { value, converted } = await teamFigure(tx, team, { metric, all, from, to, asOf: null })
  refuseUnrated(converted)
  const shown = inItsCurrency(metric, all, ownCurrency(team))
  if (value >= draft.target) throw new UserError('pool-reached', reachedAlready(showValue(shown, value, lang)))
  const pool: Pool = {
    ...draft,
    id: newId(now),
    metricKey: metric.key,
    state: 'running',
    settledAt: null,
    settled: null,
  }
  await insertPool(tx, team.id, { ...pool, createdBy: actor.personId, createdAt: now })
  answer(ctx, poolMadeContent({ pool, metric: shown, converted, value, share: value / pool.target }, lang))
}

async function cancelPool(ctx: MemberContext, said: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, now, lang } = ctx
  await lockPools(tx, team.id)
  const running = await runningPools(tx, team.id)
  const pool = running.find(({ name }) => fold(name) === fold(said))
  if (pool === undefined)
    throw new UserError(
      'pool-unknown',
      noSuchPool(
        said,
        running.map(({ name }) => name),
      ),
    )
  await savePoolState(tx, pool.id, { state: 'cancelled', settledAt: now })
  answer(ctx, poolCancelledContent(pool, lang))
}

const today = ({ now, team }: MemberContext) => toLocal(now, team.zone).date

function answer(ctx: MemberContext, content: Content): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'rewards.pools' })
}
