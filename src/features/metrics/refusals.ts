import type { Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { DraftProblem } from './draft.ts'
import { fieldWords } from './field-words.ts'
import type { FormulaProblem } from './formula/read.ts'
import type { Metric } from './metric.ts'
import { addExample } from './words.ts'

/** `metrics` are those that could have been meant. */
export function unknownMetric(name: string, metrics: readonly Metric[]): Words {
  const zh = metrics.map(metric => metric.zh).join('、')
  const en = metrics.map(metric => metric.en).join(', ')
  return {
    zh: `没有叫“${name}”的指标${zh === '' ? '' : `，可选：${zh}`}`,
    en: `There is no metric called "${name}"${en === '' ? '' : `; there are: ${en}`}`,
  }
}

export function valueTooLarge(metric: Metric): Words {
  return {
    zh: `${metric.zh}的数字大得不合理，没有记下`,
    en: `The number for ${metric.en} is too large to be true; it was not recorded`,
  }
}

export function nameIsTaken(name: string, by: Metric): Words {
  return {
    zh: `“${name}”已经指${by.zh}（${by.key}），一个名字只能指一个指标`,
    en: `"${name}" already means ${by.en} (${by.key}); a name can mean only one metric`,
  }
}

export function keyIsArchived(metric: Metric): Words {
  return {
    zh: `${metric.zh}（${metric.key}）以前用过，现已停用。要恢复，请输入 /指标 恢复 ${metric.key}`,
    en: `${metric.en} (${metric.key}) was archived. To bring it back, type /metric restore ${metric.key}`,
  }
}

export function notMoney(name: string): Words {
  return {
    zh: `“${name}”不是金额类的指标，不能和个数配对`,
    en: `"${name}" is not a metric of money, so a count cannot be paired with it`,
  }
}

export const onlyManagers: Words = {
  zh: '只有经理和管理员可以修改指标',
  en: 'Only managers and admins may change the metrics',
}

export const howToAsk: Words = {
  zh: `没看懂。可以这样写：/指标，/指标 电话，/指标 添加 邮件，${addExample.zh}，/指标 设置 丢单 方向=越少越好，/指标 改名 电话 外呼，/指标 别名 电话 外呼，/指标 停用 丢单，/指标 恢复 丢单，/指标 导入（后面粘贴表格）`,
  en: `I did not understand. Type /metric, /metric calls, /metric add mails, ${addExample.en}, /metric set lost direction=less, /metric rename calls dials, /metric alias calls dials, /metric archive lost, /metric restore lost, or /metric import with a pasted table`,
}

export function draftProblem({
  problem,
  text: said,
}: {
  readonly problem: DraftProblem
  readonly text: string
}): Words {
  switch (problem) {
    case 'no-name':
      return { zh: `请给指标起个名字，例如 ${addExample.zh}`, en: `Please name the metric, such as ${addExample.en}` }
    case 'bad-name':
      return badName(said)
    case 'bad-option':
      return {
        zh: `没看懂“${said}”。可用：别名=试用,演示 单位=个数|金额|百分比|数值 类型=过程|结果 金额=签单额 小数=0–4|自动 币种=USD|本币 方向=越多越好|越少越好 汇总=合计|平均|最新 填报=销售|组长|经理`,
        en: `I did not understand "${said}". Known: alias=trial,demo unit=count|money|percent|number kind=activity|result amount=revenue decimals=0–4|auto currency=EUR|own direction=more|less aggregation=sum|average|last by=rep|lead|manager`,
      }
    case 'currency-of-no-money':
      return {
        zh: `${said}不是金额，没有币种。金额类指标请加 单位=金额`,
        en: `${said} is not money, so it has no currency. For money, add unit=money`,
      }
    case 'worked-out':
      return {
        zh: `${said}由公式算出来，币种、汇总方式和填报人由它的各项决定，不用设置`,
        en: `${said} is worked out by a formula: its currency, aggregation and who reports it follow from its parts`,
      }
    case 'counted':
      return {
        zh: `${said}由系统自动统计，单位、币种、汇总方式和填报人不能改。名字可以改：/指标 改名 ${said} 新名字`,
        en: `${said} is counted automatically: its unit, currency, aggregation and who reports it stay as they are. It can be renamed: /metric rename ${said} newname`,
      }
  }
}

export function badName(name: string): Words {
  return {
    zh: `“${name}”不能作名字：请用一个词，20 个字以内，不含数字，也不是“周”“万”这类表示时间或数量的词`,
    en: `"${name}" cannot be a name: use one word of up to 20 letters, without digits, that is no period or number such as "week" or "k"`,
  }
}

const formulaExample: Words = {
  zh: '/指标 添加 签单率 单位=百分比 公式=签单 / 拜访 * 100',
  en: '/metric add win-rate unit=percent formula=deals / visits * 100',
}

export function formulaProblem(problem: FormulaProblem, metrics: readonly Metric[]): Words {
  switch (problem.kind) {
    case 'unknown':
      return unknownMetric(problem.text, metrics)
    case 'too-long':
      return {
        zh: '公式太长了，最多 200 个字。把其中一部分先做成一个指标',
        en: 'The formula is longer than 200 characters. Make a metric of a part of it first',
      }
    case 'open':
      return { zh: '公式里有一个括号没有关上', en: 'A bracket of the formula is not closed' }
    case 'empty':
      return formulaUnclear('')
    case 'unexpected':
      return formulaUnclear(problem.text)
  }
}

function formulaUnclear(text: string): Words {
  const [zh, en] =
    text === ''
      ? ['公式不完整', 'The formula is not complete']
      : [`公式里的“${text}”没看懂`, `I did not understand "${text}" in the formula`]
  return {
    zh: `${zh}。可以用指标名、数字、+ - * / 和括号，例如 ${formulaExample.zh}`,
    en: `${en}. It is made of metrics, numbers, + - * / and brackets, such as ${formulaExample.en}`,
  }
}

export function formulaNeedsMetric(metrics: readonly Metric[]): Words {
  const { zh, en } = formulaUnclear('')
  return metrics.length === 0
    ? { zh, en }
    : { zh: `公式里没有指标。${zh}`, en: `There is no metric in the formula. ${en}` }
}

/** Entries that are there would mean something else; the way out is another metric. */
export function settled(metric: Metric, field: string): Words {
  const { zh, en } = fieldWords(field)
  return {
    zh: `${metric.zh}已有实绩，${zh}不能再改，否则以前的数字就变了意思。可以先停用再新建：/指标 停用 ${metric.zh}，然后 /指标 添加 新名字 …`,
    en: `${metric.en} has entries, so its ${en} cannot be changed: past figures would mean something else. Archive it and add a new one: /metric archive ${metric.key}, then /metric add newname …`,
  }
}

export function formulaStays(metric: Metric): Words {
  return {
    zh: `${metric.zh}的公式不能改，否则以前的榜单就变了意思。可以先停用再新建：/指标 停用 ${metric.zh}，然后 /指标 添加 新名字 公式=…`,
    en: `The formula of ${metric.en} cannot be changed: past boards would mean something else. Archive it and add a new one: /metric archive ${metric.key}, then /metric add newname formula=…`,
  }
}

export function setNotRename(metric: Metric, said: string | undefined): Words {
  return {
    zh: `${said === undefined ? '这里不能设别名' : `没看懂“${said}”`}。改名字用 /指标 改名 ${metric.zh} 新名字，加别名用 /指标 别名 ${metric.zh} 别名`,
    en: `${said === undefined ? 'Aliases are not set here' : `I did not understand "${said}"`}. To rename it, type /metric rename ${metric.key} newname; for more names, /metric alias ${metric.key} name`,
  }
}

export function nothingToSet(metric: Metric): Words {
  return {
    zh: `要改${metric.zh}的什么？例如 /指标 设置 ${metric.zh} 方向=越少越好 小数=1`,
    en: `What is to change about ${metric.en}? For example /metric set ${metric.key} direction=less decimals=1`,
  }
}

export function importFaults(faults: readonly { readonly line: number; readonly words: Words }[]): Words {
  const MOST = 20
  const listed = faults.slice(0, MOST)
  const left = faults.length - listed.length
  return {
    zh: [
      '有错，一条也没有导入：',
      ...listed.map(({ line, words }) => `第 ${line} 行：${words.zh}`),
      ...(left > 0 ? [`……还有 ${left} 处`] : []),
    ].join('\n'),
    en: [
      'There are mistakes, so nothing was imported:',
      ...listed.map(({ line, words }) => `line ${line}: ${words.en}`),
      ...(left > 0 ? [`… and ${left} more`] : []),
    ].join('\n'),
  }
}

export const howToImport: Words = {
  zh: '请在 /指标 导入 后面另起一行粘贴表格，第一行是表头，例如：\n名称,英文,单位,方向\n邮件,mails,个数,越多越好',
  en: 'Paste a table on the lines after /metric import; its first line is the header, such as:\nname,zh,unit,direction\nmails,邮件,count,more',
}

export function unknownColumn(said: string): Words {
  return {
    zh: `没有“${said}”这一列，可用：名称、英文、别名、单位、类型、金额、小数、币种、方向、汇总、填报、公式`,
    en: `there is no column "${said}"; there are name, zh, aliases, unit, kind, amount, decimals, currency, direction, aggregation, by, formula`,
  }
}

export function nothingToCorrect(metric: Metric, date: LocalDate): Words {
  return {
    zh: `${date} 没有${metric.zh}的实绩，没什么可更正。要补记请输入 /记录 ${metric.zh} 数字 ${date}`,
    en: `There is no entry of ${metric.en} on ${date} to correct. To add one, type /record ${metric.key} number ${date}`,
  }
}
