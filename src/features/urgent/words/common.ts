import type { Lang, Words } from '../../../base/words.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import type { Button } from '../../../content/content.ts'
import type { Matter, Severity } from '../matter.ts'

export const severityNames: Readonly<Record<Severity, Words>> = {
  high: { zh: '紧急', en: 'urgent' },
  critical: { zh: '特急', en: 'critical' },
}

/** `特急 #7` */
export function titleOf({ number, severity }: Pick<Matter, 'number' | 'severity'>, lang: Lang): string {
  const name = severityNames[severity]
  return { zh: `${name.zh} #${number}`, en: `${name.en === 'urgent' ? 'Urgent' : 'Critical'} #${number}` }[lang]
}

/** A moment as it reads beside another one: the date is left out on the same day. */
export function whenWords(at: Date, now: Date, zone: Zone): string {
  const [then, today] = [toLocal(at, zone), toLocal(now, zone)]
  return then.date === today.date ? then.time : `${then.date.slice(5)} ${then.time}`
}

/** What can be done with a matter by a button or a word. */
export function buttonFor(
  what: 'take' | 'decline' | 'show' | 'worsen',
  { id, number }: Pick<Matter, 'id' | 'number'>,
  lang: Lang,
): Button {
  const labels = {
    take: { zh: '我来处理', en: 'I take it' },
    decline: { zh: '我现在不行', en: 'I cannot now' },
    show: { zh: '看进展', en: 'Timeline' },
    worsen: { zh: '升为特急', en: 'Make it critical' },
  }[what]
  const verb = {
    take: { zh: ' 收到', en: ' ok' },
    decline: { zh: ' 不行', en: ' no' },
    show: { zh: '', en: '' },
    worsen: { zh: ' 特急', en: ' critical' },
  }[what]
  return {
    id: `urgent.${what}`,
    label: labels[lang],
    words: { zh: `/紧急 ${number}${verb.zh}`, en: `/urgent ${number}${verb.en}` }[lang],
    value: id,
    ...(what === 'take' && { style: 'primary' as const }),
    ...(what === 'worsen' && { style: 'danger' as const }),
  }
}

export function listWords(names: readonly string[], lang: Lang): string {
  return names.join({ zh: '、', en: ', ' }[lang])
}
