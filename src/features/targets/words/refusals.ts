import type { Words } from '../../../base/words.ts'
import type { Metric } from '../../metrics/catalogue.ts'

/** What can be typed for a target; every refusal ends with one of these. */
const example: Words = { zh: '/目标 签单额 12万 本月', en: '/target revenue 120k this month' }

export function whichMetric(metrics: readonly Metric[]): Words {
  const zh = metrics.map(metric => metric.zh).join('、')
  const en = metrics.map(metric => metric.en).join(', ')
  return {
    zh: `是哪个指标的目标？可选：${zh}。例如 ${example.zh}`,
    en: `A target of which metric? There are: ${en}. For example ${example.en}`,
  }
}

export function whichValue(metric: Metric): Words {
  return {
    zh: `${metric.zh}的目标是多少？写一个数，例如 ${example.zh}`,
    en: `How much is the target of ${metric.en}? Give one number, for example ${example.en}`,
  }
}

export function noSuchDay(said: string): Words {
  return {
    zh: `没有“${said}”这一天。时间可以写：本月、下周、2026-Q4、2026-12、12月25日`,
    en: `There is no day "${said}". Write this month, next week, 2026-Q4, 2026-12 or 25 December`,
  }
}

export const unsuitedPeriod: Words = {
  zh: '目标可以按年、季度、月、周、天来定，例如 2026、2026-Q4、2026-12、下周、明天',
  en: 'A target is for a year, quarter, month, week or day, such as 2026, 2026-Q4, 2026-12, next week or tomorrow',
}

export const periodOver: Words = {
  zh: '这段时间已经过去了，请选本期或以后的时间，例如 本月、下月、2026-Q4',
  en: 'That period is over; choose this one or a later one, such as this month, next month or 2026-Q4',
}

export const periodFar: Words = {
  zh: '这段时间太远了，目标最多提前两年定',
  en: 'That period is too far away; targets are made up to two years ahead',
}

export function unclear(said: string): Words {
  const shown = said.slice(0, 40)
  return {
    zh: `没看懂“${shown}”。可以写：/目标，${example.zh}，/目标 张三 签单额 12万 2026-12，/目标 new`,
    en: `I did not understand "${shown}". Type /target, ${example.en}, /target Zhang San revenue 120k 2026-12, or /target new`,
  }
}

export function tooLarge(metric: Metric): Words {
  return {
    zh: `${metric.zh}的目标大得不合理，要小于 1 万亿；没有记下`,
    en: `That target of ${metric.en} is too large to be true (it must be below a trillion); nothing was written`,
  }
}

export function inexact(said: string): Words {
  return {
    zh: `目标要一个确定的数，“${said}”不行；例如 ${example.zh}`,
    en: `A target is one exact number, which "${said}" is not; for example ${example.en}`,
  }
}

export function notAbove(metric: Metric, zeroFits: boolean): Words {
  return {
    zh: `${metric.zh}的目标${zeroFits ? '不能小于 0' : '要大于 0'}；例如 ${example.zh}`,
    en: `A target of ${metric.en} must ${zeroFits ? 'not be below 0' : 'be above 0'}; for example ${example.en}`,
  }
}

export function onlyWhole(metric: Metric, whole: boolean): Words {
  return {
    zh: `${metric.zh}按${whole ? '整数' : '两位小数'}定目标`,
    en: `Targets of ${metric.en} have ${whole ? 'whole numbers' : 'up to two decimals'}`,
  }
}

export function notPercent(metric: Metric): Words {
  return {
    zh: `${metric.zh}不是百分比，请写数，例如 ${example.zh}`,
    en: `${metric.en} is no percentage; give a number, for example ${example.en}`,
  }
}

export const onlyManagers: Words = {
  zh: '团队的目标和别人的目标由经理来定和查看。自己的可以这样写：/目标 签单额 12万 本月',
  en: 'The team’s and other people’s targets are for managers. Your own: /target revenue 120k this month',
}

export const nothingToAccept: Words = {
  zh: '没有等你确认的目标。看全部目标：/目标',
  en: 'No target waits for your word. To see them all: /target',
}

export const nothingThere: Words = {
  zh: '那里没有目标。看全部目标：/目标',
  en: 'There is no target there. To see them all: /target',
}

export const targetGone: Words = {
  zh: '这个目标已经变了，这个按钮不再有效。看现在的目标：/目标',
  en: 'This target has changed since, so the button no longer works. To see what stands: /target',
}

export const notYours: Words = {
  zh: '这个目标是和别人一起定的，不能自己撤回；可以另提一个：/目标 签单额 10万 本月 因为…',
  en: 'This target was agreed with others, so you cannot withdraw it; offer another one: /target revenue 100k this month because …',
}
