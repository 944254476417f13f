import type { Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Metric } from '../../metrics/metric.ts'
import type { SheetFault } from './read-sheet.ts'

export const howToImport: Words = {
  zh: '请在 /记录 导入 后面另起一行，粘贴 Excel 里的表，第一行是表头，例如：\n姓名 日期 拜访 电话 签单额\n张三 2026-11-18 3 20 8万\n也可以一行一个数：姓名 日期 指标 数值',
  en: 'Paste a sheet on the lines after /record import; its first line is the header, such as:\nname date visits calls revenue\nSam 2026-11-18 3 20 80000\nA line for each figure will do, too: name date metric value',
}

/** What is quoted of a cell, or of a line that cannot be parted: a remark may be a page long. */
function quoted(said: string): string {
  const letters = [...said]
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : said
}

/** More lines than this are not read by anybody in a chat. */
const MOST_SHOWN = 10

export function sheetFaults(faults: readonly SheetFault[]): Words {
  const shown = faults.slice(0, MOST_SHOWN)
  const left = faults.length - shown.length
  return {
    zh: [
      '表里有几处要改，一个数也没有记：',
      ...shown.map(({ line, words }) => `第 ${line} 行：${words.zh}`),
      ...(left > 0 ? [`……还有 ${left} 处`] : []),
      '改好以后请整张表重新粘贴',
    ].join('\n'),
    en: [
      'Some of the sheet needs mending, so nothing was recorded:',
      ...shown.map(({ line, words }) => `line ${line}: ${words.en}`),
      ...(left > 0 ? [`… and ${left} more`] : []),
      'Mend these and paste the whole sheet again',
    ].join('\n'),
  }
}

export function tooManyFigures(most: number): Words {
  return {
    zh: `一次最多导入 ${most} 个数，一个也没有记；请分几次粘贴`,
    en: `At most ${most} figures can be imported at once, so nothing was recorded; please paste them in parts`,
  }
}

export const noFiguresBelow: Words = {
  zh: '表里没有数字。请连同表头下面的行一起粘贴',
  en: 'There are no figures in it. Please paste the lines below the header, too',
}

export function noSuchColumn(said: string, metrics: readonly Metric[]): Words {
  const names = { zh: metrics.map(({ zh }) => zh).join('、'), en: metrics.map(({ en }) => en).join(', ') }
  return {
    zh: `“${quoted(said)}”这一列不是指标。指标有：${names.zh}；不用的列请删去`,
    en: `the column "${quoted(said)}" is no metric. Metrics: ${names.en}; please delete columns that are not needed`,
  }
}

export function twiceInHeader({ zh, en }: Pick<Metric, 'zh' | 'en'>): Words {
  return { zh: `表头里“${zh}”出现了两次`, en: `the header names ${en} twice` }
}

export function sheetLacks(missing: readonly Words[]): Words {
  return {
    zh: `表头缺少：${missing.map(({ zh }) => zh).join('、')}`,
    en: `the header lacks: ${missing.map(({ en }) => en).join(', ')}`,
  }
}

export const mixedSheet: Words = {
  zh: '表头要么是“姓名 日期 指标 数值”，要么每个指标一列，不能混用',
  en: 'the header is either "name date metric value" or has a column for each metric, not both',
}

export const noFigures: Words = { zh: '表头里没有指标', en: 'there is no metric in the header' }

export function tooManyCells(columns: number): Words {
  return {
    zh: `格数比表头多（表头 ${columns} 格）；数字里的逗号请去掉，或直接从 Excel 复制`,
    en: `there are more cells than the ${columns} of the header; leave commas out of numbers, or copy from the spreadsheet`,
  }
}

export function cellsUnclear(cells: number, columns: number): Words {
  return {
    zh: `有 ${cells} 格，表头是 ${columns} 格。用空格分开时空着的格请写 -，或直接从 Excel 复制`,
    en: `there are ${cells} cells and ${columns} in the header. Between spaces an empty cell is written as -; or copy from the spreadsheet`,
  }
}

export function tooManyWords(said: string): Words {
  return {
    zh: `“${quoted(said)}”多出来了，每行只写一个数`,
    en: `"${quoted(said)}" is too much; a line holds one figure`,
  }
}

export function noMetricIn(said: string): Words {
  return { zh: `“${quoted(said)}”里没有指标`, en: `there is no metric in "${quoted(said)}"` }
}

export function noSuchMetric(said: string): Words {
  if (said === '') return { zh: '缺指标', en: 'the metric is missing' }
  return { zh: `没有“${quoted(said)}”这个指标`, en: `there is no metric "${quoted(said)}"` }
}

export function valueMissing({ zh, en }: Metric): Words {
  return { zh: `缺${zh}的数字`, en: `the number for ${en} is missing` }
}

export const nameMissing: Words = { zh: '缺姓名', en: 'the name is missing' }
export const dayMissing: Words = { zh: '缺日期', en: 'the date is missing' }

export function noDay(said: string): Words {
  return {
    zh: `“${quoted(said)}”不是日期，请写成 2026-11-18`,
    en: `"${quoted(said)}" is no date; write it as 2026-11-18`,
  }
}

export function tooLongAgo(date: LocalDate, years: number): Words {
  return {
    zh: `${date} 是 ${years} 年多以前，年份对吗？`,
    en: `${date} is over ${years} years ago; is the year right?`,
  }
}

export function sameDayTwice(name: string, { zh, en }: Metric, date: LocalDate, line: number): Words {
  return {
    zh: `${name} ${date} 的${zh}在第 ${line} 行已经有了；一人一天一个指标只写一个数，请合并`,
    en: `${en} of ${name} on ${date} is on line ${line} already; each day has one figure, so please put them together`,
  }
}

export const nothingWaits: Words = {
  zh: '没有等着记下的表：可能已经记下、换成了新的，或者过了一天。请重新粘贴：/记录 导入',
  en: 'No sheet waits to be recorded: it has been recorded, another was pasted since, or a day has passed. Paste it again after /record import',
}

export const outOfDate: Words = {
  zh: '粘贴以后团队的成员或指标变了，一个数也没有记。请重新粘贴：/记录 导入',
  en: 'The team’s members or metrics have changed since, so nothing was recorded. Paste it again after /record import',
}
