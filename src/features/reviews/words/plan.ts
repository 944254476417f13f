import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, quiet, type Spanlike, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { convertedWords, rateMissing } from '../../metrics/money/rate-words.ts'
import type { Effect } from '../effect.ts'
import type { Task } from '../task.ts'

interface Row {
  readonly task: Task
  /** Null when it is the member themself. */
  readonly owner: string | null
  readonly effect: Effect | null
}

/** The plan with what became of each task, numbered as it can be typed. */
export function planContent(
  { name, rows, today }: { name: string; rows: readonly Row[]; today: string },
  lang: Lang,
): Content {
  const w = {
    zh: { title: `${name} 的改进计划`, none: '还没有任务。', how: '加一项：/评估 改进 内容 12月15日前 看 电话' },
    en: {
      title: `Improvement plan of ${name}`,
      none: 'No tasks yet.',
      how: 'Add one: /review plan WHAT by 12-15 metric calls',
    },
  }[lang]
  const lines = rows.map((row, at) => text(...taskLine(row, at + 1, today, lang)))
  const note = {
    zh: '前后对比只说明先后，不等于因果。',
    en: 'Before and after tells what came when, not what caused it.',
  }
  return content(
    lang,
    heading(w.title),
    ...(lines.length === 0 ? [text(w.none)] : lines),
    doneButtons(rows, lang),
    rows.some(({ effect }) => effect !== null) ? quiet(note[lang]) : null,
    quiet(w.how),
  )
}

function taskLine({ task, owner, effect }: Row, number: number, today: string, lang: Lang): readonly Spanlike[] {
  const mark = task.doneOn === null ? '☐' : '☑'
  const late = { zh: '，已过期', en: ', overdue' }[lang]
  const due = { zh: `${task.dueOn} 前`, en: `by ${task.dueOn}` }[lang]
  const when = task.doneOn ?? `${due}${task.dueOn < today ? late : ''}`
  const parts = [when, owner, effect && effectWords(effect, lang)].filter(part => part !== null)
  return [`${mark} ${number}. `, strong(task.words), ` · ${parts.join(' · ')}`]
}

function effectWords({ metric, perWorkday, before, after, converted }: Effect, lang: Lang): string {
  const shown = (value: number | null) => (value === null ? '—' : showValue(metric, value, lang))
  const each = perWorkday ? { zh: '每工作日', en: ' per workday' }[lang] : ''
  const change = `${metricName(metric, lang)}${each} ${shown(before)} → ${shown(after)}`
  if (converted === null) return change
  const { missing, into } = converted
  const how = (missing ? rateMissing(missing, into) : convertedWords(converted))[lang]
  return { zh: `${change}（${how}）`, en: `${change} (${how})` }[lang]
}

function doneButtons(rows: readonly Row[], lang: Lang): Block | null {
  const open = rows.flatMap(({ task }, at) => (task.doneOn === null ? [{ task, number: at + 1 }] : []))
  const label = { zh: '完成', en: 'Done' }[lang]
  return actions(
    ...open.slice(0, 5).map(({ task, number }) => ({
      id: 'reviews.done',
      label: `${label} ${number}`,
      words: { zh: `/评估 完成 ${number}`, en: `/review done ${number}` }[lang],
      value: task.id,
    })),
  )
}

interface Set {
  readonly task: Task
  readonly name: string
  readonly owner: string
  readonly metric: Metric | null
}

export function taskSet(facts: Set, lang: Lang): Content {
  const done = { zh: '已加到改进计划：', en: 'Added to the improvement plan: ' }
  return content(lang, text(done[lang], strong(facts.task.words)), quiet(termsOf(facts, lang)))
}

/** To the member, and to the owner if that is somebody else. */
export function toldTask(facts: Set & { readonly by: string }, lang: Lang): Content {
  const { by, name } = facts
  const words = { zh: `${by} 给 ${name} 的改进计划加了一项：`, en: `${by} added to the improvement plan of ${name}: ` }
  return content(lang, text(words[lang], strong(facts.task.words)), quiet(termsOf(facts, lang)))
}

function termsOf({ task, name, owner, metric }: Set, lang: Lang): string {
  const w = {
    zh: { who: `${name}，${owner} 负责`, due: `${task.dueOn} 前`, effect: '看前后变化：' },
    en: { who: `${name}; owner ${owner}`, due: `by ${task.dueOn}`, effect: 'watching ' },
  }[lang]
  return [w.who, w.due, metric && `${w.effect}${metricName(metric, lang)}`].filter(part => part !== null).join(' · ')
}

export function taskEnded(
  { how, words, effect }: { how: 'done' | 'drop'; words: string; effect: Effect | null },
  lang: Lang,
): Content {
  const said = {
    done: { zh: '完成了：', en: 'Done: ' },
    drop: { zh: '不做了：', en: 'Dropped: ' },
  }[how]
  return content(lang, text(said[lang], strong(words)), effect && text(effectWords(effect, lang)))
}

export function remindTask({ task, daysOver }: { task: Task; daysOver: number }, lang: Lang): Content {
  const when =
    daysOver > 0
      ? { zh: `已过期 ${daysOver} 天`, en: `${daysOver} days overdue` }
      : daysOver === 0
        ? { zh: '今天到期', en: 'due today' }
        : { zh: `${task.dueOn} 到期`, en: `due on ${task.dueOn}` }
  const lead = { zh: '改进计划：', en: 'Improvement plan: ' }[lang]
  const label = { zh: '完成了', en: 'Done' }[lang]
  return content(
    lang,
    text(lead, strong(task.words), ` · ${when[lang]}`),
    actions({
      ...{ id: 'reviews.done', label, value: task.id },
      words: { zh: '/评估 改进', en: '/review plan' }[lang],
    }),
  )
}

export function whyTask(by: string): Words {
  return { zh: `${by} 加了一项改进任务`, en: `${by} added a task to an improvement plan` }
}

export const whyReminded: Words = {
  zh: '改进计划里由你负责的一项快到期或已过期',
  en: 'a task of an improvement plan that is yours is due or overdue',
}

export const taskHow: Words = {
  zh: '请写内容和日期，例如 /评估 改进 张三 每天多打5个电话 12月15日前 看 电话',
  en: 'Write what and by when, for example /review plan Zhang San five more calls a day by 12-15 metric calls',
}

export function dayPast(date: string): Words {
  return { zh: `${date} 已经过去了，请写以后的日期。`, en: `${date} is over; write a day to come.` }
}

export const noSuchTask: Words = {
  zh: '没有这一项，或者已经结束了。看列表：/评估 改进',
  en: 'There is no such open task of yours. See the list: /review plan',
}
