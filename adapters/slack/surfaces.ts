import type { Canvas, Surface, SurfaceKind } from '../../src/platform/adapter.ts'

/**
 * Slack takes 50 blocks and about 13,000 characters of them in a message, its own marks counted. So much plain text in
 * so many blocks never exceeds that, however it is drawn; `weight.ts` keeps what the marks may cost.
 */
const canvas: Canvas = {
  blocks: new Set([
    'heading',
    'text',
    'fields',
    'list',
    'table',
    'quiet',
    'divider',
    'actions',
    'form',
    'image',
    'file',
    'details',
  ]),
  mentions: 'inline',
  images: true,
  limit: { unit: 'characters', size: 2_500 },
  blocksAtMost: 20,
}

const group: Surface = {
  hears: 'everything',
  starts: 'always',
  canvas,
  whispers: true,
  revises: true,
  recalls: true,
  recallsOthers: false,
  takesFiles: false,
  pace: { perMinute: 60, scope: 'channel', burst: 1 },
  idempotent: false,
}

export const surfaces: Readonly<Record<SurfaceKind, Surface>> = {
  group,
  direct: { ...group, whispers: false, takesFiles: true },
}
