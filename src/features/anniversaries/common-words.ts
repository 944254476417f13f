import type { Lang } from '../../base/words.ts'
import type { LocalTime } from '../../calendar/dates.ts'
import type { Button } from '../../content/content.ts'

/** When the group is told. */
export function whenWords(greetAt: LocalTime | null, lang: Lang): string {
  if (greetAt === null) {
    return { zh: '团队现在没有开启祝贺', en: 'The team has greetings switched off at present' }[lang]
  }
  return {
    zh: `当天 ${greetAt} 在群里祝贺；逢休息日，下一个工作日`,
    en: `The group greets you at ${greetAt} on the day, or on the next workday if it is a day off`,
  }[lang]
}

export function offButton(id: string, command: string, lang: Lang): Button {
  const off = { zh: '关', en: 'off' }[lang]
  return { id, label: { zh: '不再祝贺', en: 'No greetings' }[lang], words: `${command} ${off}`, value: 'off' }
}
