import type { Lang, Words } from '../../base/words.ts'
import { byHouse, findMetric, type Metric, metricName } from '../metrics/metric.ts'
import { MOST, type Scorecard, type Weighted } from './scorecard.ts'

const KEY = 'weighted-scorecard'
const names = { zh: ['综合分', '计分卡', '综合'], en: ['Scorecard', 'Weighted score', 'Score card'] } as const

/**
 * The scorecard as something that a board ranks by, to be named and shown like a metric; nothing is ever recorded of it. What
 * the team calls a metric of its own keeps that name: the scorecard then goes by the next of its names.
 */
export function scorecardMetric(metrics: readonly Metric[]): Metric {
  const free = (lang: Lang) => names[lang].filter(name => findMetric(metrics, name) === null)
  const [zh = KEY] = free('zh')
  const [en = KEY] = free('en')
  return {
    ...{ id: KEY, key: KEY, zh, en, aliases: [...free('zh'), ...free('en')], position: metrics.length },
    ...({ kind: 'result', unit: 'number', direction: 'more', aggregation: 'last', reportedBy: byHouse } as const),
    ...{ decimals: 1, currency: null, amountKey: null, formula: null },
  }
}

/** 签单额 60%、拜访 20%、报价 20% */
export function weightsWords(weights: readonly Weighted[], lang: Lang): string {
  const all = weights.reduce((sum, { weight }) => sum + weight, 0)
  return weights
    .map(({ metric, weight }) => `${metricName(metric, lang)} ${shareWords(weight, all)}`)
    .join({ zh: '、', en: ', ' }[lang])
}

/** 60%, 33.3% */
export function shareWords(weight: number, all: number): string {
  return `${Math.round((weight / all) * 1000) / 10}%`
}

export function measureOf({ weights }: Scorecard): Words {
  return {
    zh: `各项达成本人目标的百分比按权重相加（${weightsWords(weights, 'zh')}）`,
    en: `share of own target of each, by weight (${weightsWords(weights, 'en')})`,
  }
}

/** How much a part counts at most, and what becomes of one that cannot be counted. */
export function rulesOf(weights: readonly Weighted[]): Words {
  const limits = weights.some(({ metric }) => metric.direction === 'less')
  const zh = limits ? `；越少越好的，不超目标算 ${MOST.less}%，超出多少扣多少` : ''
  const en = limits ? `; where less is better, within the target is ${MOST.less}%, less whatever exceeds it` : ''
  return {
    zh: `每项最多算 ${MOST.more}%${zh}；没有本人目标或没有数的项不算，其余权重按比例放大；能算的不到一半权重就不排名`,
    en: `Each counts up to ${MOST.more}%${en}; without an own target or a figure it is left out and the other weights grow in proportion; whoever has less than half of the weight left is not ranked`,
  }
}

export const nobodyScored: Words = {
  zh: '这段时间还没有人有综合分：要先有这一期的本人目标（/目标 签单额 12万 本月），再有实绩',
  en: 'Nobody has points in it yet: it takes own targets for just this period (/target revenue 120k this month), then entries',
}

export const scorecardUnset: Words = {
  zh: '团队还没有设置综合分。经理可以写指标和权重：/设置 综合分 签单额60 拜访20 报价20，之后就能看 /榜单 综合 本月',
  en: 'The team has no scorecard yet. A manager can set one by metrics and weights: /settings boards.scorecard revenue 60 visits 20 quotes 20; then /board scorecard month shows it',
}

export const scorecardHasBasis: Words = {
  zh: '综合分本来就按本人目标算，不能再按日均、进步、个人最佳来排。可以写：/榜单 综合 本月，或加上“新人”',
  en: 'A scorecard goes by own targets already, so it has no daily, improved or best. Type /board scorecard month, with newcomers if you like',
}

export function unknownPart(said: string, metrics: readonly Metric[]): Words {
  return {
    zh: `没有改：没有叫“${said}”的指标。指标有：${metrics.map(({ zh }) => zh).join('、')}`,
    en: `Nothing was changed: there is no metric "${said}". Metrics: ${metrics.map(({ en }) => en).join(', ')}`,
  }
}

export function wrongWeight(metric: Metric, said: string, most: number): Words {
  return {
    zh: `没有改：${metric.zh}的权重不能是 ${said}，要是 1–${most} 的整数；不要这一项就不写它`,
    en: `Nothing was changed: the weight of ${metric.en} cannot be ${said}; it must be a whole number, 1–${most}. To leave it out, do not name it`,
  }
}

export function twiceIn(metric: Metric): Words {
  return {
    zh: `没有改：${metric.zh}写了两次，每个指标写一次就好`,
    en: `Nothing was changed: ${metric.en} is there twice; name each metric once`,
  }
}

export function wrongCount(count: number, least: number, most: number): Words {
  return {
    zh: `没有改：综合分要 ${least}–${most} 个指标，这里是 ${count} 个。只看一个的话：/榜单 签单额 达成`,
    en: `Nothing was changed: a scorecard takes ${least}–${most} metrics, these are ${count}. For a single one: /board revenue attainment`,
  }
}
