import type { Lang } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Zone } from '../../calendar/zone.ts'
import type { DrawingOf } from '../../pictures/drawing.ts'
import { basisLine, boardName, showStanding } from './basis-words.ts'
import type { Board } from './board.ts'
import { movementWords } from './place-words.ts'

/** The board as all may see it, to be drawn. */
export function boardDrawing(board: Board, team: { name: string; zone: Zone }, lang: Lang): DrawingOf<'board'> {
  const { period, top } = board
  return {
    kind: 'board',
    title: boardName(board, lang),
    subtitle: `${labelOf(period, lang)} · ${team.name}`,
    rows: top.map(({ rank, name, value, movement }) => ({
      ...{ rank, name, value: showStanding(board, value, lang), length: value },
      ...(movement && { movement: { kind: movement.kind, words: movementWords(movement, lang) } }),
    })),
    foot: basisLine(board, team.zone, lang),
  }
}
