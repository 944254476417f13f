import type { Lang } from '../../../src/base/words.ts'
import type { Block } from '../../../src/content/content.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import type { Dialect } from './dialect.ts'
import { drawBlock, type Line, type Manner } from './lines.ts'
import { parted } from './part.ts'

export interface Writing {
  readonly dialect: Dialect
  /** What one message holds. */
  readonly bytes: number
}

export interface Said {
  readonly lang: Lang
  readonly accountOf: AccountOf
}

/** Blocks as messages of markdown, nearly always one. Of several, none has half a table. */
export function written(blocks: readonly Block[], { dialect, bytes }: Writing, said: Said): readonly string[] {
  const messages = parted(drawn(blocks, { ...said, dialect }), bytes)
  if (messages.length < 2 || !dialect.tables) return messages
  return parted(drawn(blocks, { ...said, dialect: { ...dialect, tables: false } }), bytes)
}

const gap: Line = { marked: '', bare: '' }

function drawn(blocks: readonly Block[], manner: Manner): readonly Line[] {
  const each = blocks.map(block => broken(block, drawBlock(block, manner), manner)).filter(lines => lines.length > 0)
  if (!manner.dialect.flows) return each.flat()
  return each.flatMap((lines, at) => (at === 0 ? lines : [gap, ...lines]))
}

/** Two spaces at its end keep a line from flowing into the next. */
function broken(block: Block, lines: readonly Line[], { dialect }: Manner): readonly Line[] {
  if (!dialect.flows || (block.b === 'table' && dialect.tables)) return lines
  return lines.map((line, at) => (at === lines.length - 1 ? line : { ...line, marked: `${line.marked}  ` }))
}
