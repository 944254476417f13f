import { UserError } from '../../base/errors.ts'
import { VALUE_LIMIT } from '../metrics/entry-changes.ts'
import { parseNumeral } from '../reports/line/numeral.ts'
import { badMark, badMarks, marksInPercent, markTooLarge } from './refusals.ts'

const MOST_MARKS = 10

/** Commas between thousands are a number's own: 10,000 is one. */
const between = /[、;/\s]+|,(?!\d{3}(?!\d))/

/** Numbers, lowest first: `10万、20万`. Throws UserError for what is none, below 0, beyond all measure or out of order. */
export function readMarks(text: string, { percent = false } = {}): readonly number[] {
  const marks = text
    .normalize('NFKC')
    .split(between)
    .filter(part => part !== '')
    .map(part => readMark(part, percent))
  const rising = marks.every((mark, at) => at === 0 || mark > (marks[at - 1] ?? 0))
  if (marks.length === 0 || marks.length > MOST_MARKS || !rising) throw new UserError('contest-marks', badMarks)
  return marks
}

/** One amount above 0, as people write it: 50万, 1.2 million; with `percent`, only percents: 100%. */
export function readMark(text: string, percent = false): number {
  const numeral = parseNumeral(text)
  if (numeral === null || !numeral.exact || numeral.value <= 0) throw new UserError('contest-mark', badMark(text))
  if (numeral.value >= VALUE_LIMIT) throw new UserError('contest-mark-too-large', markTooLarge(text))
  if (numeral.percent !== percent) throw new UserError('contest-mark-percent', percent ? marksInPercent : badMark(text))
  return numeral.value
}
