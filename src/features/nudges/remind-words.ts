import type { Lang, Words } from '../../base/words.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, code, content, quiet, text } from '../../content/build.ts'
import type { Button, Content } from '../../content/content.ts'
import type { Reason } from '../../context.ts'
import { commandOf } from '../forms/command-of.ts'
import type { TeamForm } from '../forms/store.ts'
import type { Round } from '../rounds/store.ts'

export type RemindKind = 'nudges.before-due' | 'nudges.at-due' | 'nudges.again'

/** What a reminder is about, and for whom. */
export interface Reminder {
  readonly kind: RemindKind
  readonly form: Pick<TeamForm, 'id' | 'key' | 'kind' | 'definition'>
  readonly round: Pick<Round, 'id' | 'date' | 'dueAt' | 'closesAt'>
  readonly zone: Zone
  /** When it is read. */
  readonly now: Date
  readonly memberId: string
  readonly lang: Lang
  /** How to answer in one line; null for a form without numbers. */
  readonly example: string | null
}

export function reminderContent(reminder: Reminder): Content {
  const { lang, example } = reminder
  const how = { zh: '一行就能交：', en: 'One line does it: ' }[lang]
  const command = commandOf(reminder.form, lang)
  return content(
    lang,
    text(sentence(reminder)),
    example === null ? null : quiet(how, code(`${command} ${example}`)),
    actions(fillButton(reminder), laterButton(lang), notTodayButton(lang)),
  )
}

function sentence({ form, round, zone, now, lang }: Reminder): string {
  const title = form.definition.title[lang]
  const due = toLocal(round.dueAt, zone).time
  const minutes = Math.ceil((round.dueAt.getTime() - now.getTime()) / 60_000)
  if (minutes > 0) {
    return {
      zh: `你的${title}还没交，${due} 截止，还有 ${minutes} 分钟。`,
      en: `Your ${title.toLowerCase()} is due at ${due}, in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    }[lang]
  }
  return {
    zh: `${title} ${due} 截止，你的还没交；现在交也可以。`,
    en: `The ${title.toLowerCase()} was due at ${due} and yours is not in yet; it still counts.`,
  }[lang]
}

/** Opens the form, filled in as far as we know. */
function fillButton(reminder: Reminder): Button {
  const { form, round, memberId, lang } = reminder
  return {
    id: 'reports.correct',
    label: { zh: '填表', en: 'Fill it in' }[lang],
    words: commandOf(form, lang),
    value: JSON.stringify({ round: round.id, member: memberId }),
    style: 'primary',
  }
}

export function laterButton(lang: Lang): Button {
  const label = { zh: '30 分钟后再说', en: 'In 30 minutes' }[lang]
  return { id: 'nudges.snooze', label, words: { zh: '/免打扰 30', en: '/quiet 30' }[lang], value: '30' }
}

export function notTodayButton(lang: Lang): Button {
  const label = { zh: '今天不再提醒', en: 'Not today' }[lang]
  return { id: 'nudges.not-today', label, words: { zh: '/免打扰 今天', en: '/quiet today' }[lang] }
}

/** Why the reminder is said, with the facts by which the house finds it again. */
export function reminderReason({
  kind,
  form,
  round,
  zone,
  now,
}: Omit<Reminder, 'memberId' | 'lang' | 'example'>): Reason {
  const due = toLocal(round.dueAt, zone).time
  const at = toLocal(now, zone).time
  const { zh, en } = form.definition.title
  const because: Readonly<Record<RemindKind, Words>> = {
    'nudges.before-due': {
      zh: `${zh} ${due} 截止，${at} 时你还没有交；团队设置了截止前提醒`,
      en: `the ${en.toLowerCase()} is due at ${due} and yours was not in at ${at}; the team has a reminder set before that`,
    },
    'nudges.at-due': {
      zh: `${zh} ${due} 截止，那时你还没有交`,
      en: `the ${en.toLowerCase()} was due at ${due} and yours was not in`,
    },
    'nudges.again': {
      zh: `你要求过一会儿再提醒${zh}`,
      en: `you asked to be reminded of the ${en.toLowerCase()} again later`,
    },
  }
  return { words: because[kind], facts: { roundId: round.id, formId: form.id } }
}
