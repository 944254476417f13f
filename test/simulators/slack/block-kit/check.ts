import { isJson, type Json } from '../../shared/json.ts'
import type { Side } from '../side.ts'
import type { Block } from '../workspace.ts'
import { allDiffer, blocksOn, type Surface } from './blocks.ts'
import { complaints } from './complaints.ts'

const mostCharacters = 13_200

export type Checked =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | {
      readonly ok: false
      readonly error: 'invalid_blocks' | 'msg_blocks_too_long'
      readonly messages: readonly string[]
    }

/** The blocks as Slack keeps them, with an id for each block and element, or what Slack would say against them. */
export function checkBlocks(side: Side, blocks: unknown, surface: Surface): Checked {
  const parsed = blocksOn[surface].safeParse(blocks, { reportInput: true })
  if (!parsed.success) return invalid(complaints(parsed.error.issues, '/blocks'))
  const wrong = wrongTogether(side, parsed.data)
  if (wrong !== null) return invalid([`[ERROR] ${wrong} [json-pointer:/blocks]`])
  if (surface === 'message' && characters(parsed.data) > mostCharacters) {
    return { ok: false, error: 'msg_blocks_too_long', messages: [] }
  }
  return { ok: true, blocks: parsed.data.map(block => kept(side, block)) }
}

function invalid(messages: readonly string[]): Checked {
  return { ok: false, error: 'invalid_blocks', messages }
}

type Parsed = readonly (Json & { readonly type: string; readonly block_id?: string | undefined })[]

/** What no block is guilty of alone. */
function wrongTogether(side: Side, blocks: Parsed): string | null {
  if (!allDiffer(blocks.map(block => block.block_id))) return 'block_id already exists'
  if (blocks.filter(({ type }) => type === 'table').length > 1) return 'only_one_table_allowed'
  const shown = JSON.stringify(blocks).matchAll(/"slack_file":\{"id":"([^"]*)"\}/g)
  const unready = [...shown].some(([, id = '']) => !isReady(side, id))
  return unready ? 'invalid slack file' : null
}

function isReady({ workspace, settings }: Side, id: string): boolean {
  const file = workspace.files.get(id)
  return file?.completed === true && file.readyAt <= settings.realNow()
}

/** All that is to be read in these blocks, as Slack counts it. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + characters(each), 0)
  if (!isJson(value)) return 0
  const own = typeof value['text'] === 'string' ? value['text'].length : 0
  return Object.values(value).reduce<number>((sum, each) => sum + characters(each), own)
}

function kept(side: Side, block: Parsed[number]): Block {
  const { block_id = side.newId('b'), elements, accessory, element } = block
  return {
    ...block,
    block_id,
    ...(Array.isArray(elements) && block.type === 'actions' ? { elements: elements.map(named(side)) } : {}),
    ...(accessory === undefined ? {} : { accessory: named(side)(accessory) }),
    ...(element === undefined ? {} : { element: named(side)(element) }),
  }
}

/** Gives an element its action id when the app did not. */
function named(side: Side): (element: unknown) => unknown {
  return element =>
    isJson(element) && element['type'] !== 'image' ? { action_id: side.newId('a'), ...element } : element
}
