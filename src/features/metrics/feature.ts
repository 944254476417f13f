import { UserError } from '../../base/errors.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { addAliases } from './add-aliases.ts'
import { addMetric } from './add-metric.ts'
import { archiveMetric } from './archive-metric.ts'
import { createDefaultMetrics } from './catalogue.ts'
import { importMetrics } from './import-metrics.ts'
import { keepsOfEntries } from './keeps.ts'
import { listMetrics } from './list-metrics.ts'
import { obeyRate } from './money/obey-rate.ts'
import { howToAsk, onlyManagers } from './refusals.ts'
import { renameMetric } from './rename-metric.ts'
import { type MetricRequest, readRequest } from './request.ts'
import { restoreMetric } from './restore-metric.ts'
import { setMetric } from './set-metric.ts'
import { metricSettingDeclarations } from './settings-words.ts'
import { showMetric } from './show-metric.ts'

export const metrics: Feature = {
  name: 'metrics',
  commands: [
    {
      name: 'metric',
      words: ['metric', 'metrics', '指标'],
      summary: { zh: '查看或修改团队的指标', en: 'See or change what the team counts' },
      example: { zh: '/指标 添加 演示 demos', en: '/metric add demos 演示' },
      least: 'lead',
      run: (ctx, rest) => answer(ctx, readRequest(rest)),
    },
    {
      name: 'rate',
      words: ['rate', 'rates', '汇率'],
      summary: { zh: '查看或记下汇率', en: 'See or give exchange rates' },
      example: { zh: '/汇率 USD 7.1', en: '/rate EUR 1.08' },
      least: 'lead',
      run: obeyRate,
    },
  ],
  settings: metricSettingDeclarations,
  actions: [{ id: 'metrics.list', least: 'lead', run: listMetrics }],
  keeps: keepsOfEntries,
  reactions: [{ on: 'team.created', run: ctx => createDefaultMetrics(ctx.tx, ctx.team, ctx.now) }],
}

async function answer(ctx: MemberContext, request: MetricRequest): Promise<void> {
  if (request.kind === 'list') return listMetrics(ctx)
  if (request.kind === 'show') return showMetric(ctx, request.name)
  if (request.kind === 'unclear') throw new UserError('metric-unclear', howToAsk)
  if (!atLeast(ctx.actor.role, 'manager')) throw new UserError('not-allowed', onlyManagers)
  switch (request.kind) {
    case 'add':
      await addMetric(ctx, request.words)
      return
    case 'alias':
      await addAliases(ctx, request.name, request.aliases)
      return
    case 'archive':
      await archiveMetric(ctx, request.name)
      return
    case 'restore':
      await restoreMetric(ctx, request.name)
      return
    case 'set':
      await setMetric(ctx, request.name, request.words)
      return
    case 'rename':
      await renameMetric(ctx, request.name, request.words)
      return
    case 'import':
      await importMetrics(ctx, request.text)
      return
  }
}
