import type { Content, Span } from '../../src/content/content.ts'
import { mapSpans } from '../../src/content/map-spans.ts'
import type { SurfaceKind } from '../../src/platform/adapter.ts'
import { commandFault, slashOf } from './slash-name.ts'

/** A command as people call it: its name is what the manifest registers, its words are all that the house understands. */
export interface CalledCommand {
  readonly name: string
  readonly words: readonly string[]
}

export type Typed = (content: Content, surface: SurfaceKind) => Content

/**
 * Says commands as they can be typed here. Slack takes a slash only before the names of the manifest and swallows any other,
 * so `/计划 拜访3` becomes `/plan 拜访3`, or `/bw-plan 拜访3`, and what is Slack's own, such as /leave, loses its slash: in a
 * direct chat the bare words do, in a channel the bot is mentioned with them.
 */
export function createTyped(commands: readonly CalledCommand[], prefix: string | null): Typed {
  const names = new Map(commands.flatMap(({ name, words }) => words.map(word => [word, name])))
  const longestFirst = [...names.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  if (longestFirst.length === 0) return content => content
  const slashed = new RegExp(`(?<![\\p{L}\\p{N}/:.@-])/(${longestFirst.join('|')})(?![a-z0-9_/-])`, 'giu')

  return (content, surface) => {
    const bare = surface === 'direct' ? '' : '@bellwether '
    const say = (text: string) =>
      text.replaceAll(slashed, (_, word: string) => {
        const name = names.get(word.toLowerCase()) ?? word
        return commandFault(name, prefix) === null ? slashOf(name, prefix) : `${bare}${word}`
      })
    const spans = (all: readonly Span[]) =>
      all.map(span => (span.t === 'text' ? { ...span, text: say(span.text) } : span))
    return { ...content, blocks: content.blocks.map(block => mapSpans(block, spans)) }
  }
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
