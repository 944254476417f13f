import type { Lang } from '../../../base/words.ts'
import { list, quiet, strong, table } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { ReportStatus } from '../../reports/report.ts'
import type { Cell, Digest, DigestRow } from '../digest.ts'

/** A row for each who answered, and the team's; who answered, as a list, where there are no numbers. */
export function numbersTable({ columns, rows, totals }: Digest, lang: Lang): Block | null {
  if (columns.length === 0) return list(rows.map(row => [nameCell(row, lang)]))
  const labels = [{ zh: '成员', en: 'Member' }[lang], ...columns.map(metric => metricName(metric, lang))]
  const body = rows.map(row => [nameCell(row, lang), ...row.cells.map((cell, at) => cellText(columns[at], cell, lang))])
  const total =
    totals.length === 0
      ? []
      : [
          [
            strong({ zh: '合计', en: 'Team' }[lang]),
            ...totals.map((cell, at) => strong(cellText(columns[at], cell, lang))),
          ],
        ]
  return table(
    labels.map((label, at) => ({ label, align: at === 0 ? 'start' : 'end' })),
    [...body, ...total],
  )
}

const marks: Readonly<Record<ReportStatus, Readonly<Record<Lang, string>>>> = {
  'on-time': { zh: '', en: '' },
  late: { zh: '（迟）', en: ' (late)' },
  'back-filled': { zh: '（补）', en: ' (filled in later)' },
}

function nameCell({ name, report }: DigestRow, lang: Lang): string {
  return `${name}${marks[report.status][lang]}`
}

/** Beside a figure that is not what the report says. */
const correctedMark = '*'

/** What the mark means, where there is one. */
export function correctedNote(rows: readonly Pick<DigestRow, 'cells'>[], lang: Lang): Block | null {
  if (!rows.some(({ cells }) => cells.some(({ isCorrected }) => isCorrected))) return null
  const words = {
    zh: `${correctedMark} 交上来以后更正或补记过，以这个数为准`,
    en: `${correctedMark} corrected or added to since it was handed in; this is what counts`,
  }
  return quiet(words[lang])
}

/** `2/3`: two done of three planned; `–/3`: nothing said of them; `2`: nothing planned. */
export function cellText(metric: Metric | undefined, { done, planned, isCorrected }: Cell, lang: Lang): string {
  if (!metric) return ''
  const shown = (value: number) => showValue(metric, value, lang)
  const counts = done === null ? null : `${shown(done)}${isCorrected ? correctedMark : ''}`
  return planned === null ? (counts ?? '') : `${counts ?? '–'}/${shown(planned)}`
}
