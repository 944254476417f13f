import type { Lang } from '../base/words.ts'
import { dayOfMonth, type LocalDate, monthOf, yearOf } from './dates.ts'
import type { Period } from './periods.ts'

/** The period as a person would say it: 2026年第47周（11月16日至11月22日）, week 47 of 2026 (16 Nov to 22 Nov). */
export function labelOf(period: Period, lang: Lang): string {
  return lang === 'zh' ? labelZh(period) : labelEn(period)
}

function labelZh(period: Period): string {
  const { from, to } = period
  const year = yearOf(from)
  switch (period.kind) {
    case 'day':
      return dayZh(from)
    case 'week':
      return `${period.key.slice(0, 4)}年第${Number(period.key.slice(6))}周（${shortZh(from)}至${shortZh(to)}）`
    case 'month':
      return `${year}年${monthOf(from)}月`
    case 'quarter':
      return `${year}年第${period.key.slice(6)}季度`
    case 'year':
      return `${year}年`
    case 'range':
      return `${dayZh(from)}至${year === yearOf(to) ? shortZh(to) : dayZh(to)}`
  }
}

function labelEn(period: Period): string {
  const { from, to } = period
  const year = yearOf(from)
  switch (period.kind) {
    case 'day':
      return dayEn(from)
    case 'week':
      return `week ${Number(period.key.slice(6))} of ${period.key.slice(0, 4)} (${shortEn(from)} to ${shortEn(to)})`
    case 'month':
      return `${monthsEn[monthOf(from) - 1]} ${year}`
    case 'quarter':
      return `Q${period.key.slice(6)} ${year}`
    case 'year':
      return String(year)
    case 'range':
      return `${year === yearOf(to) ? shortEn(from) : dayEn(from)} to ${dayEn(to)}`
  }
}

/** The day without its year: 11月26日, 26 Nov. */
export function shortLabel(date: LocalDate, lang: Lang): string {
  return lang === 'zh' ? shortZh(date) : shortEn(date)
}

const monthsEn = 'January February March April May June July August September October November December'.split(' ')

const shortZh = (date: LocalDate) => `${monthOf(date)}月${dayOfMonth(date)}日`
const dayZh = (date: LocalDate) => `${yearOf(date)}年${shortZh(date)}`
const shortEn = (date: LocalDate) => `${dayOfMonth(date)} ${monthsEn[monthOf(date) - 1]?.slice(0, 3)}`
const dayEn = (date: LocalDate) => `${shortEn(date)} ${yearOf(date)}`
