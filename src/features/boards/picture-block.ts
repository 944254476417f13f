import { image } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import type { Drawing } from '../../pictures/drawing.ts'
import { keepDrawing } from '../../store/pictures.ts'
import { boardSettings } from './board-settings.ts'

/** The block that shows figures as a picture, where the team wants such pictures; the words say the same without it. */
export async function pictureBlock(
  { tx, team, now }: Pick<TeamContext, 'tx' | 'team' | 'now'>,
  drawing: Drawing,
  alt: string,
): Promise<Block | null> {
  return boardSettings(team).pictures ? image(await keepDrawing(tx, drawing, now), alt) : null
}
