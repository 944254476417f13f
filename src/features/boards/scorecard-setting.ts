import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import { shownMetricsOf } from '../metrics/catalogue.ts'
import { findKey, findMetric, type Metric, metricName } from '../metrics/metric.ts'
import type { ValueKind } from '../setting.ts'
import type { Weighted } from './scorecard.ts'
import { twiceIn, unknownPart, wrongCount, wrongWeight } from './scorecard-words.ts'

const LEAST_METRICS = 2
const MOST_METRICS = 8
const MOST_WEIGHT = 1000

/** Metric keys with their weights. Empty: the team has no scorecard. */
export const weightsSchema = z
  .array(z.object({ metric: z.string(), weight: z.int().min(1).max(MOST_WEIGHT) }))
  .max(MOST_METRICS)

type Weights = z.infer<typeof weightsSchema>

/** Typed as `签单额60 拜访20 报价20` or `revenue 60%, visits 40%`. Any metric may be in it of which people can have targets. */
export const metricWeights: ValueKind<Weights> = {
  takes: {
    zh: `${LEAST_METRICS}–${MOST_METRICS} 个指标，各带一个整数权重；或“无”`,
    en: `${LEAST_METRICS}–${MOST_METRICS} metrics, each with a whole number for its weight; or none`,
  },
  example: { zh: '签单额60 拜访20 报价20', en: 'revenue 60, visits 20, quotes 20' },
  read: async (text, { tx, team }) => readWeights(text, await shownMetricsOf(tx, team.id)),
  show: async (weights, { tx, team, lang }) => {
    const metrics = await shownMetricsOf(tx, team.id)
    const shown = weightedBy(weights, metrics).map(({ metric, weight }) => `${metricName(metric, lang)} ${weight}`)
    return shown.length === 0 ? { zh: '无', en: 'none' }[lang] : shown.join({ zh: '、', en: ', ' }[lang])
  },
}

/** The metrics that are still counted, with their weights; none where they are too few for a scorecard. */
export function weightedBy(weights: Weights, metrics: readonly Metric[]): readonly Weighted[] {
  const known = weights.flatMap(({ metric: key, weight }) => {
    const metric = findKey(metrics, key)
    return metric ? [{ metric, weight }] : []
  })
  return known.length < LEAST_METRICS ? [] : known
}

/** Undefined for what is no list of names and numbers at all. Throws UserError for one that cannot be. */
function readWeights(text: string, metrics: readonly Metric[]): Weights | undefined {
  let left = withoutSeparators(text.normalize('NFKC'))
  if (/^(?:none|off|无|没有|关)$/i.test(left)) return []
  const weights: Weights = []
  while (left !== '') {
    const part = partAt(left, metrics)
    if (part === null) return undefined
    const { metric, said, rest } = part
    if (!/^\d{1,4}$/.test(said) || Number(said) < 1 || Number(said) > MOST_WEIGHT)
      throw new UserError('scorecard-weight', wrongWeight(metric, said, MOST_WEIGHT))
    if (weights.some(one => one.metric === metric.key)) throw new UserError('scorecard-twice', twiceIn(metric))
    weights.push({ metric: metric.key, weight: Number(said) })
    left = withoutSeparators(rest)
  }
  if (weights.length < LEAST_METRICS || weights.length > MOST_METRICS)
    throw new UserError('scorecard-count', wrongCount(weights.length, LEAST_METRICS, MOST_METRICS))
  return weights
}

/** The name and the number with which the text begins: no metric has a digit in its name. */
function partAt(text: string, metrics: readonly Metric[]) {
  const [whole = '', name = '', said = ''] = /^(\D*?)[\s:=×*]*(-?\d+(?:\.\d+)?)\s*%?/u.exec(text) ?? []
  if (name === '') return null
  const metric = findMetric(metrics, name)
  if (!metric) throw new UserError('scorecard-metric', unknownPart(name, metrics))
  return { metric, said, rest: text.slice(whole.length) }
}

function withoutSeparators(text: string): string {
  return text.replace(/^[\s、,，;；+。.]+|[\s、,，;；+。.]+$/gu, '')
}
