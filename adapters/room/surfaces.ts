import type { Surface, SurfaceKind } from '../../src/platform/adapter.ts'

/** The Room draws everything and stops nothing: what a platform would be if it were ours. */
const surface: Surface = {
  hears: 'everything',
  starts: 'always',
  canvas: {
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
    ]),
    mentions: 'inline',
    images: true,
    limit: { unit: 'characters', size: 20_000 },
  },
  whispers: true,
  revises: true,
  recalls: true,
  recallsOthers: true,
  takesFiles: false,
  pace: { perMinute: 30_000, scope: 'channel' },
  idempotent: true,
}

export const surfaces: Readonly<Record<SurfaceKind, Surface>> = {
  group: surface,
  // Nobody but its person reads a direct chat.
  direct: { ...surface, whispers: false, recallsOthers: false, takesFiles: true },
}
