import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { content, quiet, strong, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import type { ValueProblem } from './figure-value.ts'
import type { Given } from './understand.ts'

export type Verb = 'record' | 'correct'

const typed: Readonly<Record<Verb, Words>> = {
  record: {
    zh: '/记录 电话 5，补前几天的 /记录 电话 5 11-18，替别人记要写原因 /记录 张三 电话 5 11-18 出差没网',
    en: '/record calls 5, for an earlier day /record calls 5 11-18, for somebody else with a reason /record Sam calls 5 11-18 was offline',
  },
  correct: {
    zh: '/更正 电话 25 11-18 漏了下午的，改别人的 /更正 张三 电话 25 11-18 重复计了',
    en: '/correct calls 25 11-18 left out the afternoon, or somebody else’s /correct Sam calls 25 11-18 counted twice',
  },
}

/** What a record made of the day: `total` is its figure now. */
export function recorded({ member, metric, date, value }: Given, total: number, lang: Lang): Content {
  const shown = (one: number) => showValue(metric, one, lang)
  const name = metricName(metric, lang)
  return content(
    lang,
    text(
      { zh: '已记下：', en: 'Recorded: ' }[lang],
      strong({ zh: `${member.name} ${name} ${shown(value)}`, en: `${name} ${shown(value)} for ${member.name}` }[lang]),
      { zh: `（${date}），当天共 ${shown(total)}`, en: ` on ${date}; ${shown(total)} that day` }[lang],
    ),
    quiet(undo(metric, date)[lang]),
  )
}

export function corrected({ member, metric, date, value, reason }: Given, before: number, lang: Lang): Content {
  const shown = (one: number) => showValue(metric, one, lang)
  const name = metricName(metric, lang)
  return content(
    lang,
    text(
      { zh: '已更正：', en: 'Corrected: ' }[lang],
      strong(
        {
          zh: `${member.name} ${date} ${name} ${shown(before)} → ${shown(value)}`,
          en: `${name} of ${member.name} on ${date}: ${shown(before)} → ${shown(value)}`,
        }[lang],
      ),
    ),
    quiet(
      {
        zh: `原因：${reason}。原来的记录保留，/追溯 ${metric.zh} ${date} 可以看到`,
        en: `Reason: ${reason}. What it was stays on record: /trace ${metric.key} ${date}`,
      }[lang],
    ),
  )
}

/** To the member whose figure somebody else wrote. */
export function writtenByOther(given: Given, by: string, before: number | null, lang: Lang): Content {
  const { metric, date, value, reason } = given
  const now = showValue(metric, value, lang)
  const what = before === null ? `+${now}` : `${showValue(metric, before, lang)} → ${now}`
  return content(
    lang,
    text(
      {
        zh: `${by} ${before === null ? '替你记了' : '更正了你的'}${metric.zh}（${date}）：${what}`,
        en: `${by} ${before === null ? 'recorded' : 'corrected'} your ${metric.en} of ${date}: ${what}`,
      }[lang],
    ),
    quiet(
      {
        zh: `原因：${reason}。不对的话，请输入 /异议 ${metric.zh} ${date} 原因`,
        en: `Reason: ${reason}. If that is wrong, type /dispute ${metric.key} ${date} and why`,
      }[lang],
    ),
  )
}

export const whyWritten: Words = {
  zh: '有人改动了你的数字时会告诉你',
  en: 'You are told when somebody else writes one of your figures',
}

function undo({ zh, key }: Metric, date: LocalDate): Words {
  return {
    zh: `记错了就更正：/更正 ${zh} 正确数字 ${date} 原因`,
    en: `If that was wrong: /correct ${key} number ${date} reason`,
  }
}

export function howToType(verb: Verb, said: string): Words {
  const [zh, en] = said === '' ? ['缺少数字', 'There is no number'] : [`“${said}”不是数字`, `"${said}" is no number`]
  return { zh: `${zh}。可以写：${typed[verb].zh}`, en: `${en}. Type ${typed[verb].en}` }
}

export function whichMetric(said: string, metrics: readonly Metric[], verb: Verb): Words {
  const zh = metrics.map(metric => metric.zh).join('、')
  const en = metrics.map(metric => metric.en).join(', ')
  return {
    zh: `${said === '' ? '要记哪个指标？' : `“${said}”里没有指标。`}可以写：${typed[verb].zh}。指标有：${zh}`,
    en: `${said === '' ? 'Which metric?' : `There is no metric in "${said}".`} Type ${typed[verb].en}. Metrics: ${en}`,
  }
}

export function workedOut(metric: Metric, formula: Words): Words {
  return {
    zh: `${metric.zh}由公式算出来（${formula.zh}），不能直接改。请改其中的指标`,
    en: `${metric.en} is worked out (${formula.en}) and cannot be written itself. Write one of its parts`,
  }
}

export function counted({ zh, key, en }: Metric): Words {
  return {
    zh: `${zh}由系统自动统计，不用记。不对的话，请输入 /异议 ${zh} 11-18 原因；经理可以更正：/更正 张三 ${zh} 0 11-18 原因`,
    en: `${en} is counted automatically, so it is not recorded by hand. If it is wrong, type /dispute ${key} 11-18 and why; a manager corrects it with /correct Sam ${key} 0 11-18 reason`,
  }
}

export function noSuchDay(said: string): Words {
  return { zh: `没有“${said}”这一天`, en: `There is no such day as "${said}"` }
}

export function aheadOfTime(date: LocalDate): Words {
  return { zh: `${date} 还没到，不能提前记`, en: `${date} is still to come; only what was done is recorded` }
}

export function notInTeamThen(name: string, date: LocalDate): Words {
  return { zh: `${date} 那天${name}不在团队里`, en: `${name} was not in the team on ${date}` }
}

export function whichMember(said: string, members: readonly { readonly name: string }[]): Words {
  const names = members.map(({ name }) => name)
  return { zh: `“${said}”可能是：${names.join('、')}`, en: `"${said}" may be: ${names.join(', ')}` }
}

export function noSuchMember(said: string, nearest: { readonly name: string } | undefined): Words {
  return {
    zh: `团队里没有“${said}”${nearest ? `。是${nearest.name}吗？` : ''}`,
    en: `There is no member called "${said}"${nearest ? `. Did you mean ${nearest.name}?` : ''}`,
  }
}

export const onlyOwn: Words = {
  zh: '只能写自己的数字；别人的由经理和管理员来写。觉得不对可以用 /异议',
  en: 'You may write your own figures; others are for managers and admins. If one looks wrong, use /dispute',
}

export function needsReason(verb: Verb): Words {
  const { zh, en } = typed[verb]
  return {
    zh: `请写上原因，别人才看得懂。可以写：${zh}`,
    en: `Please say why, so that others understand it. Type ${en}`,
  }
}

export function isSoAlready(metric: Metric, value: number): Words {
  return {
    zh: `${metric.zh}已经是 ${showValue(metric, value, 'zh')}，不用改`,
    en: `${metric.en} is ${showValue(metric, value, 'en')} already`,
  }
}

export function valueProblem(problem: ValueProblem, said: string, { zh, en }: Metric): Words {
  const problems: Readonly<Record<ValueProblem, Words>> = {
    'no-number': { zh: `“${said}”不是数字`, en: `"${said}" is no number` },
    approximate: { zh: `“${said}”不是确切的数字，请写一个准数`, en: `"${said}" is not exact; please give one number` },
    negative: {
      zh: `${zh}不能是负数；记多了请用 /更正 改成正确的数字`,
      en: `${en} cannot be below 0; if it was too many, give the right number with /correct`,
    },
    'too-large': {
      zh: `${zh}的数字大得不合理，没有记下；最多不到 1 万亿`,
      en: `The number for ${en} is too large to be true; it must be below 1,000,000,000,000`,
    },
    fraction: { zh: `${zh}按个数计，请写整数`, en: `${en} is a count; please give a whole number` },
    'not-percent': { zh: `${zh}不是百分比，请写数字`, en: `${en} is no percentage; please give a number` },
  }
  return problems[problem]
}
