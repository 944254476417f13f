import type { Lang, Words } from '../../base/words.ts'

/** Why done and planned differ, for one tap. */
const names = {
  rescheduled: { zh: '客户改期', en: 'Customer rescheduled' },
  'no-resources': { zh: '资源没到位', en: 'Resources missing' },
  'no-time': { zh: '时间不够', en: 'Not enough time' },
  'planned-high': { zh: '计划偏高', en: 'Planned too high' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>

export type ReasonCode = keyof typeof names

export const reasonCodes: readonly ReasonCode[] = ['rescheduled', 'no-resources', 'no-time', 'planned-high', 'other']

const LONGEST = 200

/** A reason as it is kept: the code of one of ours in either language, else the words themselves. Null for none. */
export function readReason(text: string): string | null {
  const said = text.trim()
  if (said === '') return null
  const plain = fold(said)
  const code = reasonCodes.find(one => [one, names[one].zh, names[one].en].some(name => fold(name) === plain))
  return code ?? said.slice(0, LONGEST)
}

export function reasonName(reason: string, lang: Lang): string {
  return isCode(reason) ? names[reason][lang] : reason
}

function isCode(reason: string): reason is ReasonCode {
  return Object.hasOwn(names, reason)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
