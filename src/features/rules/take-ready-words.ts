import type { MemberContext } from '../../context.ts'
import { keepWords } from './keep-words.ts'
import { readyWords } from './ready-words.ts'
import { countWords } from './word-store.ts'

/** Puts the ready words into a list that is empty; answers how many it took. */
export async function takeReadyWords(ctx: MemberContext, list: string): Promise<number> {
  if ((await countWords(ctx.tx, ctx.team.id, list)) > 0) return 0
  return (await keepWords(ctx, list, readyWords)).fresh.length
}
