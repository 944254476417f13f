import type { Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Metric } from '../metrics/metric.ts'

const example: Words = {
  zh: '/竞赛 最多 签单额 2026-12-01..2026-12-31 奖品=电影票',
  en: '/contest most revenue 2026-12-01..2026-12-31 prize=cinema tickets',
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

export function contestUnclear(said: string): Words {
  return {
    zh: `没看懂“${cut(said)}”。可以这样写：${example.zh}；或者 /竞赛 新建 填表`,
    en: `I did not understand "${cut(said)}". Type for example ${example.en}, or /contest new for a form`,
  }
}

export function whichKind(said: string): Words {
  return {
    zh: `没有“${cut(said)}”这种竞赛。可以是：最多、先到、闯关、淘汰、宾果、分队。例如 ${example.zh}`,
    en: `There is no contest "${cut(said)}". It may be: most, first, race, elimination, bingo, teams. For example ${example.en}`,
  }
}

export function whichMetric(metrics: readonly Metric[]): Words {
  return {
    zh: `比哪个指标？可选：${metrics.map(({ zh }) => zh).join('、')}。例如 ${example.zh}`,
    en: `By which metric? There are: ${metrics.map(({ en }) => en).join(', ')}. For example ${example.en}`,
  }
}

export const whichPeriod: Words = {
  zh: '从哪天到哪天？可以写：本月、下周、2026-Q4、2026-12-01..2026-12-31、12月1日到12月31日',
  en: 'From when to when? Type for example month, next week, 2026-Q4 or 2026-12-01..2026-12-31',
}

export function noSuchDay(said: string): Words {
  return {
    zh: `“${cut(said)}”不是日历上有的日子。请写成 2026-12-01..2026-12-31`,
    en: `"${cut(said)}" is not in the calendar. Write it as 2026-12-01..2026-12-31`,
  }
}

export function backwards(from: LocalDate, to: LocalDate): Words {
  return {
    zh: `${to} 在 ${from} 之前。应该是 ${to}..${from} 吗？`,
    en: `${to} is before ${from}. Did you mean ${to}..${from}?`,
  }
}

export function whollyPast(period: Period): Words {
  return {
    zh: `${labelOf(period, 'zh')}已经过去了，请选今天或以后结束的时间`,
    en: `${labelOf(period, 'en')} is over; choose a period that ends today or later`,
  }
}

export const tooLong: Words = { zh: '最长一年，请选短一些的时间', en: 'A year at most; choose a shorter period' }

export function badMark(said: string): Words {
  return {
    zh: `“${cut(said)}”不是大于 0 的确定的数，请写成 50万 或 500000`,
    en: `"${cut(said)}" is not an exact number above 0; write it as 500k or 500000`,
  }
}

export function markTooLarge(said: string): Words {
  return {
    zh: `${cut(said)} 大得不合理，请写小于一万亿的数`,
    en: `${cut(said)} is too large to be true; it must be below a million million`,
  }
}

export const badMarks: Words = {
  zh: '要写 1 到 10 个数，从小到大。先到：线=50万；闯关：线=10万、30万、50万',
  en: 'Give one to ten numbers, lowest first. For first: mark=500k; for a race: marks=100k / 300k / 500k',
}

export const marksInPercent: Words = {
  zh: '有让分时，线是自己基准的百分数，例如 线=100%',
  en: 'With a handicap the mark is a percentage of one’s own measure, such as mark=100%',
}

export const badSides: Words = {
  zh: '分几队？写 队=2 由系统抽签，或 队=红队:张三、李四 / 蓝队:王五、赵六；2 到 8 队，每队至少一人，队名不同',
  en: 'Which sides? sides=2 draws them, or sides=Red: Sam, Ann / Blue: Li, Wu; two to eight sides, different names, somebody on each',
}

export function onTwoSides(name: string): Words {
  return { zh: `${name} 出现在两队里，只能在一队`, en: `${name} is on two sides; it can only be one` }
}

export function badRounds(most: number): Words {
  return {
    zh: `轮数是 2 到 ${most} 的整数，例如 轮=${Math.min(4, most)}`,
    en: `Rounds are a whole number from 2 to ${most}, such as rounds=${Math.min(4, most)}`,
  }
}

export const dividedByWhat: Words = {
  zh: '让分可以写：让分=历史（除以自己过去的平均），或 让分=张三:20万、李四:10万',
  en: 'A handicap is handicap=history (divides by one’s own past average), or handicap=Sam:200k; Ann:100k',
}

export const noHandicapHere: Words = {
  zh: '宾果卡按团队平时的水平出题，不用让分',
  en: 'A bingo card has no handicap: its goals follow what the team usually does',
}

export function notForPercents(metric: Metric): Words {
  return {
    zh: `${metric.zh}不会累加，不能用在这种竞赛里。可以比“最多”，或换一个记个数、金额的指标`,
    en: `${metric.en} does not add up, so it does not suit this kind. Use "most", or a metric of counts or money`,
  }
}

export function lessIsBetter(metric: Metric): Words {
  return {
    zh: `${metric.zh}越少越好，只能比“最多”这一种（少的在前），不带让分`,
    en: `Of ${metric.en} less is better, so it can only be a contest "most" (the fewest first), without a handicap`,
  }
}

export function cutShort(text: string, most: number): Words {
  return {
    zh: `“${cut(text)}”太长了，最多 ${most} 个字`,
    en: `"${cut(text)}" is too long; ${most} characters at most`,
  }
}

export function nameInUse(name: string): Words {
  return {
    zh: `已经有一个叫“${cut(name)}”的竞赛还没结束，请用 名=… 换个名字`,
    en: `A contest called "${cut(name)}" is not over yet; give this one another with name=…`,
  }
}

export const tooFew: Words = {
  zh: '至少要有两个人（分队时每队一人）才能比',
  en: 'A contest takes two people at least, or one on each side',
}

export function noSuchContest(said: string, names: readonly string[]): Words {
  const [zh, en] =
    names.length === 0
      ? ['现在没有竞赛', 'There are none now']
      : [`有：${names.join('、')}`, `There are: ${names.join(', ')}`]
  return { zh: `没有叫“${cut(said)}”的竞赛。${zh}`, en: `There is no contest called "${cut(said)}". ${en}` }
}

export const noCard: Words = {
  zh: '现在没有你参加的宾果竞赛',
  en: 'There is no bingo contest on now that you take part in',
}

export const noPast: Words = {
  zh: '还没有人有足够的历史，没法按历史让分。可以写 让分=张三:20万、李四:10万，或不让分',
  en: 'Nobody has a past to go by yet. Give measures by hand, handicap=Sam:200k; Ann:100k, or leave the handicap out',
}
