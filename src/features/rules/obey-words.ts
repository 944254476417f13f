import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { lockTeam } from '../team/store.ts'
import { keepWords } from './keep-words.ts'
import { keyOf } from './listed-word.ts'
import { noteWordsChange } from './noted.ts'
import { readyWords } from './ready-words.ts'
import { reply } from './reply.ts'
import { howToUseWords, wordsAdded, wordsRemoved, wordsShown } from './word-list-words.ts'
import type { WordPlan } from './word-plan.ts'
import { readWordRequest } from './word-request.ts'
import { countWords, dropWords, wordLists, wordsOf } from './word-store.ts'

/** Does what a manager wants of a list of words. */
export async function obeyWords(ctx: MemberContext, text: string): Promise<void> {
  requireRole(ctx, 'manager')
  const request = readWordRequest(text)
  switch (request.kind) {
    case 'unclear':
      throw new UserError('rules.words-unclear', howToUseWords)
    case 'show':
      return showWords(ctx, request.list)
    case 'ready':
      return tell(ctx, request.list, await keepWords(ctx, request.list, readyWords))
    case 'add':
      return tell(ctx, request.list, await keepWords(ctx, request.list, request.words))
    case 'remove':
      return removeWords(ctx, request.list, request.words)
  }
}

async function tell(ctx: MemberContext, list: string, plan: WordPlan): Promise<void> {
  reply(ctx, 'rules.words', wordsAdded(list, plan, await countWords(ctx.tx, ctx.team.id, list), ctx.lang))
}

async function removeWords(ctx: MemberContext, list: string, words: readonly string[]): Promise<void> {
  const { tx, team, now, lang } = ctx
  await lockTeam(tx, team.id)
  const removed = await dropWords(tx, { teamId: team.id, list, at: now }, words.map(keyOf))
  if (removed > 0) noteWordsChange(ctx, { list, added: 0, removed })
  reply(ctx, 'rules.words', wordsRemoved(removed, words.length - removed, await countWords(tx, team.id, list), lang))
}

const SHOWN = 20

async function showWords(ctx: MemberContext, list: string): Promise<void> {
  const { tx, team, lang } = ctx
  const words = await wordsOf(tx, team.id, list, SHOWN)
  const others = (await wordLists(tx, team.id)).map(({ name }) => name).filter(name => name !== list)
  reply(ctx, 'rules.words', wordsShown({ list, words, others, count: await countWords(tx, team.id, list) }, lang))
}
