import type { Lang, Words } from '../../base/words.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, code, content, field, fields, form, quiet, text } from '../../content/build.ts'
import type { Block, Button, Content } from '../../content/content.ts'
import { hoursWords, type QuietHours } from './quiet-hours.ts'
import { laterButton, notTodayButton } from './remind-words.ts'

export function quietForWords(lang: Lang, { until, again, zone }: { until: Date; again: number; zone: Zone }): Content {
  const { date, time } = toLocal(until, zone)
  const w = {
    zh: {
      quiet: `${date} ${time} 之前不提醒你。`,
      again: again === 0 ? '' : '到时若还没交，会再提醒一次。',
    },
    en: {
      quiet: `No reminders until ${time} on ${date}.`,
      again: again === 0 ? '' : ' If it is still open then, you are reminded once more.',
    },
  }[lang]
  return content(lang, text(w.quiet, w.again), actions(offButton(lang)))
}

export function quietTodayWords(lang: Lang): Content {
  const words = { zh: '今天不再提醒你。', en: 'No more reminders today.' }
  return content(lang, text(words[lang]), actions(offButton(lang)))
}

export function quietHoursWords(lang: Lang, hours: QuietHours): Content {
  const words = {
    zh: `你的免打扰时间：每天 ${hoursWords(hours)}。`,
    en: `Your quiet hours: ${hoursWords(hours)} every day.`,
  }
  return content(lang, text(words[lang]), actions(offButton(lang)))
}

export function quietOffWords(lang: Lang, team: QuietHours | null): Content {
  const words = {
    zh: `已恢复提醒，免打扰时间按团队的：${hoursOrNone(team, lang)}。`,
    en: `Reminders are on again, with the team's quiet hours: ${hoursOrNone(team, lang)}.`,
  }
  return content(lang, text(words[lang]))
}

export interface QuietFacts {
  readonly hours: QuietHours | null
  readonly isOwn: boolean
  readonly until: Date | null
  readonly zone: Zone
  readonly spent: number
  readonly perDay: number
}

export function quietShownWords(lang: Lang, facts: QuietFacts): Content {
  const how = { zh: '可以写：', en: 'You can type ' }
  const examples = {
    zh: '/免打扰 30 · /免打扰 今天 · /免打扰 21:00-08:00 · /免打扰 关',
    en: '/quiet 30 · /quiet today · /quiet 21:00-08:00 · /quiet off',
  }
  return content(lang, ...quietBlocks(lang, facts), quiet(how[lang], code(examples[lang])))
}

/** How it stands, with the ways to change it. */
export function quietBlocks(lang: Lang, facts: QuietFacts): readonly (Block | null)[] {
  const { hours, isOwn, until, zone, spent, perDay } = facts
  const w = {
    zh: {
      hours: isOwn ? '你的免打扰时间' : '团队的免打扰时间',
      until: '此刻不提醒，直到',
      today: '今天主动提醒',
    },
    en: {
      hours: isOwn ? 'Your quiet hours' : "The team's quiet hours",
      until: 'Quiet until',
      today: 'Reminders today',
    },
  }[lang]
  const local = until && toLocal(until, zone)
  return [
    fields(
      field(w.hours, hoursOrNone(hours, lang)),
      local && field(w.until, `${local.date} ${local.time}`),
      field(w.today, { zh: `${spent} 次，上限 ${perDay} 次`, en: `${spent} of at most ${perDay}` }[lang]),
    ),
    actions(laterButton(lang), notTodayButton(lang), hoursButton(lang, hours), offButton(lang)),
  ]
}

/** The form in which a person sets their own hours. */
export function quietHoursForm(lang: Lang, { hours }: Pick<QuietFacts, 'hours'>): Content {
  const { from, to } = hours ?? usualHours
  const w = {
    zh: { title: '我的免打扰时间', from: '从', to: '到', submit: '保存' },
    en: { title: 'My quiet hours', from: 'From', to: 'To', submit: 'Save' },
  }[lang]
  return content(
    lang,
    form({
      id: 'nudges.hours',
      title: w.title,
      submit: w.submit,
      words: hoursTyped(lang, { from, to }),
      inputs: [
        { id: 'from', label: w.from, kind: 'time', required: true, initial: from },
        { id: 'to', label: w.to, kind: 'time', required: true, initial: to },
      ],
    }),
  )
}

const usualHours: QuietHours = { from: '21:00', to: '08:00' }

function hoursButton(lang: Lang, hours: QuietHours | null): Button {
  const label = { zh: '设免打扰时间', en: 'Set quiet hours' }[lang]
  return { id: 'nudges.hours', label, words: hoursTyped(lang, hours ?? usualHours) }
}

function hoursTyped(lang: Lang, { from, to }: QuietHours): string {
  return { zh: `/免打扰 ${from}-${to}`, en: `/quiet ${from}-${to}` }[lang]
}

export const quietUnclear: Words = {
  zh: '没看懂。可以写：/免打扰 30（分钟，最多一天）、/免打扰 今天、/免打扰 21:00-08:00、/免打扰 关',
  en: 'I did not understand. Type /quiet 30 (minutes, a day at most), /quiet today, /quiet 21:00-08:00 or /quiet off',
}

function offButton(lang: Lang): Button {
  const label = { zh: '恢复提醒', en: 'Remind me again' }[lang]
  return { id: 'nudges.quiet-off', label, words: { zh: '/免打扰 关', en: '/quiet off' }[lang] }
}

function hoursOrNone(hours: QuietHours | null, lang: Lang): string {
  return hours ? hoursWords(hours) : { zh: '没有设', en: 'none' }[lang]
}
