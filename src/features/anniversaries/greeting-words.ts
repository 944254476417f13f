import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { content, heading, list, mention, type Spanlike, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import type { DrawingOf } from '../../pictures/drawing.ts'
import { dayWords } from './day-words.ts'
import type { Greeting } from './own-days.ts'

export type Named = Greeting & { readonly name: string }

const birthday: Words = { zh: '🎂 生日快乐', en: '🎂 Happy birthday' }
const together: Words = { zh: '🎉 入职周年', en: '🎉 Years together' }

/** What the group hears: everybody of the day in one message, and whose day was when if it was a day off. Never an age. */
export function greetingContent(all: readonly Named[], picture: Block | null, today: LocalDate, lang: Lang): Content {
  const birthdays = all.filter(({ kind }) => kind === 'birthday')
  const starts = all.filter(({ kind }) => kind === 'start')
  const [title = null, ...more] = [
    ...section(birthday[lang], birthdays, today, lang),
    ...section(together[lang], starts, today, lang),
  ]
  return content(lang, title, picture, ...more, text(cheer(birthdays.length > 0, lang)))
}

/** The same to be drawn. */
export function greetingDrawing(all: readonly Named[], today: LocalDate, lang: Lang): DrawingOf<'cheer'> {
  const kinds = new Set(all.map(({ kind }) => kind))
  const titles = [...(kinds.has('birthday') ? [birthday[lang]] : []), ...(kinds.has('start') ? [together[lang]] : [])]
  return {
    ...{ kind: 'cheer', title: titles.join(' · '), words: cheer(kinds.has('birthday'), lang) },
    people: all.map(greeting => ({ name: greeting.name, note: noteOf(greeting, today, lang) })),
  }
}

/** What the picture shows, for those who cannot see it; the words stand below it. */
export function greetingPictureWords(all: readonly Named[], lang: Lang): string {
  const names = all.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
  return { zh: `图：祝贺 ${names}`, en: `Picture: good wishes to ${names}` }[lang]
}

function noteOf(greeting: Named, today: LocalDate, lang: Lang): string {
  const day = greeting.date === today ? { zh: '今天', en: 'today' }[lang] : dayWords(greeting.date, lang)
  if (greeting.kind === 'birthday') return day
  const { years } = greeting
  return { zh: `满 ${years} 年 · ${day}`, en: `${years} ${years === 1 ? 'year' : 'years'} · ${day}` }[lang]
}

function section(title: string, greetings: readonly Named[], today: LocalDate, lang: Lang): readonly (Block | null)[] {
  if (greetings.length === 0) return []
  return [heading(title), list(greetings.map(greeting => line(greeting, today, lang)))]
}

function line(greeting: Named, today: LocalDate, lang: Lang): readonly Spanlike[] {
  const { memberId, name, date } = greeting
  const day = date === today ? { zh: '今天', en: 'today' }[lang] : dayWords(date, lang)
  const years = greeting.kind === 'start' ? yearWords(greeting.years, lang) : ''
  return [mention({ id: memberId, name }), { zh: `${years}（${day}）`, en: `${years} (${day})` }[lang]]
}

function yearWords(years: number, lang: Lang): string {
  return { zh: ` 满 ${years} 年`, en: `, ${years} ${years === 1 ? 'year' : 'years'}` }[lang]
}

function cheer(hasBirthday: boolean, lang: Lang): string {
  if (hasBirthday) return { zh: '送上一句祝福吧！', en: 'Send them a kind word!' }[lang]
  return { zh: '谢谢一路同行！', en: 'Thank you for being here!' }[lang]
}

export const whyGreeted: Words = {
  zh: '成员自己用 /生日 或 /入职 同意了在群里祝贺；休息日的顺延到下一个工作日',
  en: 'They agreed to it with /birthday or /joined; days off are greeted on the next workday',
}
