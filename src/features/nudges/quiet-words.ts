import type { Lang, Words } from '../../base/words.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, code, content, field, fields, quiet, text } from '../../content/build.ts'
import type { Button, Content } from '../../content/content.ts'
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

interface Shown {
  readonly hours: QuietHours | null
  readonly isOwn: boolean
  readonly until: Date | null
  readonly zone: Zone
  readonly spent: number
  readonly perDay: number
}

export function quietShownWords(lang: Lang, { hours, isOwn, until, zone, spent, perDay }: Shown): Content {
  const w = {
    zh: {
      hours: isOwn ? '你的免打扰时间' : '团队的免打扰时间',
      until: '此刻不提醒，直到',
      today: '今天主动提醒',
      how: '可以写：',
    },
    en: {
      hours: isOwn ? 'Your quiet hours' : "The team's quiet hours",
      until: 'Quiet until',
      today: 'Reminders today',
      how: 'You can type ',
    },
  }[lang]
  const local = until && toLocal(until, zone)
  const examples = {
    zh: '/免打扰 30 · /免打扰 今天 · /免打扰 21:00-08:00 · /免打扰 关',
    en: '/quiet 30 · /quiet today · /quiet 21:00-08:00 · /quiet off',
  }
  return content(
    lang,
    fields(
      field(w.hours, hoursOrNone(hours, lang)),
      local && field(w.until, `${local.date} ${local.time}`),
      field(w.today, { zh: `${spent} 次，上限 ${perDay} 次`, en: `${spent} of at most ${perDay}` }[lang]),
    ),
    actions(laterButton(lang), notTodayButton(lang), offButton(lang)),
    quiet(w.how, code(examples[lang])),
  )
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
