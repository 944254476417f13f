import type { Words } from '../../base/words.ts'
import type { PeriodKind } from '../../calendar/periods.ts'

const names: Readonly<Record<PeriodKind, Words>> = {
  day: { zh: '每日榜单', en: 'daily board' },
  week: { zh: '每周榜单', en: 'weekly board' },
  month: { zh: '每月榜单', en: 'monthly board' },
  quarter: { zh: '每季榜单', en: 'quarterly board' },
  year: { zh: '年度榜单', en: 'yearly board' },
}

const days: Readonly<Record<PeriodKind, Words>> = {
  day: { zh: '每个工作日', en: 'on every workday' },
  week: { zh: '周五，或本周最后一个工作日', en: 'on Friday, or on the last workday of the week' },
  month: { zh: '当月最后一个工作日', en: 'on the last workday of the month' },
  quarter: { zh: '当季最后一个工作日', en: 'on the last workday of the quarter' },
  year: { zh: '当年最后一个工作日', en: 'on the last workday of the year' },
}

/** The board that is posted of every such period, as it is listed among what comes. */
export function postedBoard(kind: PeriodKind): Words {
  return { zh: names[kind].zh, en: `The ${names[kind].en}` }
}

export function whyPosted(kind: PeriodKind): Words {
  return {
    zh: `团队设置了${names[kind].zh}：${days[kind].zh}`,
    en: `The team has a ${names[kind].en}: ${days[kind].en}`,
  }
}

export function notPosted(kind: PeriodKind): Words {
  return { zh: `${names[kind].zh}这次没有发出：`, en: `The ${names[kind].en} was not posted:` }
}

export function whyPlace(kind: PeriodKind): Words {
  return {
    zh: `${names[kind].zh}发布时，团队设置为私下告诉每个人自己的名次`,
    en: `With the ${names[kind].en}, the team has each member told their own place in private`,
  }
}

export const notRevised: Words = {
  zh: '榜单上的一个数字更正了，更正后的榜单没有发出：',
  en: 'A figure on the board was corrected; the corrected board was not posted:',
}

export const whyCorrected: Words = {
  zh: '榜单发出后，其中一个数字更正了',
  en: 'A figure on the board was corrected after it was posted',
}
