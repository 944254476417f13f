import { content, mention, text } from '../content/build.ts'
import type { Canvas } from '../content/canvas.ts'
import type { Block, Content, Span } from '../content/content.ts'
import { fit } from '../content/fit.ts'

const bare: Canvas = {
  blocks: new Set(['text']),
  mentions: 'inline',
  images: false,
  limit: { unit: 'characters', size: 80 },
}

/**
 * What everybody may read of a private answer where it cannot be given privately: whom it is for and its first line,
 * never its numbers, lists or buttons.
 */
export function openly(answer: Content, reader: { readonly id: string; readonly name: string }): Content {
  const line = firstLine(answer.blocks)
  const [short] = fit(content(answer.lang, text(...line)), bare)
  const said = short?.blocks.flatMap(block => (block.b === 'text' ? block.spans : [])) ?? []
  return content(answer.lang, text(mention(reader), ' ', ...said))
}

function firstLine(blocks: readonly Block[]): readonly Span[] {
  for (const block of blocks) {
    if (block.b === 'heading') return [{ t: 'text', text: block.text }]
    if (block.b === 'text') return block.spans
  }
  return []
}
