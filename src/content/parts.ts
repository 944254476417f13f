import type { Block } from './content.ts'

/** A block seen as a row of things that may go into different messages. */
export interface Parts {
  readonly count: number
  /** The same block with only these parts; like an array's `slice`. */
  slice(from: number, to?: number): Block
}

export function partsOf(block: Block): Parts {
  switch (block.b) {
    case 'fields':
      return { count: block.fields.length, slice: (from, to) => ({ ...block, fields: block.fields.slice(from, to) }) }
    case 'list':
      return { count: block.items.length, slice: (from, to) => ({ ...block, items: block.items.slice(from, to) }) }
    case 'table':
      return { count: block.rows.length, slice: (from, to) => ({ ...block, rows: block.rows.slice(from, to) }) }
    case 'actions':
      return {
        count: block.buttons.length,
        slice: (from, to) => ({ ...block, buttons: block.buttons.slice(from, to) }),
      }
    default:
      return { count: 1, slice: () => block }
  }
}

/** The largest number up to `most` for which `holds` is true, given that it holds for all smaller ones; 0 if for none. */
export function largest(most: number, holds: (n: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
