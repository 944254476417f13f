import { type Clause, clausesOf, readClause } from './notice-clause.ts'
import type { OfficialEntry, OfficialError, OfficialReading } from './official-reading.ts'

/** Whether the text is the State Council's prose rather than a list: it names days as 1月1日. */
export function looksLikeNotice(text: string): boolean {
  return /\d\s*月\s*\d{1,2}\s*[日号]/.test(text)
}

/**
 * Reads the notice clause by clause: a holiday's heading (二、春节:), then the days before 放假 as days off and the days
 * before 上班 as make-up days. Days under no heading are an error; so is whatever `readClause` finds. Half-width input.
 */
export function readNotice(text: string, givenYear?: number): OfficialReading {
  const year = headingYear(text) ?? givenYear
  if (year === undefined) return { entries: [], errors: [{ line: 1, message: noYear }] }
  const entries: OfficialEntry[] = []
  const errors: OfficialError[] = []
  let name: string | undefined
  for (const { line, sentence } of sentencesOf(text)) {
    const [, numbered, known] = headingPattern.exec(sentence) ?? []
    name = numbered ?? known ?? name
    for (const clause of clausesOf(sentence).filter(namesDays)) {
      const read = name === undefined ? noHeading : readClause(clause, { year, name })
      if ('error' in read) errors.push({ line, message: read.error })
      else entries.push(...read.dates.map(date => ({ date, line, name: read.name, work: clause.work })))
    }
  }
  return { entries, errors }
}

function headingYear(text: string): number | undefined {
  const [, year] = /(\d{4})\s*年\s*(?:部分)?节假日/.exec(text) ?? []
  return year === undefined ? undefined : Number(year)
}

/** 一、元旦: or 1. 元旦: or a well-known name alone; the salutation above them ends in a colon too. */
const headingPattern =
  /^\s*(?:[一二三四五六七八九十\d]+[、.]\s*([\p{Script=Han}、]{2,20})|((?:元旦|春节|清明|劳动|端午|中秋|国庆)[\p{Script=Han}、]*)):/u

function* sentencesOf(text: string): Generator<{ line: number; sentence: string }> {
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    for (const sentence of content.split(/[。;]/)) yield { line: index + 1, sentence }
  }
}

/** The preamble speaks of 放假 too, and of a year, but of no days. */
function namesDays(clause: Clause): boolean {
  return /\d\s*[月日号]/.test(clause.days)
}

const noYear = {
  zh: '没有找到年份，请连同标题“关于2027年部分节假日安排的通知”一起粘贴，或另外给出年份',
  en: 'the year is missing: paste the heading too, or give the year',
}

const noHeading = {
  error: {
    zh: '前面没有节日名称，应为“一、元旦：1月1日……”',
    en: 'no holiday is named before these days; expected "一、元旦：1月1日…"',
  },
}
