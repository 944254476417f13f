import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, field, fields, heading, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'

/** By what an erased member's figures go from then on. */
export function erasedName(number: number, lang: Lang): string {
  return { zh: `已删除成员 ${number}`, en: `Erased member ${number}` }[lang]
}

/** Nobody can take it back, so what goes and what stays is said first. */
export function askErasure(name: string, lang: Lang): Content {
  const w = {
    zh: {
      title: `抹除 ${name}？`,
      goes: '抹除',
      goesWhat:
        '姓名、别名、账号、日报里写的文字和历次修改、说明、评估和改进计划、提醒和私聊记录；别处提到这个名字的地方也会换掉',
      stays: '保留',
      staysWhat: '数字（仍计入团队合计）、按时与否、请假日期，都归在“已删除成员”名下；审计记录只留做过什么，不再留是谁',
      limits:
        '已经发到群里的消息留在聊天平台上；以前的备份请自行处理。人还在群里的话请先移出群，否则再次发言会被当作新人。',
      last: '这一步不能撤回。',
      button: '确认抹除',
      words: `/抹除 ${name} 确认`,
    },
    en: {
      title: `Erase ${name}?`,
      goes: 'Goes',
      goesWhat:
        'name, aliases, accounts, the words in reports and their earlier versions, explanations, reviews and improvement plans, nudges and direct messages; the name is replaced wherever else it stands',
      stays: 'Stays',
      staysWhat:
        'figures (they still count for the team), whether reports were on time and days of leave, all under "Erased member"; the audit log keeps what was done, no longer by or to whom',
      limits:
        'What was posted stays on the chat platform, and earlier backups are yours to deal with. Take them out of the group first, or they are somebody new when they speak again.',
      last: 'This cannot be taken back.',
      button: 'Erase',
      words: `/erase ${name} confirm`,
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    fields(field(w.goes, w.goesWhat), field(w.stays, w.staysWhat)),
    quiet(w.limits),
    text(w.last),
    actions({ id: 'privacy.erase', label: w.button, words: w.words, value: `${name} confirm`, style: 'danger' }),
  )
}

/** For the log, which tells the number beside it. */
export const erasedWords: Words = { zh: '抹除了一位成员', en: 'Erased a member' }

/** Without the name: it is gone. */
export function erasedContent(number: number, lang: Lang): Content {
  const done = {
    zh: `已抹除。数字归在“${erasedName(number, 'zh')}”名下。`,
    en: `Erased. The figures are those of "${erasedName(number, 'en')}" now.`,
  }
  return content(lang, text(done[lang]))
}

export const whomToErase: Words = {
  zh: '要抹除谁？例如 /抹除 张三；已经离开的人也可以。',
  en: 'Whom? For example /erase Zhang San; also somebody who has left.',
}

export const notOneself: Words = {
  zh: '不能抹除自己，请另一位管理员来做。',
  en: 'You cannot erase yourself; ask another admin.',
}

export const elsewhere: Words = {
  zh: '这个人也在（或在过）你不管理的团队里，要那个团队的管理员也是你，才能抹除。',
  en: 'They are, or were, in a team of which you are no admin, so you cannot erase them.',
}
