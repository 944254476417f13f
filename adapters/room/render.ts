import type { Content, Span } from '../../src/content/content.ts'
import { mapSpans } from '../../src/content/map-spans.ts'
import { plain } from '../../src/content/plain.ts'
import type { AccountOf } from '../../src/platform/adapter.ts'

export interface RoomPayload {
  /** Drawn by the page as it stands; mentions name users of the Room. */
  readonly content: Content
  readonly text: string
}

export function render(content: Content, accountOf: AccountOf): RoomPayload {
  const named = (spans: readonly Span[]) => spans.map(span => nameAccount(span, accountOf))
  return { content: { ...content, blocks: content.blocks.map(block => mapSpans(block, named)) }, text: plain(content) }
}

function nameAccount(span: Span, accountOf: AccountOf): Span {
  if (span.t !== 'member') return span
  const account = accountOf(span.id)
  return account ? { ...span, id: account.accountId } : { t: 'text', text: `@${span.name}` }
}
