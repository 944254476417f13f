import type { Block, Span } from '../../../src/content/content.ts'
import { mapSpans } from '../../../src/content/map-spans.ts'

/** Commands as they are typed where the bot hears only what calls it: with its name before them. */
export function called(block: Block, callBy: string): Block {
  const typed = (words: string) => (words.startsWith('/') ? callBy + words : words)
  const span = (one: Span): Span => (one.t === 'text' && one.style === 'code' ? { ...one, text: typed(one.text) } : one)
  switch (block.b) {
    case 'actions':
      return { ...block, buttons: block.buttons.map(button => ({ ...button, words: typed(button.words) })) }
    case 'form':
      return { ...block, form: { ...block.form, words: typed(block.form.words) } }
    default:
      return mapSpans(block, spans => spans.map(span))
  }
}
