import { z } from 'zod'

export { type Ignored, id, ignored, words } from '../../shared/wire.ts'

/** Seconds since 1970 as a date; undefined where WeCom tells none, or 0. */
export const moment = z
  .number()
  .int()
  .min(1)
  .max(8_640_000_000_000)
  .transform(seconds => new Date(seconds * 1000).toISOString())
  .optional()
  .catch(undefined)
