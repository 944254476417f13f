import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { acceptPressed, acceptTyped } from './answer-proposal.ts'
import { openCounter, openForm, submitForm } from './form.ts'
import { keepsOfTargets } from './keeps.ts'
import { readTargetRequest } from './request.ts'
import { targetSettingDeclarations } from './settings-words.ts'
import { showHistory, showTypedHistory } from './show-history.ts'
import { showTargets } from './show-targets.ts'
import { splitTyped } from './split-target.ts'
import { stateTyped } from './state-target.ts'
import { targetById } from './store.ts'
import type { Target } from './target.ts'
import { withdrawTyped } from './withdraw-target.ts'
import { targetGone } from './words/refusals.ts'

/** What a team and its people mean to reach, and how they stand towards it. */
export const targets: Feature = {
  name: 'targets',
  commands: [
    {
      name: 'target',
      words: ['target', 'targets', '目标', '指标目标'],
      summary: { zh: '看目标和进度，定目标、拆目标', en: 'See targets and pace; make and split them' },
      example: { zh: '/目标 签单额 12万 本月', en: '/target revenue 120k this month' },
      everyday: true,
      least: 'rep',
      run: obeyTarget,
    },
  ],
  actions: [
    { id: 'targets.show', least: 'rep', run: ctx => obeyTarget(ctx, '') },
    { id: 'targets.new', least: 'rep', run: ctx => openForm(ctx) },
    { id: 'targets.submit', least: 'rep', run: (ctx, { value, values = {} }) => submitForm(ctx, value, values) },
    {
      id: 'targets.accept',
      least: 'rep',
      run: async (ctx, { value }) => acceptPressed(ctx, await pressed(ctx, value)),
    },
    { id: 'targets.counter', least: 'rep', run: async (ctx, { value }) => openCounter(ctx, await pressed(ctx, value)) },
    { id: 'targets.history', least: 'rep', run: async (ctx, { value }) => showHistory(ctx, await pressed(ctx, value)) },
    { id: 'targets.split', least: 'rep', run: (ctx, { value = '' }) => splitTyped(ctx, value) },
  ],
  keeps: keepsOfTargets,
  settings: targetSettingDeclarations,
}

/** Does what was typed after `/target`. */
async function obeyTarget(ctx: MemberContext, rest: string): Promise<void> {
  const today = toLocal(ctx.now, ctx.team.zone).date
  const request = readTargetRequest(rest, { metrics: await shownMetricsOf(ctx.tx, ctx.team.id), today })
  switch (request.verb) {
    case 'new':
      return openForm(ctx)
    case 'accept':
      return acceptTyped(ctx, request)
    case 'withdraw':
      return withdrawTyped(ctx, request)
    case 'history':
      return showTypedHistory(ctx, request)
    case 'split':
      return splitTyped(ctx, request.said)
    case 'set':
      return stateTyped(ctx, request, true)
    case 'state':
      return request.value === null && request.reason === null
        ? showTargets(ctx, request)
        : stateTyped(ctx, request, false)
  }
}

/** The target on whose button somebody pressed. Throws UserError for one that is not the team's. */
async function pressed({ tx, team }: MemberContext, value = ''): Promise<Target> {
  const target = /^[0-9a-f-]{36}$/i.test(value) ? await targetById(tx, team.id, value) : null
  if (!target) throw new UserError('target-gone', targetGone)
  return target
}
