import type { KnownBlock } from '@slack/types'

/** What Slack was seen to add for a block of its own accord. */
const EACH_BLOCK = 125

/** Slack refuses blocks of about 13,200 characters in all (`msg_blocks_too_long`), and does not tell how it counts. */
const HEAVIEST = 12_000

/** Counted as heavily as Slack was ever seen to: the marks as well as the words. */
export function isTooHeavy(blocks: readonly KnownBlock[]): boolean {
  return JSON.stringify(blocks).length + blocks.length * EACH_BLOCK > HEAVIEST
}
