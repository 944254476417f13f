import type { Lang } from '../../base/words.ts'
import { image } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import { keepDrawing } from '../../store/pictures.ts'
import type { Board } from './board.ts'
import { boardDrawing } from './board-drawing.ts'
import { boardSettings } from './board-settings.ts'
import { pictureWords } from './words.ts'

/** The block that shows the board, where the team wants pictures and there is anything to see. */
export async function pictureOf({ tx, team, now }: TeamContext, board: Board, lang: Lang): Promise<Block | null> {
  if (board.top.length === 0 || !boardSettings(team).pictures) return null
  const ref = await keepDrawing(tx, boardDrawing(board, team, lang), now)
  return image(ref, pictureWords(board, lang))
}
