import type { Lang, Words } from '../../../base/words.ts'
import { code, content, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { atLeast, type MemberContext } from '../../../context.ts'
import { fileTyped } from '../../cases/file-typed.ts'
import { startNotice } from '../../notices/post.ts'
import { raise } from '../../urgent/raise.ts'
import type { Door } from '../condition.ts'

/** What a door is called on a button. */
export const doorNames: Readonly<Record<Door, Words>> = {
  case: { zh: '记成案例', en: 'File as a case' },
  notice: { zh: '发成通知', en: 'Post as a notice' },
  urgent: { zh: '按紧急处理', en: 'Raise as urgent' },
  mail: { zh: '走邮件', en: 'Send by e-mail' },
  drive: { zh: '放网盘', en: 'Put on the drive' },
}

/**
 * The one place where a message goes through its door. Where that cannot be at a tap, as for a notice of somebody who may not
 * post one, or for words that were not kept, the way there is told.
 */
export async function takeDoor(ctx: MemberContext, door: Door, words: string | null): Promise<void> {
  if (words !== null && door === 'case') return fileTyped(ctx, oneLine(words))
  if (words !== null && door === 'urgent') return void (await raise(ctx, { text: oneLine(words) }))
  if (words !== null && door === 'notice' && atLeast(ctx.actor.role, 'lead'))
    return void (await startNotice(ctx, { text: oneLine(words) }))
  ctx.say({
    to: { reply: 'private' },
    content: wayThrough(door, words, ctx.lang),
    lane: 'reply',
    purpose: 'rules.route',
  })
}

const commands: Readonly<Partial<Record<Door, Words>>> = {
  case: { zh: '/案例', en: '/case' },
  notice: { zh: '/通知', en: '/notice' },
  urgent: { zh: '/紧急', en: '/urgent' },
}

function wayThrough(door: Door, words: string | null, lang: Lang): Content {
  const command = commands[door]?.[lang]
  if (command === undefined) return content(lang, text(elsewhere(door)[lang]))
  return content(
    lang,
    text({ zh: `${doorNames[door].zh}：把下面这行发出去就行`, en: `${doorNames[door].en}: send this line` }[lang]),
    text(code(`${command} ${words === null ? '…' : oneLine(words)}`)),
    words === null ? quiet({ zh: '原文没有留存，请补上内容', en: 'The text was not kept, so add it' }[lang]) : null,
  )
}

function elsewhere(door: Door): Words {
  return door === 'mail'
    ? {
        zh: '合同和正式文件请发到对方邮箱，群里只说一声“已发”。',
        en: 'Contracts and formal files go by e-mail; in the group a line that they are sent is enough.',
      }
    : {
        zh: '文件请放到团队网盘，群里贴一个链接就好。',
        en: 'Files go to the team’s drive; in the group a link is enough.',
      }
}

const longest = 300

function oneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).toWellFormed()}…`
}
