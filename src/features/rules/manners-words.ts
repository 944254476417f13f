import type { Lang, Words } from '../../base/words.ts'
import type { Manners, StepKind } from './rule.ts'

/** What a step is called; it can be typed so. */
export const stepNames: Readonly<Record<StepKind, Words>> = {
  hint: { zh: '私下提醒', en: 'hint' },
  log: { zh: '记录', en: 'log' },
  'tell-manager': { zh: '告知经理', en: 'tell-manager' },
  'open-hint': { zh: '群里提醒', en: 'open-hint' },
  recall: { zh: '撤回', en: 'recall' },
}

const firstly: Readonly<Record<StepKind, Words>> = {
  hint: { zh: '没做到先私下提醒', en: 'at first a private hint' },
  log: { zh: '没做到只记录，不打扰', en: 'at first it is only written down' },
  'tell-manager': { zh: '没做到会私下告诉经理', en: 'a manager is told in private' },
  'open-hint': { zh: '没做到会在群里提醒', en: 'it is said in the group' },
  recall: { zh: '没做到会撤回，换成打码的', en: 'the message is taken back for a masked copy' },
}

const lastly: Readonly<Record<StepKind, Words>> = {
  hint: { zh: '', en: '' },
  log: { zh: '再有只记录', en: 'after that it is written down' },
  'tell-manager': { zh: '一再如此才告诉经理', en: 'a manager hears of it only if it goes on' },
  'open-hint': { zh: '一再如此会在群里提醒', en: 'if it goes on, it is said in the group' },
  recall: { zh: '一再如此会撤回，换成打码的', en: 'if it goes on, the message is taken back for a masked copy' },
}

/** The same where nothing else ever follows. */
const always: Readonly<Partial<Record<StepKind, Words>>> = {
  hint: { zh: '没做到会私下提醒', en: 'a private hint when it is forgotten' },
  log: { zh: '没做到只记录，不打扰', en: 'it is only written down' },
}

/** What happens first, and at worst. */
export function mannersWords({ steps }: Manners, lang: Lang): string {
  const [first = 'log'] = steps.map(step => step.do)
  const worst = steps.map(step => step.do).findLast(step => step !== first && lastly[step][lang] !== '')
  if (worst === undefined) return (always[first] ?? firstly[first])[lang]
  return [firstly[first][lang], lastly[worst][lang]].join({ zh: '，', en: '; ' }[lang])
}
