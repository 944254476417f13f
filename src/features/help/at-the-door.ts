import type { Words } from '../../base/words.ts'
import { helpRows } from '../../commands/help.ts'
import { content, text } from '../../content/build.ts'
import { atLeast, type PersonContext, type Role } from '../../context.ts'
import type { Command } from '../feature.ts'
import { whoMay } from '../team/permission.ts'
import type { MemberRole } from '../team/role-names.ts'
import { cannotRead, type Unreadable } from './cannot-read.ts'
import { showHelp } from './show-help.ts'
import { noSuchCommand } from './words.ts'

/** Addressed without a word: shows what can be done. With one that is no command: offers the nearest. */
export async function answerUnknown(
  ctx: PersonContext,
  catalogue: readonly Command[],
  word: string | null,
  nearest: Command | null,
): Promise<void> {
  if (word === null) return showHelp(ctx, catalogue, '')
  const may = (least: Role) => atLeast(ctx.actor.role, least)
  const [row] = nearest === null ? [] : helpRows([nearest], may)
  ctx.say({
    to: { reply: 'private' },
    content: noSuchCommand(word, row ?? null, helpRows(catalogue, may), ctx.lang),
    lane: 'reply',
    purpose: 'help.unknown',
  })
}

/** The role does not reach: says whose does. */
export async function answerRefused(ctx: PersonContext, least: MemberRole): Promise<void> {
  const words = ctx.actor.role === 'guest' ? joinFirst : whoMay(least)
  ctx.say({
    to: { reply: 'private' },
    content: content(ctx.lang, text(words[ctx.lang])),
    lane: 'reply',
    purpose: 'help.refused',
  })
}

const joinFirst: Words = {
  zh: '这要先加入团队：在团队的群里对我说一句话即可。',
  en: 'Join the team first: say a word to me in its group.',
}

/** Somebody spoke to us with something else than words: says what to do instead. */
export async function answerUnreadable(ctx: PersonContext, what: Unreadable): Promise<void> {
  ctx.say({
    to: { reply: 'private' },
    content: cannotRead(what, ctx.lang),
    lane: 'reply',
    purpose: 'help.unreadable',
  })
}
