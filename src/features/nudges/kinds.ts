import type { Lang, Words } from '../../base/words.ts'
import type { ValueKind } from '../setting.ts'

/** Everything that people are spoken to unasked about; `again` is left out, since they asked for it. */
export const nudgeKinds = ['nudges.before-due', 'nudges.at-due', 'coaching.behind'] as const
export type NudgeKind = (typeof nudgeKinds)[number]

const names: Readonly<Record<NudgeKind, Words>> = {
  'nudges.before-due': { zh: '截止前提醒', en: 'before due' },
  'nudges.at-due': { zh: '截止时提醒', en: 'at due' },
  'coaching.behind': { zh: '进度提醒', en: 'pace' },
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
