import type { Lang } from '../../../base/words.ts'
import type { Leave } from '../../../calendar/leave.ts'
import { actions, code, content, quiet, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { TeamMember } from '../members.ts'
import { gap } from './gap.ts'

interface Taken {
  readonly member: TeamMember
  readonly isOwn: boolean
  /** As asked for. */
  readonly leave: Leave
  /** With what it became one with. */
  readonly whole: Leave
  /** How many workdays of the member's calendar it touches. */
  readonly workdays: number
}

/** What was put in, and what follows from it. */
export function leaveTakenWords(lang: Lang, { member, isOwn, leave, whole, workdays }: Taken): Content {
  const when = leaveDates(leave, lang)
  const merged = whole.from !== leave.from || whole.to !== leave.to || whole.half !== leave.half
  const w = {
    zh: {
      done: `${isOwn ? '你' : member.name}的请假已记下：${when}。`,
      merged: `与已有的请假相连，合为 ${leaveDates(whole, lang)}。`,
      none: '这几天本来就不上班。',
      follows: `${leave.half ? '这半天' : `其中 ${workdays} 个工作日`}不会收到提醒，也不计入应交。`,
    },
    en: {
      done: `${isOwn ? 'Your' : `${member.name}'s`} leave is noted: ${when}.`,
      merged: `It joins the leave there was: ${leaveDates(whole, lang)}.`,
      none: 'There is no workday in it anyway.',
      follows: leave.half
        ? 'No reminders in that half of the day, and nothing is counted as missing.'
        : `No reminders on ${workdays === 1 ? 'that workday' : `those ${workdays} workdays`}, and nothing is counted as missing.`,
    },
  }[lang]
  const effect = workdays === 0 ? w.none : w.follows
  return content(
    lang,
    text([w.done, ...(merged ? [w.merged] : []), effect].join(gap[lang])),
    actions(cancelButton(lang, member, isOwn, leave)),
  )
}

/** The leaves ahead, each with its way back. */
export function leaveListWords(
  lang: Lang,
  { member, isOwn, leaves }: { member: TeamMember; isOwn: boolean; leaves: readonly Leave[] },
): Content {
  const w = {
    zh: {
      none: `${isOwn ? '你' : member.name}没有将来的请假。`,
      some: `${isOwn ? '你' : member.name}的请假：${leaves.map(leave => leaveDates(leave, lang)).join('、')}`,
      how: '请假：',
    },
    en: {
      none: isOwn ? 'You have no leave ahead.' : `${member.name} has no leave ahead.`,
      some: `${isOwn ? 'Your' : `${member.name}'s`} leave: ${leaves.map(leave => leaveDates(leave, lang)).join(', ')}`,
      how: 'Take leave: ',
    },
  }[lang]
  const example = {
    zh: '/请假 明天 · /请假 3.5-3.7 · /请假 明天上午',
    en: '/leave tomorrow · /leave 3.5-3.7 · /leave tomorrow am',
  }
  return content(
    lang,
    text(leaves.length === 0 ? w.none : w.some),
    actions(...leaves.map(leave => cancelButton(lang, member, isOwn, leave))),
    quiet(w.how, code(example[lang])),
  )
}

export function noLeaveThereWords(lang: Lang, hole: Leave): Content {
  const when = leaveDates(hole, lang)
  return content(lang, text({ zh: `${when} 没有请假可取消。`, en: `There is no leave on ${when} to cancel.` }[lang]))
}

/** `2026-03-05`, `2026-03-05 – 2026-03-07`, with the half. */
export function leaveDates(leave: Leave, lang: Lang): string {
  const days = leave.from === leave.to ? leave.from : `${leave.from} – ${leave.to}`
  const half =
    leave.half && { am: { zh: '上午', en: 'morning' }, pm: { zh: '下午', en: 'afternoon' } }[leave.half][lang]
  return half ? `${days} ${half}` : days
}

function cancelButton(lang: Lang, member: TeamMember, isOwn: boolean, leave: Leave): Button {
  const days = leave.from === leave.to ? leave.from : `${leave.from}~${leave.to}`
  const half = leave.half ? ` ${leave.half}` : ''
  const label = { zh: `取消 ${leaveDates(leave, lang)}`, en: `Cancel ${leaveDates(leave, lang)}` }[lang]
  const words = `${isOwn ? '' : `${member.name} `}${days}${half}`
  const command = { zh: '/请假 取消', en: '/leave cancel' }[lang]
  return { id: 'team.cancel-leave', label, words: `${command} ${words}`, value: words }
}
