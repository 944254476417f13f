import type { Lang, Words } from '../../../base/words.ts'
import { dayOfMonth, type LocalDate, monthOf, weekdayOf } from '../../../calendar/dates.ts'
import { commandOf } from '../../forms/command-of.ts'
import type { TeamForm } from '../../forms/store.ts'

const weekdays: Readonly<Record<Lang, string>> = { zh: '一二三四五六日', en: 'MonTueWedThuFriSatSun' }
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** A day as one says it among colleagues: 11月20日 周五, Fri 20 Nov. */
export function dayLabel(date: LocalDate, lang: Lang): string {
  const day = weekdayOf(date) - 1
  if (lang === 'zh') return `${monthOf(date)}月${dayOfMonth(date)}日 周${weekdays.zh[day]}`
  const month = monthOf(date) - 1
  return `${weekdays.en.slice(3 * day, 3 * day + 3)} ${dayOfMonth(date)} ${months.slice(3 * month, 3 * month + 3)}`
}

/** How long after the due moment: 12 分钟, 2 小时 5 分钟. */
export function durationLabel(ms: number, lang: Lang): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const units = { zh: [`${hours} 小时`, `${rest} 分钟`], en: [`${hours} h`, `${rest} min`] }[lang]
  return units.filter((_, at) => (at === 0 ? hours : rest) > 0).join(' ')
}

export function listed(names: readonly string[], lang: Lang): string {
  return names.join(lang === 'zh' ? '、' : ', ')
}

/** How a line for that round begins when it is typed, by the member or by somebody for them. */
export function lineStart(
  form: Pick<TeamForm, 'kind' | 'key'>,
  about: { readonly who: string | null; readonly date: LocalDate | null },
  lang: Lang,
): string {
  const words: Words = { zh: `替${about.who}`, en: `for ${about.who}` }
  const command = commandOf({ ...form, kind: form.kind === 'plan' ? 'plan' : 'report' }, lang)
  const parts = [
    command,
    about.who === null ? '' : words[lang],
    about.date ?? '',
    form.kind === 'custom' ? form.key : '',
  ]
  return parts.filter(part => part !== '').join(' ')
}
