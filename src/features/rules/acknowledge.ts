import { UserError } from '../../base/errors.ts'
import { content, text } from '../../content/build.ts'
import type { MemberContext } from '../../context.ts'
import { membersOf } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { readersShown } from './read-words.ts'
import { howToAsk } from './refusals.ts'
import { reply } from './reply.ts'
import { keepRead, readersOf, rulebookOf } from './rulebook-store.ts'
import { showRules } from './show-rules.ts'

/** That a member has read the rules; `seen` is the edition that they saw, where a button tells. Shows them anew if they changed since. */
export async function acknowledge(ctx: MemberContext, seen?: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  const { edition } = await rulebookOf(tx, team.id)
  if (edition === 0 || (seen !== undefined && seen !== String(edition))) return showRules(ctx)
  if (!(await readersOf(tx, team.id, edition)).has(actor.memberId)) {
    await keepRead(tx, { teamId: team.id, memberId: actor.memberId, edition, at: now })
  }
  const words = {
    zh: `记下了，谢谢：群规第 ${edition} 版你已读。`,
    en: `Noted, thank you: you have read edition ${edition} of the rules.`,
  }
  reply(ctx, 'rules.read', content(lang, text(words[lang])))
}

/** Who has read what holds now, and who has not. */
export async function showReaders(ctx: MemberContext): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, lang } = ctx
  const { edition } = await rulebookOf(tx, team.id)
  if (edition === 0) throw new UserError('rules.none', howToAsk)
  const read = await readersOf(tx, team.id, edition)
  const members = await membersOf(tx, team)
  reply(
    ctx,
    'rules.readers',
    readersShown(
      Map.groupBy(members, it => read.has(it.memberId)),
      edition,
      lang,
    ),
  )
}
