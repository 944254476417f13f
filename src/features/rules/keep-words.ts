import { UserError } from '../../base/errors.ts'
import type { TeamContext } from '../../context.ts'
import type { WordList } from '../../filter/word-list.ts'
import { lockTeam } from '../team/store.ts'
import { faultyWords, type ListedWord } from './listed-word.ts'
import { noteWordsChange } from './noted.ts'
import { tooManyWords, wordFaults } from './word-list-words.ts'
import { planWords, type WordPlan } from './word-plan.ts'
import { wordsOf, writeWords } from './word-store.ts'

/**
 * Adds words to a list, all of them or with a fault none; of a word that is there already, what is new about it counts.
 * Answers what that changed.
 */
export async function keepWords(ctx: TeamContext, list: string, words: readonly ListedWord[]): Promise<WordPlan> {
  const { tx, team, now } = ctx
  const faults = faultyWords(words)
  if (faults.length > 0) throw new UserError('rules.bad-word', wordFaults(faults))
  await lockTeam(tx, team.id)
  const plan = await previewWords(ctx, list, words)
  if (plan.tooMany) throw new UserError('rules.too-many-words', tooManyWords)
  const news = [...plan.fresh, ...plan.changed]
  if (news.length > 0) {
    await writeWords(tx, { teamId: team.id, list, at: now }, news)
    noteWordsChange(ctx, { list, added: plan.fresh.length, removed: 0 })
  }
  return plan
}

/** What adding them would change. */
export async function previewWords(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  list: string,
  words: readonly ListedWord[],
): Promise<WordPlan> {
  return planWords(await wordsOf(tx, team.id, list), words)
}

/** The words of a list that was read from a file. */
export function listedIn({ entries, allowed }: WordList): readonly ListedWord[] {
  return [
    ...entries.map(({ action, ...entry }): ListedWord => ({ ...entry, kind: action })),
    ...allowed.map((word): ListedWord => ({ word, kind: 'allow' })),
  ]
}
