import { z } from 'zod'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { JsonValue } from '../../../src/platform/memory.ts'
import { laneNames } from '../lanes/lane.ts'
import { ways } from '../lanes/ways.ts'

/** Where among its steps a message stands. */
const place = z.object({
  at: z.int().nonnegative(),
  /** The step cannot be shown: words say the same. */
  instead: z.literal(true).exactOptional(),
  /** Its words have begun by this way, and so many messages of them are out. */
  by: z.enum(ways).exactOptional(),
  said: z.int().nonnegative().exactOptional(),
})

const course = z.object({
  chat: z.string(),
  withCards: z.boolean(),
  /** How many there are. */
  steps: z.int(),
  out: z.array(z.object({ lane: z.enum(laneNames), id: z.string().exactOptional() })),
  /** Where it goes on, after what is being said. */
  place,
  /** The way of what is being said at this moment, of which nobody knows afterwards whether it arrived. */
  saying: z.enum(ways).nullable(),
})

export type Place = z.infer<typeof place>

/** How far a message has come; kept before and after each call that says something. */
export type Course = z.infer<typeof course>

/** Null when it was not begun. Throws `unreachable` for what cannot be read: nobody knows then what is out. */
export function readCourse(kept: unknown): Course | null {
  if (kept === null || kept === undefined) return null
  const read = course.safeParse(kept)
  if (!read.success) throw new PlatformError('unreachable', 'how far it has come cannot be read')
  return read.data
}

export function writtenCourse(it: Course): JsonValue {
  return { ...it, out: it.out.map(outlet => ({ ...outlet })), place: { ...it.place } }
}

/** There is more to say than the call that was under way. */
export function goesOn({ place: { at }, steps }: Course): boolean {
  return at < steps
}

/** Something of it may be seen. */
export function isBegun({ out, saying }: Course): boolean {
  return out.length > 0 || saying !== null
}
