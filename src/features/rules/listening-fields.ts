import { langs, type Words } from '../../base/words.ts'
import { readTimeSpan } from '../../commands/arguments.ts'
import { isNone, type RuleField } from './field.ts'
import { dayNames, hoursWords } from './listens-words.ts'
import type { RuleDefinition } from './rule.ts'
import { titleOf } from './titles.ts'

type Hearing = RuleDefinition['listens']['to']

const hearingNames: Readonly<Record<Hearing, Words>> = {
  talk: { zh: '大家的聊天', en: 'talk' },
  'for-us': { zh: '发给机器人的', en: 'for-us' },
  all: { zh: '全部', en: 'all' },
}

const hearings = ['talk', 'for-us', 'all'] as const
const days = ['every-day', 'workdays', 'days-off'] as const

export const listeningFields: readonly RuleField[] = [
  {
    id: 'title',
    label: { zh: '名称', en: 'Title' },
    spellings: ['title', 'name', '名称', '标题', '名字'],
    kind: 'line',
    takes: { zh: '一个名称', en: 'a title' },
    show: titleOf,
    write: (rule, text, lang) => ({ ...rule, title: { ...rule.title, [lang]: text } }),
  },
  {
    id: 'hours',
    label: { zh: '什么时间', en: 'Hours' },
    spellings: ['time', '时间', '时段'],
    kind: 'line',
    takes: {
      zh: '一段时间，如 21:00-08:00、工作日 9:00-18:00；或“不限”',
      en: 'from one time to another, such as 21:00-08:00 or 9:00-18:00 workdays; or none',
    },
    show: ({ listens: { hours } }, lang) =>
      hours === undefined ? { zh: '不限', en: 'none' }[lang] : hoursWords(hours, lang),
    write(rule, text) {
      const { hours: _, ...listens } = rule.listens
      if (isNone(text)) return { ...rule, listens }
      const hours = readHours(text)
      return hours === null ? undefined : { ...rule, listens: { ...listens, hours } }
    },
  },
  {
    id: 'to',
    label: { zh: '听哪些消息', en: 'Listens to' },
    spellings: ['to', 'listens', '对象', '听'],
    kind: 'choice',
    options: lang => hearings.map(value => ({ value, label: hearingNames[value][lang] })),
    takes: { zh: '大家的聊天、发给机器人的、全部', en: 'talk, for-us, all' },
    show: ({ listens: { to } }) => to,
    write(rule, text) {
      const said = text.toLowerCase()
      const to = hearings.find(one => [one, ...langs.map(lang => hearingNames[one][lang])].includes(said))
      return to && { ...rule, listens: { ...rule.listens, to } }
    },
  },
]

/** `工作日 9:00-18:00`, `21:00-08:00`, `9am-6pm on workdays`. */
function readHours(text: string): unknown {
  const said = text.normalize('NFKC').toLowerCase()
  const on =
    days.find(day => langs.some(lang => said.includes(dayNames[day][lang]))) ??
    (said.includes('workday') ? 'workdays' : 'every-day')
  const spoken = [
    ...days.flatMap(day => langs.map(lang => dayNames[day][lang])),
    'on workdays',
    'workdays',
    'workday',
    'daily',
  ]
  const span = readTimeSpan(spoken.reduce((rest, word) => rest.replace(word, ' '), said).trim())
  return span === null ? null : { ...span, on }
}
