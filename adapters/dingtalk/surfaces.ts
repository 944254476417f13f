import type { Canvas, Surface, SurfaceKind } from '../../src/platform/adapter.ts'
import type { DingTalkSettings } from './settings.ts'

/**
 * DingTalk takes 15,000 bytes of a message. So much plain text never exceeds that when it is drawn: what its marks make too
 * heavy is said without any. Tables and rules are not drawn by every client.
 */
const canvas: Canvas = {
  blocks: new Set(['heading', 'text', 'fields', 'list', 'quiet', 'image', 'file']),
  mentions: 'inline',
  images: true,
  limit: { unit: 'bytes', size: 6_500 },
}

/**
 * Buttons need a card, and only a card can be changed once it is said. It holds six kilobytes: so much plain text has room in
 * them, breaks and whatever keeps members' words from acting included, unless it is hardly anything but marks.
 */
const withCards: Canvas = {
  ...canvas,
  blocks: new Set([...canvas.blocks, 'actions']),
  limit: { unit: 'bytes', size: 4_500 },
}

/** What the customer has set up decides what DingTalk can do. */
export function surfacesOf({
  cardTemplateId,
}: Pick<DingTalkSettings, 'cardTemplateId'>): Readonly<Record<SurfaceKind, Surface>> {
  const hasCards = cardTemplateId !== null
  const drawn = hasCards ? withCards : canvas
  const group: Surface = {
    hears: 'mentions',
    starts: 'always',
    canvas: drawn,
    whispers: false,
    revises: hasCards,
    // What is revised is a card then, and no card can be taken back.
    recalls: !hasCards,
    recallsOthers: false,
    takesFiles: false,
    // A robot is muted for ten minutes when it says more than twenty things in a minute to one group.
    pace: { perMinute: 18, scope: 'channel', burst: 4 },
    idempotent: false,
  }
  const direct: Surface = {
    ...group,
    hears: 'everything',
    takesFiles: true,
    // Everything there is said to one person: nobody needs to be rung.
    canvas: { ...drawn, mentions: 'none' },
    // No limit is known but that DingTalk tells when it holds somebody's messages back. A form is one question after the other.
    pace: { perMinute: 30, scope: 'channel', burst: 8 },
  }
  return { group, direct }
}
