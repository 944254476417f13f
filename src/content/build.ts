import type { Lang } from '../base/words.ts'
import type { Block, Button, Column, Content, Field, Form, Span } from './content.ts'

/** A span, or a plain text that stands for one; nothing in it is ever read as markup. */
export type Spanlike = string | Span

export function content(lang: Lang, ...blocks: readonly (Block | null)[]): Content {
  return { lang, blocks: blocks.filter(block => block !== null) }
}

function spans(...parts: readonly Spanlike[]): readonly Span[] {
  return parts.filter(part => part !== '').map(part => (typeof part === 'string' ? { t: 'text', text: part } : part))
}

export const strong = (text: string): Span => ({ t: 'text', text, style: 'strong' })
export const code = (text: string): Span => ({ t: 'text', text, style: 'code' })
export const mention = (member: { id: string; name: string }): Span => ({
  t: 'member',
  id: member.id,
  name: member.name,
})
export const link = (url: string, text: string): Span => ({ t: 'link', url, text })

export const heading = (text: string): Block => ({ b: 'heading', text })
export const text = (...parts: readonly Spanlike[]): Block => ({ b: 'text', spans: spans(...parts) })
export const quiet = (...parts: readonly Spanlike[]): Block => ({ b: 'quiet', spans: spans(...parts) })
export const field = (label: string, ...value: readonly Spanlike[]): Field => ({ label, value: spans(...value) })
export const divider: Block = { b: 'divider' }
/** What follows belongs into a thread, where there are threads. */
export const details: Block = { b: 'details' }
export const file = (ref: string, name: string, alt: string): Block => ({ b: 'file', ref, name, alt })
export const form = (it: Form): Block => ({ b: 'form', form: it })

/** Blocks of several parts are left out when they have none, so callers need not ask. */
export const fields = (...all: readonly (Field | null)[]): Block | null => {
  const present = all.filter(one => one !== null)
  return present.length === 0 ? null : { b: 'fields', fields: present }
}
export const list = (items: readonly (readonly Spanlike[])[]): Block | null =>
  items.length === 0 ? null : { b: 'list', items: items.map(item => spans(...item)) }
export const actions = (...buttons: readonly (Button | null)[]): Block | null => {
  const present = buttons.filter(button => button !== null)
  return present.length === 0 ? null : { b: 'actions', buttons: present }
}
export const table = (columns: readonly Column[], rows: readonly (readonly Spanlike[])[]): Block | null =>
  rows.length === 0 ? null : { b: 'table', columns, rows: rows.map(row => row.map(cell => spans(cell))) }
