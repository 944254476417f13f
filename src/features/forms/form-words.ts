import type { Lang, Words } from '../../base/words.ts'
import type { Slot } from '../../calendar/schedule.ts'
import { field, fields, quiet, type Spanlike, strong } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { cadenceWords, slotWords } from './cadence-words.ts'
import { type AskedMetric, type FormDefinition, labelOf, type Question, type QuestionKind } from './definition.ts'

/** What is shown of a form beside the form itself. */
export interface Shown {
  readonly metrics: readonly AskedMetric[]
  /** The next moments at which it is due. */
  readonly next: readonly Slot[]
  readonly lang: Lang
}

/** When the form is asked, and of whom. */
export function timesFields({ cadence, members, visibility }: FormDefinition, lang: Lang): Block | null {
  const times = cadenceWords(cadence, lang)
  const labels = {
    zh: { opens: '开始', due: '截止', closes: '关闭', early: '提前交', who: '谁来填', sees: '谁能看' },
    en: { opens: 'Opens', due: 'Due', closes: 'Closes', early: 'Early', who: 'Asked of', sees: 'Seen by' },
  }[lang]
  return fields(
    field(labels.opens, times.opens),
    field(labels.due, times.due),
    field(labels.closes, times.closes),
    field(labels.early, times.early),
    field(labels.who, membersWords(members, lang)),
    visibility === 'manager' ? field(labels.sees, { zh: '仅经理和本人', en: 'managers and the author' }[lang]) : null,
  )
}

const roleWords = {
  rep: { zh: '销售', en: 'reps' },
  lead: { zh: '组长', en: 'leads' },
  manager: { zh: '经理', en: 'managers' },
  admin: { zh: '管理员', en: 'admins' },
} as const satisfies Record<string, Words>

function membersWords(members: FormDefinition['members'], lang: Lang): string {
  const everybody = { zh: '所有人', en: 'everybody' }[lang]
  if (members === 'all') return everybody
  const named = members.memberIds?.length ?? 0
  const parts = [
    ...(members.roles ?? []).map(role => roleWords[role][lang]),
    ...(named > 0 ? [{ zh: `${named} 位指定成员`, en: `${named} named members` }[lang]] : []),
  ]
  return parts.length === 0 && !members.roles && !members.memberIds
    ? everybody
    : parts.join(lang === 'zh' ? '、' : ', ')
}

const kindWords: Readonly<Record<QuestionKind, Words>> = {
  metric: { zh: '数字', en: 'number' },
  line: { zh: '一行文字', en: 'one line' },
  text: { zh: '文字', en: 'text' },
  date: { zh: '日期', en: 'date' },
  'yes-no': { zh: '是否', en: 'yes or no' },
  choice: { zh: '单选', en: 'one choice' },
  choices: { zh: '多选', en: 'choices' },
  scale: { zh: '评分', en: 'scale' },
  blocker: { zh: '卡点', en: 'blockers' },
  items: { zh: '事项', en: 'items' },
  notes: { zh: '备注', en: 'notes' },
}

/** One question with everything that holds for it. */
export function questionLine(
  question: Question,
  { questions }: FormDefinition,
  { metrics, lang }: Shown,
): readonly Spanlike[] {
  const condition = questions.find(({ id }) => id === question.when?.question)
  const on = condition && labelOf(condition, metrics)[lang]
  const facts = [
    kindWords[question.kind][lang],
    ...('options' in question ? [question.options.map(option => option.label[lang]).join('/')] : []),
    ...(question.kind === 'scale' ? [`${question.scale.from}–${question.scale.to}`] : []),
    ...(question.required ? [{ zh: '必填', en: 'required' }[lang]] : []),
    ...(on === undefined ? [] : [{ zh: `看“${on}”的回答`, en: `depends on "${on}"` }[lang]]),
    ...(question.visibility === 'manager' ? [{ zh: '仅经理可见', en: 'for managers only' }[lang]] : []),
  ]
  return [strong(labelOf(question, metrics)[lang]), ` · ${facts.join(' · ')}`]
}

export function nextLine({ next, lang }: Shown): Block | null {
  if (next.length === 0) return null
  const times = next.map(slot => slotWords(slot, lang)).join(' · ')
  return quiet({ zh: `接下来的截止时间：${times}`, en: `Next due: ${times}` }[lang])
}
