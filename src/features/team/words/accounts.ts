import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Leave } from '../../../calendar/leave.ts'
import { actions, content, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { daysOfOffer } from '../leave-offer.ts'
import type { TeamMember } from '../members.ts'
import { leaveDates } from './leave.ts'

/** Said to managers when a member's account is switched off; `heir` has taken over as admin. */
export function switchedOffWords(
  lang: Lang,
  { member, heir }: { member: TeamMember; heir: TeamMember | null },
): Content {
  const w = {
    zh: {
      what: `${member.name} 的账号已停用，从今天起不再提醒，也不计入应交和榜单。`,
      back: '账号恢复并且还在群里的话，会自动回到团队。',
      heir: `团队没有其他管理员，现在由 ${heir?.name} 担任。`,
    },
    en: {
      what: `The account of ${member.name} was switched off: from today they are asked for nothing and not counted.`,
      back: 'Once the account works again and they are in the group, they are back by themselves.',
      heir: `There was no other admin, so ${heir?.name} is the admin now.`,
    },
  }[lang]
  return content(lang, text(w.what), heir === null ? null : text(w.heir), quiet(w.back))
}

export const whySwitchedOff: Words = {
  zh: '成员的账号被平台停用，告诉经理一次',
  en: 'a member’s account was switched off by its platform; managers are told once',
}

/** Said to a member whose status tells of a holiday; `last` is the last day of it. */
export function leaveOfferWords(lang: Lang, { leave, last }: { leave: Leave; last: LocalDate }): Content {
  const w = {
    zh: {
      ask: `你的状态写着休假到 ${last}，要记成请假（${leaveDates(leave, lang)}）吗？`,
      follows: '记了以后，这几天不提醒你，也不计入应交。',
      yes: '记成请假',
      no: '不用',
    },
    en: {
      ask: `Your status says that you are away until ${last}. Shall I count it as leave (${leaveDates(leave, lang)})?`,
      follows: 'Then you get no reminders on those days, and nothing is counted as missing.',
      yes: 'Yes',
      no: 'No',
    },
  }[lang]
  const days = daysOfOffer(leave)
  const id = 'team.take-offered-leave'
  return content(
    lang,
    text(w.ask),
    quiet(w.follows),
    actions(
      { id, label: w.yes, words: `/leave ${days}`, value: days },
      { id, label: w.no, words: `/leave cancel ${days}`, value: 'no' },
    ),
  )
}

export const whyOffered: Words = {
  zh: '你在平台上的状态写着休假',
  en: 'your status on the platform says that you are on holiday',
}

export function offerDeclinedWords(lang: Lang): Content {
  const words = {
    zh: '好的，不记请假，照常提醒你。',
    en: 'All right: no leave is noted, and reminders come as usual.',
  }
  return content(lang, text(words[lang]))
}
