import type { Lang } from '../../../src/base/words.ts'
import type { Block, Span } from '../../../src/content/content.ts'
import { linesOf } from '../../../src/content/plain.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Nothing in it can be a tag, an attribute or an entity any more. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign)
}

/** An inline picture; `cid` is ours. */
export function pictureTag({ cid, alt }: { readonly cid: string; readonly alt: string }): string {
  return `<img src="cid:${cid}" alt="${escapeHtml(alt)}" style="max-width:100%">`
}

const cell = 'padding:3px 12px 3px 0;text-align:'
const grey = 'color:#667085'

/** @param picture - the tag of the picture of that ref */
export function htmlOf(block: Block, lang: Lang, picture: (ref: string) => string): string {
  switch (block.b) {
    case 'heading':
      return `<h2 style="font-size:18px">${escapeHtml(block.text)}</h2>`
    case 'text':
      return `<p>${spansOf(block.spans)}</p>`
    case 'quiet':
      return `<p style="${grey}">${spansOf(block.spans)}</p>`
    case 'fields':
      return tableOf(
        block.fields.map(({ label, value }) => [cellOf('th', escapeHtml(label)), cellOf('td', spansOf(value))]),
      )
    case 'list':
      return `<ul>${block.items.map(item => `<li>${spansOf(item)}</li>`).join('')}</ul>`
    case 'table': {
      const head = block.columns.map(({ label, align }) => cellOf('th', escapeHtml(label), align))
      const rows = block.rows.map(row =>
        block.columns.map(({ align }, at) => cellOf('td', spansOf(row[at] ?? []), align)),
      )
      return tableOf(block.columns.some(({ label }) => label !== '') ? [head, ...rows] : rows)
    }
    case 'divider':
      return '<hr>'
    case 'image':
      return `<p>${picture(block.ref)}</p>`
    case 'file':
    case 'actions':
    case 'form':
    case 'details':
      return linesOf(block, lang)
        .map(line => `<p>${escapeHtml(line)}</p>`)
        .join('')
  }
}

function tableOf(rows: readonly (readonly string[])[]): string {
  return `<table style="border-collapse:collapse">${rows.map(row => `<tr>${row.join('')}</tr>`).join('')}</table>`
}

function cellOf(tag: 'th' | 'td', inner: string, align: 'start' | 'end' = 'start'): string {
  return `<${tag} style="${cell}${align === 'end' ? 'right' : 'left'}">${inner}</${tag}>`
}

function spansOf(spans: readonly Span[]): string {
  return spans.map(spanOf).join('').replaceAll(/\r?\n/g, '<br>')
}

function spanOf(span: Span): string {
  switch (span.t) {
    case 'member':
      return escapeHtml(span.name)
    case 'link':
      return /^https?:\/\//i.test(span.url)
        ? `<a href="${escapeHtml(span.url)}">${escapeHtml(span.text || span.url)}</a>`
        : escapeHtml(span.text || span.url)
    case 'text':
      return styled(escapeHtml(span.text), span.style)
  }
}

function styled(inner: string, style: Extract<Span, { t: 'text' }>['style']): string {
  switch (style) {
    case 'strong':
      return `<b>${inner}</b>`
    case 'code':
      return `<code>${inner}</code>`
    case 'quiet':
      return `<span style="${grey}">${inner}</span>`
    case undefined:
      return inner
  }
}
