import type { Condition } from '../condition.ts'
import type { Check } from './check.ts'

type ReportForm = Extract<Condition, { kind: 'report-form' }>

const zh = String.raw`(?:(?:今[天日]|昨[天日]|本周|上周|\d{1,2}[月.\/-]\d{1,2}[日号]?)的?)?\s*(?:工作|销售)?(?:日报|周报|月报|计划|总结|汇报)`
const en = String.raw`(?:(?:my|today'?s|daily|weekly|sales)\s+)*(?:report|plan)\b`
const opening = new RegExp(String.raw`^[\s\/／【\[#*]*(?:${zh}|${en})`, 'iu')
const figure = /[\d０-９一二三四五六七八九十]/u

/** A message that opens as a report does and has figures: one that we were not told, or that came after the time. */
export function reportForm({ until }: Pick<ReportForm, 'until'>): Check {
  return ({ text, forUs, time }) => {
    if (!opening.test(text)) return null
    if (until !== undefined && time > until) return { ranges: [], what: ['late', until] }
    return !forUs && figure.test(text.replace(opening, '')) ? { ranges: [], what: ['form'] } : null
  }
}
