import type { Surface, SurfaceKind } from '../../src/platform/adapter.ts'

/** So many seconds' worth of a minute may go at once: providers look at the minute, and a notice goes to a whole team. */
const AT_ONCE = 5

/** It hears nothing and takes nothing back: what is sent has been sent. There are no groups of it. */
export function surfacesOf({ perMinute }: { readonly perMinute: number }): Readonly<Record<SurfaceKind, Surface>> {
  const direct: Surface = {
    hears: 'nothing',
    starts: 'always',
    canvas: {
      blocks: new Set(['heading', 'text', 'fields', 'list', 'table', 'quiet', 'divider', 'image', 'file']),
      mentions: 'none',
      images: true,
      limit: { unit: 'characters', size: 100_000 },
    },
    whispers: false,
    revises: false,
    recalls: false,
    recallsOthers: false,
    takesFiles: false,
    pace: { perMinute, scope: 'robot', burst: Math.max(1, Math.min(AT_ONCE, Math.floor(perMinute / 2))) },
    idempotent: false,
  }
  return { group: { ...direct, starts: 'never' }, direct }
}
