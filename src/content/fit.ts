import type { Lang } from '../base/words.ts'
import type { Canvas } from './canvas.ts'
import type { Block, Content } from './content.ts'
import { type Cut, cutSpans } from './cut.ts'
import { degrade, simpler } from './degrade.ts'
import { sizeOf } from './measure.ts'
import { largest, partsOf } from './parts.ts'
import { linesOf } from './plain.ts'

/**
 * Fits content to a canvas, once, for all platforms: what the canvas does not draw is said in simpler blocks, and what
 * exceeds its limit goes on in further messages, in order, with nothing lost and none of them empty. Content that says
 * nothing gives no message. A limit must hold at least one code point beside a list's mark (8 bytes).
 */
export function fit(content: Content, canvas: Canvas): readonly Content[] {
  const packer = new Packer(content.lang, canvas)
  packer.add(degrade(content.blocks, canvas, content.lang))
  return packer.finish().map(blocks => ({ lang: content.lang, blocks }))
}

/** Fills one message after the other: whole blocks first, then their items, rows or buttons, then text. */
class Packer {
  readonly #lang: Lang
  readonly #canvas: Canvas
  readonly #messages: (readonly Block[])[] = []
  #open: Block[] = []
  #used = 0
  #mark: readonly Block[] = []

  constructor(lang: Lang, canvas: Canvas) {
    this.#lang = lang
    this.#canvas = canvas
  }

  add(blocks: readonly Block[]): void {
    const waiting = blocks.toReversed()
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      if (block.b === 'details') this.#beginDetails()
      else waiting.push(...this.#place(block).toReversed())
    }
  }

  finish(): readonly (readonly Block[])[] {
    this.#close()
    return this.#messages
  }

  /** Puts the block, or as much of it as there is room for, into the open message; answers what is left of it. */
  #place(block: Block): readonly Block[] {
    if (this.#open.length >= (this.#canvas.blocksAtMost ?? Number.POSITIVE_INFINITY)) return this.#turnPage(block)
    const limit = this.#canvas.limit.size
    const size = this.#sizeOf(block)
    const room = limit - this.#used
    if (size <= room) {
      this.#take(block)
      return []
    }
    const fresh = this.#open.length === 0
    if (!fresh && (size <= limit || room < limit / 4)) return this.#turnPage(block)
    const cut = this.#cut(block, room, fresh)
    if (cut === null) return fresh ? this.#loosen(block) : this.#turnPage(block)
    this.#take(cut.head)
    this.#close()
    return [cut.tail]
  }

  /** Starts the next message; a heading goes along with what it heads. */
  #turnPage(block: Block): readonly Block[] {
    const last = this.#open.at(-1)
    const along = this.#open.length > 1 && last?.b === 'heading' ? [last] : []
    this.#open.length -= along.length
    this.#close()
    return [...along, block]
  }

  #cut(block: Block, room: number, fresh: boolean): Cut<Block> | null {
    if (block.b === 'text' || block.b === 'quiet') return cutSpans(block, room, this.#canvas.limit.unit, fresh)
    const parts = partsOf(block)
    const count = largest(parts.count, n => this.#sizeOf(parts.slice(0, n)) <= room)
    return count === 0 ? null : { head: parts.slice(0, count), tail: parts.slice(count) }
  }

  /** A block whose first part alone is larger than a message: that part is said more simply, the others stay. */
  #loosen(block: Block): readonly Block[] {
    const parts = partsOf(block)
    const loose = degrade(simpler(parts.slice(0, 1), this.#lang), this.#canvas, this.#lang)
    return parts.count > 1 ? [...loose, parts.slice(1)] : loose
  }

  /** Leaves out what would draw nothing, and a divider that divides nothing. */
  #take(block: Block): void {
    if (this.#open.length === 0 && block.b === 'divider') return
    if (!linesOf(block, this.#lang).some(line => line.trim() !== '')) return
    this.#open.push(block)
    this.#used += this.#sizeOf(block) + 1
  }

  /** What follows stands in messages of its own, each of which begins with the mark. */
  #beginDetails(): void {
    this.#close()
    if (this.#messages.length > 0) this.#mark = [{ b: 'details' }]
  }

  #close(): void {
    while (this.#open.at(-1)?.b === 'divider') this.#open.pop()
    if (this.#open.length > 0) this.#messages.push([...this.#mark, ...this.#open])
    this.#open = []
    this.#used = 0
  }

  /** The room that a block needs in a message, without the line end that parts it from its neighbours. */
  #sizeOf(block: Block): number {
    return sizeOf(linesOf(block, this.#lang).join('\n'), this.#canvas.limit.unit)
  }
}
