import type { Span } from '../../../src/content/content.ts'
import { plainLink } from '../../../src/content/plain.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import { inLine, neutral, unseen } from './neutral.ts'

export interface Pen {
  /** The staff id by which a member is drawn, so that DingTalk rings them; null where their name must do. */
  ring(memberId: string): string | null
  /** Put before a command that is to be typed: in a group the robot hears only what is said to it. */
  readonly callBy: string
}

/** What may stand in a line; line ends of members are kept. */
export function drawSpans(spans: readonly Span[], pen: Pen): string {
  const drawn = spans.map(span => drawSpan(span, pen)).reduce(beside, '')
  // One space after whom it rings is enough. No words of a member have such a mark.
  return drawn.replaceAll(/(@[\w.-]+ ) /g, '$1')
}

/** Two spans do not make the address of which each holds a part. */
export function beside(before: string, after: string): string {
  const makesOne =
    (/:\**$/.test(before) && /^\**\/(?:\/|\**$)/.test(after)) || (/:\/\**$/.test(before) && /^\**\//.test(after))
  return before + (makesOne ? unseen : '') + after
}

function drawSpan(span: Span, pen: Pen): string {
  switch (span.t) {
    case 'text':
      if (span.style === 'strong') return bold(span.text)
      return span.style === 'code' ? typed(span.text, pen) : neutral(span.text)
    case 'member': {
      const id = pen.ring(span.id)
      return id === null ? bold(`@${span.name}`) : `@${id} `
    }
    case 'link':
      return drawLink(span)
  }
}

/** The staff id by which DingTalk rings somebody; null whom it does not know, and for people from outside, whose ids are others. */
export function ringable(memberId: string, accountOf: AccountOf): string | null {
  const accountId = accountOf(memberId)?.accountId
  return accountId === undefined || !/^[\w.-]+$/.test(accountId) ? null : accountId
}

/** Not every client knows a mark for code. */
function typed(text: string, { callBy }: Pen): string {
  return bold(text.startsWith('/') ? `${callBy}${text}` : text)
}

/** Stars act only beside a letter or a number, on either side, and in one line; nothing else may act between them. */
export function bold(text: string): string {
  const [, before = '', inner = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? []
  if (inner === '' || inner.includes('\n') || /[*\\]/.test(text)) return neutral(text)
  return `${neutral(before)}**${inLine(inner)}**${inLine(after)}`
}

function drawLink({ url, text }: Extract<Span, { t: 'link' }>): string {
  const label = text.trim() === '' ? url : text.replaceAll(/\s+/g, ' ')
  if (!/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url)) return neutral(plainLink({ url, text }))
  const address = url.replaceAll(/[()<>[\]\\]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
  return `[${inLine(label)}](${address})`
}
