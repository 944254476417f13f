import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Button, Content } from '../../../src/content/content.ts'
import { simpler } from '../../../src/content/degrade.ts'
import { jsonOf } from '../../shared/json.ts'

/** What a button stands for. */
export interface Pressed {
  readonly actionId: string
  readonly value?: string
}

/** What an action's id begins with when all of it was too long to be carried: the message has it, under this mark. */
const KEPT = 'kept:'

const LONGEST = 1_024

/** Its place makes a key unique in its card, whatever else is in it twice. */
const wire = z.union([
  z.tuple([z.literal('a'), z.number(), z.string()]),
  z.tuple([z.literal('a'), z.number(), z.string(), z.string()]),
  z.tuple([z.literal('k'), z.number(), z.string()]),
])

/** What a button or a form is pressed by, within what WeCom carries. */
export function keyOf({ actionId, value }: Pressed, place: number): string {
  const whole = JSON.stringify(value === undefined ? ['a', place, actionId] : ['a', place, actionId, value])
  return Buffer.byteLength(whole) <= LONGEST ? whole : JSON.stringify(['k', place, markOf({ actionId, value })])
}

/** Null for a key that is none of ours. What was kept has no more than its mark yet: `restored` finds the rest. */
export function readKey(key: string): Pressed | null {
  const read = wire.safeParse(jsonOf(key))
  if (!read.success) return null
  const [kind, , first, value] = read.data
  if (kind === 'k') return { actionId: KEPT + first }
  return { actionId: first, ...(value !== undefined && { value }) }
}

/** The mark of what was kept; null for what was carried whole. */
export function markIn({ actionId }: Pick<Pressed, 'actionId'>): string | null {
  return actionId.startsWith(KEPT) ? actionId.slice(KEPT.length) : null
}

/** The button or form of a message that has this mark; also a button that stood in the place of a form. */
export function keptIn({ lang, blocks }: Content, mark: string): Pressed | null {
  const instead = blocks.flatMap(block => (block.b === 'form' ? simpler(block, lang) : []))
  const all = [...blocks, ...instead].flatMap((block): readonly Pressed[] => {
    if (block.b === 'actions') return block.buttons.map(pressedBy)
    return block.b === 'form' ? [pressedBy(block.form)] : []
  })
  return all.find(one => markOf(one) === mark) ?? null
}

export function pressedBy({ id, value }: Pick<Button, 'id' | 'value'>): Pressed {
  return { actionId: id, ...(value !== undefined && { value }) }
}

function markOf({ actionId, value }: { readonly actionId: string; readonly value?: string | undefined }): string {
  return createHash('sha256')
    .update(JSON.stringify([actionId, value]))
    .digest('hex')
    .slice(0, 32)
}
