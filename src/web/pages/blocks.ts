import type { Lang } from '../../base/words.ts'
import type { Block, Button, Column, Content, FormValues, Span } from '../../content/content.ts'
import { h, whileBusy } from './dom.ts'
import { drawForm } from './form.ts'
import { drawPicture } from './pictures.ts'
import { say } from './say.ts'
import type { Size } from './shapes.ts'

export interface BlockDeps {
  readonly lang: Lang
  readonly viewer: string
  readonly messageId: string
  readonly sizes: Readonly<Record<string, Size>>
  readonly openForms: boolean
  readonly drafts: Map<string, FormValues>
  /** Answers whether it was taken; what went wrong has been said by then. */
  act(actionId: string, given: { value?: string; values?: FormValues }): Promise<boolean>
}

export function drawContent(content: Content, deps: BlockDeps): readonly HTMLElement[] {
  return content.blocks.map(block => drawBlock(block, deps))
}

function drawBlock(block: Block, deps: BlockDeps): HTMLElement {
  const spans = (all: readonly Span[]) => all.map(span => drawSpan(span, deps.viewer))
  switch (block.b) {
    case 'heading':
      return h('h3', {}, block.text)
    case 'text':
      return h('p', {}, ...spans(block.spans))
    case 'quiet':
      return h('p', { class: 'quiet' }, ...spans(block.spans))
    case 'fields': {
      const pairs = block.fields.map(({ label, value }) => {
        return h('div', {}, h('dt', {}, label), h('dd', {}, ...spans(value)))
      })
      return h('dl', {}, ...pairs)
    }
    case 'list':
      return h('ul', {}, ...block.items.map(item => h('li', {}, ...spans(item))))
    case 'table':
      return drawTable(
        block.columns,
        block.rows.map(row => row.map(spans)),
        deps.lang,
      )
    case 'divider':
    case 'details':
      return h('hr')
    case 'actions':
      return h('div', { class: 'buttons' }, ...block.buttons.map(button => drawButton(button, deps)))
    case 'form': {
      const { form } = block
      const value = form.value === undefined ? {} : { value: form.value }
      const submit = (values: FormValues) => deps.act(form.id, { ...value, values })
      const draftKey = [deps.viewer, deps.messageId, form.id, form.value].join(' ')
      return drawForm(form, { lang: deps.lang, open: deps.openForms, drafts: deps.drafts, draftKey, submit })
    }
    case 'image':
      return drawPicture(block.ref, block.alt, deps.sizes[block.ref])
    case 'file':
      return drawFile(block)
  }
}

function drawSpan(span: Span, viewer: string): Node {
  switch (span.t) {
    case 'text':
      if (span.style === 'strong') return h('strong', {}, span.text)
      if (span.style === 'code') return h('code', {}, span.text)
      if (span.style === 'quiet') return h('span', { class: 'quiet' }, span.text)
      return document.createTextNode(span.text)
    case 'member':
      return h('span', { class: span.id === viewer ? 'mention me' : 'mention' }, `@${span.name}`)
    case 'link': {
      const text = span.text || span.url
      return /^https?:\/\//i.test(span.url)
        ? h('a', { href: span.url, target: '_blank', rel: 'noopener noreferrer' }, text)
        : document.createTextNode(text)
    }
  }
}

/** Wide tables scroll in a frame of their own, which the keyboard reaches too. */
function drawTable(columns: readonly Column[], rows: readonly (readonly Node[])[][], lang: Lang): HTMLElement {
  const side = (at: number) => ({ class: columns[at]?.align === 'end' ? 'end' : undefined })
  const head = columns.map(({ label }, at) => h('th', { scope: 'col', ...side(at) }, label))
  const body = rows.map(row => h('tr', {}, ...row.map((cell, at) => h('td', side(at), ...cell))))
  const table = h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...body))
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say(lang, 'table') }, table)
}

function drawButton({ id, label, words, value, style }: Button, deps: BlockDeps): HTMLElement {
  const button = h('button', { type: 'button', class: style, title: say(deps.lang, 'orType', { words }) }, label)
  button.addEventListener('click', () => {
    void whileBusy(button, async () => {
      const taken = await deps.act(id, value === undefined ? {} : { value })
      button.classList.toggle('used', taken)
    })
  })
  return button
}

/** A link that saves it, and what is in it. */
function drawFile({ ref, name, alt }: Extract<Block, { b: 'file' }>): HTMLElement {
  if (!/^[0-9a-f]{64}$/.test(ref)) return h('p', { class: 'quiet' }, `${name} · ${alt}`)
  const saves = h('a', { href: `/room/api/files/${ref}`, download: name }, name)
  return h('p', { class: 'file' }, saves, h('span', { class: 'quiet' }, alt))
}
