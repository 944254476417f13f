import type { KnownBlock } from '@slack/types'
import type { PlacedPicture } from './blocks.ts'
import { FORM } from './buttons.ts'
import type { SlackPayload } from './render.ts'

/** The blocks of a payload as they are posted: each button that opens a form knows the delivery that carries the form. */
export function blocksFor(payload: SlackPayload, key: string, fileOf: FileOf): KnownBlock[] {
  const placed = new Map(payload.pictures.map(picture => [picture.blockIndex, picture]))
  return payload.blocks.map((block, index) => {
    const picture = placed.get(index)
    return picture === undefined ? withKey(block, key) : hung(block, picture, fileOf(picture.ref))
  })
}

/** The id of the file that shows a picture, or null where its description does. */
export type FileOf = (ref: string) => string | null

export const withoutPictures: FileOf = () => null

function withKey(block: KnownBlock, key: string): KnownBlock {
  if (block.type !== 'section' || block.accessory?.type !== 'button') return block
  const { accessory } = block
  return accessory.action_id?.startsWith(FORM) ? { ...block, accessory: { ...accessory, value: key } } : block
}

function hung(block: KnownBlock, { alt }: PlacedPicture, file: string | null): KnownBlock {
  if (file === null || block.type !== 'image') {
    return { type: 'context', elements: [{ type: 'plain_text', text: alt, emoji: false }] }
  }
  return { type: 'image', alt_text: block.alt_text, slack_file: { id: file } }
}
