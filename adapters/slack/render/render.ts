import type { KnownBlock } from '@slack/types'
import type { Content } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import type { AccountOf, SurfaceKind } from '../../../src/platform/adapter.ts'
import { type Drawing, drawBlocks, type PlacedPicture } from './blocks.ts'
import { escapeText } from './escape.ts'
import { cutTo } from './label.ts'
import { isTooHeavy } from './weight.ts'

export interface SlackPayload {
  /** For notifications and for readers without blocks; escaped. */
  readonly text: string
  readonly blocks: KnownBlock[]
  /** It is the details of another message and belongs into its thread. */
  readonly inThread: boolean
  readonly pictures: readonly PlacedPicture[]
  /** By what the files are kept that go along, where there are any. */
  readonly files?: readonly string[]
}

const LONGEST_TEXT = 3_000

/** Draws content that fits the canvas. A message looks the same in a group and in a direct chat. */
export function render(content: Content, _surface: SurfaceKind, accountOf: AccountOf): SlackPayload {
  const files = content.blocks.flatMap(block => (block.b === 'file' ? [block.ref] : []))
  return {
    text: escapedTo(plain(content), LONGEST_TEXT),
    inThread: content.blocks[0]?.b === 'details',
    ...drawWithinWeight(content, accountOf),
    ...(files.length > 0 && { files }),
  }
}

function drawWithinWeight({ lang, blocks }: Content, accountOf: AccountOf): Drawing {
  const manner = { lang, accountOf, tables: 1 }
  const drawn = drawBlocks(blocks, manner)
  return isTooHeavy(drawn.blocks) ? drawBlocks(blocks, { ...manner, bare: true }) : drawn
}

/** Cut before it is escaped, so that no entity is cut in two. */
function escapedTo(text: string, most: number): string {
  const escaped = escapeText(text)
  if (escaped.length <= most) return escaped
  const grown = escaped.length - text.length
  return escapeText(cutTo(text, Math.max(most - grown, Math.floor(most / 5))))
}
