import { UserError } from '../../../base/errors.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { content, heading, list, quiet, table, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { metricName } from '../metric.ts'
import type { Mixed } from './amounts.ts'
import type { Converted, DatedRate, MissingRate } from './conversion.ts'
import type { RateFault } from './rate-lines.ts'

/** More rates than these are only counted. */
const MOST_RATES = 3

/** By which rates amounts came together; what a board and a trace state. */
export function convertedWords({ into, rates }: Converted): Words {
  if (rates.length === 0) return { zh: `按 ${into} 计`, en: `in ${into}` }
  if (rates.length > MOST_RATES)
    return {
      zh: `按每笔当日汇率换算成 ${into}（${rates.length} 个汇率，见 /汇率）`,
      en: `converted into ${into} by the rate of each entry's day (${rates.length} rates, see /rate)`,
    }
  const each = rates.map(rate => rateWords(rate, into))
  return {
    zh: `${each.map(({ zh }) => zh).join('，')}，换算成 ${into}`,
    en: `converted into ${into} ${each.map(({ en }) => en).join(', ')}`,
  }
}

function rateWords({ currency, date, rate }: DatedRate, into: string): Words {
  return {
    zh: `按 ${date} 汇率 1 ${currency} = ${rate} ${into}`,
    en: `at the rate of ${date}, 1 ${currency} = ${rate} ${into}`,
  }
}

export const RATE_MISSING = 'rate-missing'

/** Amounts that cannot be put together have no figure: never is a rate taken for 1. */
export function refuseUnrated(converted: Converted | null): void {
  if (!converted?.missing) return
  throw new UserError(RATE_MISSING, rateMissing(converted.missing, converted.into))
}

/** What is missing, and what to type. */
export function rateMissing({ currency, date }: MissingRate, into: string): Words {
  return {
    zh: `还不知道 ${date} 的 ${currency} 汇率，无法换算成 ${into}。经理请输入：/汇率 ${currency} 7.1 ${date}（1 ${currency} 值多少 ${into}，从这天起用）`,
    en: `There is no rate of ${currency} for ${date}, so it cannot be converted into ${into}. A manager can type: /rate ${currency} 7.1 ${date} (what 1 ${currency} is worth in ${into} from that day on)`,
  }
}

/** By which rates each of the metrics came together, of which there are figures. */
export function ratesLines(mixed: readonly Mixed[], lang: Lang): readonly string[] {
  return mixed
    .filter(({ converted }) => converted.missing === null)
    .map(({ metric, converted }) => `${metricName(metric, lang)} ${convertedWords(converted)[lang]}`)
}

/** Which of the metrics have no figures since a rate is missing, and what to type; null where all have. */
export function unratedLine(mixed: readonly Mixed[], lang: Lang): string | null {
  const left = mixed.flatMap(({ metric, converted: { missing, into } }) => (missing ? [{ metric, missing, into }] : []))
  const [first] = left
  if (first === undefined) return null
  const names = left.map(({ metric }) => metricName(metric, lang)).join({ zh: '、', en: ', ' }[lang])
  const why = rateMissing(first.missing, first.into)[lang]
  return { zh: `没有列出${names}：${why}`, en: `Left out: ${names}. ${why}` }[lang]
}

const problems: Readonly<Record<RateFault['problem'], Words>> = {
  currency: { zh: '不认识的币种', en: 'no currency that I know' },
  own: { zh: '这就是本币，不用汇率', en: "this is the team's own currency" },
  rate: { zh: '汇率要是大于 0 的数字', en: 'the rate must be a number above 0' },
  date: { zh: '没有这一天', en: 'there is no such day' },
  future: { zh: '还没到这一天', en: 'that day is still to come' },
}

export function rateFaults(faults: readonly RateFault[]): Words {
  const lines = faults.slice(0, 20)
  return {
    zh: [
      ...lines.map(({ line, said, problem }) => `第 ${line} 行“${said.slice(0, 40)}”：${problems[problem].zh}`),
      '没有记下。一行一个，例如：/汇率 USD 7.1 2026-11-01',
    ].join('\n'),
    en: [
      ...lines.map(({ line, said, problem }) => `line ${line} "${said.slice(0, 40)}": ${problems[problem].en}`),
      'Nothing was kept. One a line, such as: /rate EUR 1.08 2026-11-01',
    ].join('\n'),
  }
}

export function ratesKept(rates: readonly DatedRate[], into: string, lang: Lang): Content {
  const lines = rates.map(({ currency, date, rate }) => [
    {
      zh: `1 ${currency} = ${rate} ${into}，${date} 起`,
      en: `1 ${currency} = ${rate} ${into} from ${date}`,
    }[lang],
  ])
  return content(lang, text({ zh: '汇率已记下', en: 'Rates kept' }[lang]), list(lines))
}

export function rateList(rates: readonly DatedRate[], into: string, lang: Lang): Content {
  const labels = { zh: ['币种', `值多少 ${into}`, '起用日'], en: ['Currency', `In ${into}`, 'From'] }[lang]
  return content(
    lang,
    heading({ zh: `汇率 · 本币 ${into}`, en: `Rates · own currency ${into}` }[lang]),
    table(
      labels.map(label => ({ label })),
      rates.map(({ currency, rate, date }) => [currency, String(rate), date]),
    ) ?? text({ zh: '还没有汇率', en: 'There are no rates yet' }[lang]),
    quiet(
      {
        zh: '经理可以记：/汇率 USD 7.1，或带日期 /汇率 USD 7.1 2026-11-01，几行一起粘贴也行。本币在 /设置 里改',
        en: 'Managers may give them: /rate EUR 1.08, with a day /rate EUR 1.08 2026-11-01, or several lines at once. The own currency is among the /settings',
      }[lang],
    ),
  )
}
