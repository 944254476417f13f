import type { DrawingOf } from '../drawing.ts'
import type { Look } from '../kit/look.ts'

type Movement = NonNullable<DrawingOf<'board'>['rows'][number]['movement']>

/** Going down is told, never painted red. */
export function movementColor(look: Look, { kind }: Movement): string {
  return { up: look.up, down: look.down, same: look.quiet, new: look.accent }[kind]
}
