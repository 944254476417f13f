import type { Lang } from '../../base/words.ts'
import type { Block } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import type { Workbook } from '../../sheets/workbook.ts'
import { keepDrawing } from '../../store/pictures.ts'
import { boardSettings } from '../boards/board-settings.ts'
import { pictureBlock } from '../boards/picture-block.ts'
import type { Summary } from './summary.ts'
import { pictureWords, summaryDrawing } from './words/drawing.ts'

type Keeping = Pick<TeamContext, 'tx' | 'team' | 'now'>

/** The block that shows the results, where the team wants pictures and there are any. */
export async function pictureOf(ctx: Keeping, summary: Summary, lang: Lang): Promise<Block | null> {
  if (summary.results.length === 0) return null
  return pictureBlock(ctx, summaryDrawing(summary, ctx.team, lang), pictureWords(summary, lang))
}

/** The same for a workbook, which takes no photographs' format. */
export async function sheetPictures(
  { tx, team, now }: Keeping,
  summary: Summary,
  lang: Lang,
): Promise<NonNullable<Workbook['sheets'][number]['pictures']>> {
  if (summary.results.length === 0 || !boardSettings(team).pictures) return []
  const ref = await keepDrawing(tx, summaryDrawing(summary, team, lang), now, 'image/png')
  return [{ ref, alt: pictureWords(summary, lang) }]
}
