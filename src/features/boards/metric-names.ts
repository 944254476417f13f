import { UserError } from '../../base/errors.ts'
import { type Metric, metricName, shownMetricsOf } from '../metrics/catalogue.ts'
import { findKey, findMetric } from '../metrics/metric.ts'
import type { Around, ValueKind } from '../setting.ts'
import { weightsOf } from './read-scorecard.ts'
import { scorecardMetric, scorecardUnset } from './scorecard-words.ts'

/** Keys of metrics, typed and shown by the team's own names for them. */
export const metricNames: ValueKind<string[]> = {
  takes: { zh: '指标名称，用顿号隔开；或“无”', en: 'names of metrics with commas between them; or none' },
  example: { zh: '电话', en: 'calls' },
  read: async (text, { tx, team }) => keysIn(text, await shownMetricsOf(tx, team.id)),
  show: async (keys, { tx, team, lang }) => namesIn(keys, await shownMetricsOf(tx, team.id), lang),
}

/** The same of what a board ranks by: the team's scorecard may be among them, once it has one. */
export const boardMeasures: ValueKind<string[]> = {
  takes: {
    zh: '指标名称，用顿号隔开，也可以写“综合”；或“无”',
    en: 'names of metrics, or scorecard, with commas between them; or none',
  },
  example: metricNames.example,
  read: async (text, { tx, team }) => {
    const metrics = await shownMetricsOf(tx, team.id)
    const scorecard = scorecardMetric(metrics)
    const keys = keysIn(text, [...metrics, scorecard])
    if (keys?.includes(scorecard.key) && weightsOf(team, metrics).length === 0)
      throw new UserError('board-no-scorecard', scorecardUnset)
    return keys
  },
  show: async (keys, { tx, team, lang }) => {
    const metrics = await shownMetricsOf(tx, team.id)
    const scorecards = weightsOf(team, metrics).length === 0 ? [] : [scorecardMetric(metrics)]
    return namesIn(keys, [...metrics, ...scorecards], lang)
  },
}

function keysIn(text: string, metrics: readonly Metric[]): string[] | undefined {
  if (/^(?:none|off|无|没有|关)$/i.test(text.trim())) return []
  const names = text.split(/[、,，;；]/).filter(name => name.trim() !== '')
  const found = names.map(name => findMetric(metrics, name))
  if (found.length === 0 || found.some(metric => metric === null)) return undefined
  return [...new Set(found.flatMap(metric => metric?.key ?? []))]
}

/** A metric that is not counted any more has no say. */
function namesIn(keys: readonly string[], metrics: readonly Metric[], lang: Around['lang']): string {
  const names = keys.flatMap(key => {
    const metric = findKey(metrics, key)
    return metric ? [metricName(metric, lang)] : []
  })
  if (names.length === 0) return { zh: '无', en: 'none' }[lang]
  return names.join({ zh: '、', en: ', ' }[lang])
}
