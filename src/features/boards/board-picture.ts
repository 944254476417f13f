import type { Lang } from '../../base/words.ts'
import type { Block } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import type { Board } from './board.ts'
import { boardDrawing } from './board-drawing.ts'
import { pictureBlock } from './picture-block.ts'
import { pictureWords } from './words.ts'

/** The block that shows the board, where the team wants pictures and there is anything to see. */
export async function pictureOf(ctx: TeamContext, board: Board, lang: Lang): Promise<Block | null> {
  if (board.top.length === 0) return null
  return pictureBlock(ctx, boardDrawing(board, ctx.team, lang), pictureWords(board, lang))
}
