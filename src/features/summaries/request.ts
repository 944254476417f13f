import { UserError } from '../../base/errors.ts'
import type { Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import { lengthOf, type Period, type PeriodKind, periodOf } from '../../calendar/periods.ts'

/** What somebody asks to have summed up, and whether as a file. */
export interface Request {
  readonly period: Period
  readonly asFile: boolean
}

const isFileWord = (word: string) => /^(?:xlsx|excel|file|表格|文件|导出)$/i.test(word)
const LONGEST_DAYS = 366

/** Reads what follows the command, in any order: 上月 xlsx, `2026-Q3`, `xlsx 2026-11-01..2026-11-15`. Throws UserError. */
export function readRequest(rest: string, usual: PeriodKind, today: LocalDate): Request {
  const said = rest.normalize('NFKC').trim().split(/\s+/)
  const words = said.filter(word => !isFileWord(word)).join(' ')
  const period = words === '' ? periodOf(usual, today) : parsePeriod(words, today)
  if (period === null) throw new UserError('summary-unclear', unclear(words))
  if (period.from > today) throw new UserError('summary-not-yet', notYet)
  if (lengthOf(period) > LONGEST_DAYS) throw new UserError('summary-too-long', tooLong)
  return { period, asFile: said.some(isFileWord) }
}

function unclear(said: string): Words {
  return {
    zh: `没看懂“${said}”。可以写：/周总结 上周，/月总结 2026-10，/总结 2026-Q3，/总结 2026-11-01..2026-11-15；要 Excel 就在后面加 xlsx`,
    en: `I did not understand "${said}". Type /weekly last week, /monthly 2026-10, /summary 2026-Q3 or /summary 2026-11-01..2026-11-15; add xlsx for a spreadsheet`,
  }
}

const notYet: Words = {
  zh: '这段时间还没开始，没有什么可总结的。可以写：/周总结，/月总结 上月',
  en: 'That has not begun yet, so there is nothing to sum up. Type /weekly or /monthly last month',
}

const tooLong: Words = {
  zh: '一次最多总结一年。可以写：/总结 2026，/总结 2026-Q3',
  en: 'At most a year is summed up at once. Type /summary 2026 or /summary 2026-Q3',
}
