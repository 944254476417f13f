import type { Json } from '../../shared/json.ts'

const token = /<([@#!][^>]*|https?:[^>]*|mailto:[^>]*)>/g

/** What a person's words become in a message's blocks: one rich text with its mentions and links. */
export function richText(text: string, blockId: string): Json & { readonly type: string; readonly block_id: string } {
  const elements: Json[] = []
  let at = 0
  for (const found of text.matchAll(token)) {
    if (found.index > at) elements.push({ type: 'text', text: unescaped(text.slice(at, found.index)) })
    elements.push(elementOf(found[1] ?? ''))
    at = found.index + found[0].length
  }
  if (at < text.length) elements.push({ type: 'text', text: unescaped(text.slice(at)) })
  return { type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] }
}

function elementOf(inside: string): Json {
  const [target = '', label] = inside.split('|')
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) }
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) }
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) }
  return { type: 'link', url: unescaped(target), ...(label === undefined ? {} : { text: unescaped(label) }) }
}

/** Slack writes exactly three characters in another way. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
