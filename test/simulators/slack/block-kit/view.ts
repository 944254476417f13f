import { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import type { Side } from '../side.ts'
import type { Block } from '../workspace.ts'
import { checkBlocks } from './check.ts'
import { complaints } from './complaints.ts'
import { plainText } from './texts.ts'

const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
}

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...common,
})

const home = z.strictObject({ type: z.literal('home'), ...common })
const anyView = z.discriminatedUnion('type', [modal, home])

export type CheckedView =
  | { readonly ok: true; readonly definition: Json; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly messages: readonly string[] }

/** A view as Slack would keep it, or what Slack would say against it. */
export function checkView(side: Side, view: unknown, surface: 'modal' | 'home'): CheckedView {
  const parsed = anyView.safeParse(view, { reportInput: true })
  if (!parsed.success) return { ok: false, messages: complaints(parsed.error.issues, '/view') }
  const { blocks, ...definition } = parsed.data
  if (definition.type !== surface) return against(`a ${definition.type} cannot be shown here`, '/view/type')
  const checked = checkBlocks(side, blocks, surface)
  if (!checked.ok) return { ok: false, messages: checked.messages }
  const asks = checked.blocks.some(({ type }) => type === 'input')
  if (definition.type === 'modal' && asks && definition.submit === undefined) {
    return against('missing required field: submit', '/view/submit')
  }
  if (focused(checked.blocks) > 1) return against('only one element may have focus_on_load', '/view/blocks')
  return { ok: true, definition, blocks: checked.blocks }
}

function against(complaint: string, pointer: string): CheckedView {
  return { ok: false, messages: [`[ERROR] ${complaint} [json-pointer:${pointer}]`] }
}

function focused(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).split('"focus_on_load":true').length - 1
}
