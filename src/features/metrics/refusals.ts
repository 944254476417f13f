import type { Words } from '../../base/words.ts'
import type { DraftResult } from './draft.ts'
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
  zh: `没看懂。可以这样写：/指标，${addExample.zh}，/指标 别名 电话 外呼，/指标 停用 丢单，/指标 恢复 丢单`,
  en: `I did not understand. Type /metric, ${addExample.en}, /metric alias calls dials, /metric archive lost, or /metric restore lost`,
}

export function draftProblem({ problem, text: said }: Extract<DraftResult, { ok: false }>): Words {
  switch (problem) {
    case 'no-name':
      return { zh: `请给指标起个名字，例如 ${addExample.zh}`, en: `Please name the metric, such as ${addExample.en}` }
    case 'bad-name':
      return badName(said)
    case 'bad-option':
      return {
        zh: `没看懂“${said}”。可用：别名=试用,演示 单位=个数|金额|百分比|数值 类型=过程|结果 金额=签单额`,
        en: `I did not understand "${said}". Known: alias=trial,demo unit=count|money|percent|number kind=activity|result amount=revenue`,
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
