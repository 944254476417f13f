import type { AnyBlock, KnownBlock } from '@slack/types'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import { isJson } from '../../simulators/shared/json.ts'
import type { Visible } from '../../simulators/shared/visible.ts'
import { blocksOn, type Surface } from '../../simulators/slack/block-kit/blocks.ts'
import { visibleText } from '../../simulators/slack/visible.ts'

/** Li has an account, the others have none. */
export const accountOf: AccountOf = memberId => (memberId === 'm-li' ? { accountId: 'U0LI0000001' } : null)

/** What a person in Slack reads in these blocks, whom they ring and where they lead. */
export function reading(blocks: readonly KnownBlock[]): Visible {
  return visibleText({ blocks: blocks.map(block => ({ ...block })) })
}

const MOST_CHARACTERS = 13_200

/** What Slack would say against these blocks: their shapes and limits, and what no block is guilty of alone. */
export function refusals(blocks: readonly AnyBlock[], surface: Surface): readonly string[] {
  const shape = blocksOn[surface].safeParse(withFiles(blocks))
  const faults = shape.success ? [] : shape.error.issues.map(issue => `${issue.path.join('/')}: ${issue.message}`)
  const ids = valuesOf(blocks, 'action_id')
  if (new Set(ids).size < ids.length) faults.push('an action_id is there twice')
  if (blocks.filter(({ type }) => type === 'table').length > 1) faults.push('only_one_table_allowed')
  if (surface === 'message' && JSON.stringify(blocks).length > MOST_CHARACTERS) faults.push('msg_blocks_too_long')
  return faults
}

/** Pictures are named when they are sent. */
function withFiles(blocks: readonly AnyBlock[]): readonly unknown[] {
  return blocks.map(block => (block.type === 'image' ? { ...block, slack_file: { id: 'F1' } } : block))
}

export function valuesOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(one => valuesOf(one, key))
  if (!isJson(value)) return []
  const own = key in value ? [value[key]] : []
  return [...own, ...Object.values(value).flatMap(one => valuesOf(one, key))]
}
