import { z } from 'zod'
import type { Side } from '../side.ts'
import { count, text } from './arguments.ts'
import { mistaken, type Refusal } from './method.ts'

export const pageArguments = { limit: count.optional(), cursor: text.optional() }

const marker = 'next:'
const position = z.coerce.number().int().min(1)

interface Asked {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly more: boolean
  readonly response_metadata: { readonly next_cursor: string }
}

/** One page of a list and the cursor to the next; pages may be shorter than asked for. */
export function pageOf<Item>(
  side: Side,
  all: readonly Item[],
  { limit = 100, cursor = '' }: Asked,
): Page<Item> | Refusal {
  if (limit < 1 || limit > 1_000) return mistaken('invalid_limit')
  const from = cursor === '' ? 0 : positionOf(cursor)
  if (from === null || from > all.length) return mistaken('invalid_cursor')
  const to = from + Math.min(limit, side.settings.largestPage)
  const more = to < all.length
  const next_cursor = more ? Buffer.from(`${marker}${to}`).toString('base64') : ''
  return { items: all.slice(from, to), more, response_metadata: { next_cursor } }
}

function positionOf(cursor: string): number | null {
  const decoded = Buffer.from(cursor, 'base64').toString()
  const parsed = position.safeParse(decoded.slice(marker.length))
  return decoded.startsWith(marker) && parsed.success ? parsed.data : null
}
