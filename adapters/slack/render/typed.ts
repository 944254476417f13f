import type { Block, Content, Form, Input, Span } from '../../../src/content/content.ts'
import { mapSpans } from '../../../src/content/map-spans.ts'
import type { House } from '../../../src/platform/house.ts'
import type { CalledCommand } from '../../shared/parts.ts'
import { chooseOwn } from '../own-slashes.ts'
import { slashOf, umbrellaOf } from '../slash-name.ts'

export type Typed = (content: Content) => Content

type Say = (text: string) => string

/**
 * Says commands as they can be typed here. Slack takes a slash only before the names of the manifest and swallows any other,
 * so `/计划 拜访3` becomes `/plan 拜访3`, or `/bw-plan 拜访3`, and what has no slash of its own there goes by the one that takes
 * every word: `/规则` becomes `/bellwether 规则`.
 */
export function createTyped(commands: readonly CalledCommand[], prefix: string | null): Typed {
  const { own } = chooseOwn(commands, prefix)
  const ownSlashes = new Map(own.flatMap(({ name, words }) => words.map(word => [word, slashOf(name, prefix)])))
  const longestFirst = commands
    .flatMap(({ words }) => words)
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
  if (longestFirst.length === 0) return content => content
  const slashed = new RegExp(`(?<![\\p{L}\\p{N}/:.@-])/(${longestFirst.join('|')})(?![a-z0-9_/-])`, 'giu')

  const say: Say = text =>
    text.replaceAll(slashed, (_, word: string) => ownSlashes.get(word.toLowerCase()) ?? `${umbrellaOf(prefix)} ${word}`)
  return content => ({ ...content, blocks: content.blocks.map(block => reworded(block, say)) })
}

/** The house as it is heard here: its forms, refusals and pages call commands as they can be typed. */
export function speaking(house: House, typed: Typed): House {
  return {
    ...house,
    async rehearse(event) {
      const foreseen = await house.rehearse(event)
      return { ...foreseen, said: foreseen.said.map(typed) }
    },
    home: async author => typed(await house.home(author)),
    async said(key) {
      const content = await house.said(key)
      return content && typed(content)
    },
  }
}

/** Everything of a block that is read; what is filled in or sent back stays as it is. */
function reworded(block: Block, say: Say): Block {
  switch (block.b) {
    case 'heading':
      return { ...block, text: say(block.text) }
    case 'fields':
      return {
        ...block,
        fields: block.fields.map(({ label, value }) => ({ label: say(label), value: spansOf(value, say) })),
      }
    case 'actions':
      return { ...block, buttons: block.buttons.map(button => ({ ...button, words: say(button.words) })) }
    case 'form':
      return { ...block, form: formOf(block.form, say) }
    case 'image':
    case 'file':
      return { ...block, alt: say(block.alt) }
    default:
      return mapSpans(block, spans => spansOf(spans, say))
  }
}

function spansOf(spans: readonly Span[], say: Say): readonly Span[] {
  return spans.map(span => (span.t === 'text' ? { ...span, text: say(span.text) } : span))
}

function formOf(form: Form, say: Say): Form {
  return { ...form, words: say(form.words), inputs: form.inputs.map(input => inputOf(input, say)) }
}

function inputOf(input: Input, say: Say): Input {
  const { label, hint, fault } = input
  return {
    ...input,
    label: say(label),
    ...(hint !== undefined && { hint: say(hint) }),
    ...(fault !== undefined && { fault: say(fault) }),
  }
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
