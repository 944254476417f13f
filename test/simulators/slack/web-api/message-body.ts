import { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import { checkBlocks } from '../block-kit/check.ts'
import type { Side } from '../side.ts'
import type { Block } from '../workspace.ts'
import { mistaken, type Refusal } from './method.ts'

const longestText = 40_000
const largestMetadata = 16_000

const metadataShape = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
})

export interface Body {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata?: Json
}

interface Given {
  readonly text?: string | undefined
  readonly blocks?: unknown
  readonly metadata?: unknown
}

/** What a message says, checked as Slack checks it. */
export function body(side: Side, { text = '', blocks, metadata }: Given): Body | Refusal {
  if (text.length > longestText) return mistaken('msg_too_long')
  const checked = checkBlocks(side, blocks ?? [], 'message')
  if (!checked.ok) return mistaken(checked.error, checked.messages)
  if (text === '' && checked.blocks.length === 0) return mistaken('no_text')
  if (metadata === undefined) return { text, blocks: checked.blocks }
  const described = metadataShape.safeParse(metadata)
  if (!described.success) return mistaken('invalid_metadata_format')
  if (JSON.stringify(metadata).length > largestMetadata) return mistaken('metadata_too_large')
  return { text, blocks: checked.blocks, metadata: described.data }
}
