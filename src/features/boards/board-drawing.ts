import type { Lang } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Zone } from '../../calendar/zone.ts'
import type { DrawingOf } from '../../pictures/drawing.ts'
import { showValue } from '../metrics/catalogue.ts'
import type { Board } from './board.ts'
import { movementWords } from './place-words.ts'
import { basis, boardName } from './words.ts'

/** The board as all may see it, to be drawn. */
export function boardDrawing(board: Board, team: { name: string; zone: Zone }, lang: Lang): DrawingOf<'board'> {
  const { metric, period, top } = board
  return {
    kind: 'board',
    title: boardName(metric, lang),
    subtitle: `${labelOf(period, lang)} · ${team.name}`,
    rows: top.map(({ rank, name, value, movement }) => ({
      ...{ rank, name, value: showValue(metric, value, lang), length: value },
      ...(movement && { movement: { kind: movement.kind, words: movementWords(movement, lang) } }),
    })),
    foot: basis(board, team.zone, lang),
  }
}
