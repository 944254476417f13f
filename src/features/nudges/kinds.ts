import type { Lang, Words } from '../../base/words.ts'
import type { ValueKind } from '../setting.ts'

/** Those of which numbers tell whether they help. */
export const measuredKinds = ['nudges.before-due', 'nudges.at-due', 'coaching.behind'] as const

/** Everything that people are spoken to unasked about; `again` is left out, since they asked for it. */
export const nudgeKinds = [
  ...measuredKinds,
  'cases.due',
  'cases.story',
  'cases.quiz',
  'notices.unread',
  'welcome.week',
  'voice.unanswered',
  'voice.pulse',
  'rules.changed',
  'rules.unanswered',
] as const
export type NudgeKind = (typeof nudgeKinds)[number]

const names: Readonly<Record<NudgeKind, Words>> = {
  'nudges.before-due': { zh: '截止前提醒', en: 'before due' },
  'nudges.at-due': { zh: '截止时提醒', en: 'at due' },
  'coaching.behind': { zh: '进度提醒', en: 'pace' },
  'cases.due': { zh: '案例提醒', en: 'cases' },
  'cases.story': { zh: '赢单故事', en: 'win stories' },
  'cases.quiz': { zh: '案例小测', en: 'case quiz' },
  'notices.unread': { zh: '未读通知', en: 'unread notices' },
  'welcome.week': { zh: '新人第一周', en: 'first week' },
  'voice.unanswered': { zh: '反馈待回复', en: 'unanswered feedback' },
  'voice.pulse': { zh: '每周心情', en: 'weekly pulse' },
  'rules.unanswered': { zh: '点名的问题', en: 'questions by name' },
  'rules.changed': { zh: '群规变化', en: 'rule changes' },
}

export function nudgeName(kind: NudgeKind): Words {
  return names[kind]
}

/** Kinds of nudges by their names, or none. */
export const kindsOfNudges: ValueKind<NudgeKind[]> = {
  takes: {
    zh: `${nudgeKinds.map(kind => names[kind].zh).join('、')}，用顿号隔开；或“无”`,
    en: `${nudgeKinds.map(kind => names[kind].en).join(', ')}, with commas between them; or none`,
  },
  example: names['nudges.before-due'],
  read(text) {
    if (/^(?:none|无|没有)$/i.test(text.trim())) return []
    const said = text.split(/[、，,;；]/).map(name => name.trim().toLowerCase())
    const found = said.map(name => nudgeKinds.find(kind => [kind, names[kind].zh, names[kind].en].includes(name)))
    return found.every(kind => kind !== undefined) ? [...new Set(found)] : undefined
  },
  show: (kinds, { lang }) => namesOfKinds(kinds, lang),
}

/** As they are typed and shown. */
export function namesOfKinds(kinds: readonly NudgeKind[], lang: Lang): string {
  if (kinds.length === 0) return { zh: '无', en: 'none' }[lang]
  return kinds.map(kind => names[kind][lang]).join({ zh: '、', en: ', ' }[lang])
}
