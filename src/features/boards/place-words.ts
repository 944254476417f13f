import type { Lang } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { text } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { metricName } from '../metrics/catalogue.ts'
import { columnName, showStanding } from './basis-words.ts'
import type { Board, BoardRow } from './board.ts'
import type { Movement } from './rank.ts'

/** What one member alone is told about their own place; null is for a member without a value. */
export function placeBlock(board: Board, place: BoardRow | null, lang: Lang): Block {
  return text(place ? placeLine(board, place, lang) : noPlace(board, lang))
}

export function placeLine(board: Board, place: BoardRow, lang: Lang): string {
  const { period, rows } = board
  const name = columnName(board, lang)
  const label = labelOf(period, lang)
  const value = showStanding(board, place.value, lang)
  const moved = place.movement && place.movement.kind !== 'same' ? ` ${movementWords(place.movement, lang)}` : ''
  const gap = place.gap === null ? null : gapWords(board, place.gap, lang)
  return {
    zh: `${label}，${name} ${value}，你在 ${rows.length} 人中排第 ${place.rank}${moved}${gap === null ? '' : `，距上一名 ${gap}`}`,
    en: `${name} ${value} in ${label}: you are number ${place.rank} of ${rows.length}${moved}${gap === null ? '' : `, ${gap} from the next place`}`,
  }[lang]
}

/** A difference has no sign. */
function gapWords(board: Board, gap: number, lang: Lang): string {
  return showStanding(board, gap, lang).replace(/^\+/, '')
}

function noPlace({ metric, period }: Board, lang: Lang): string {
  const name = metricName(metric, lang)
  const label = labelOf(period, lang)
  return { zh: `${label}，你还没有${name}的实绩`, en: `You have no ${name} recorded in ${label} yet` }[lang]
}

export function movementWords(movement: Movement, lang: Lang): string {
  switch (movement.kind) {
    case 'up':
      return `▲${movement.by}`
    case 'down':
      return `▼${movement.by}`
    case 'same':
      return '–'
    case 'new':
      return { zh: '新', en: 'new' }[lang]
  }
}
