import type { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import { type Answer, mistaken, oneLine } from '../answers.ts'
import type { Side } from '../side.ts'

interface Definition<Arguments> {
  readonly takes: z.ZodType<Arguments>
  /** `none`: a secret in the address is the permit. */
  readonly token?: 'needed' | 'none'
  run(given: Arguments, side: Side): Answer
}

export interface Method {
  readonly token: 'needed' | 'none'
  run(fields: Json, side: Side): Answer
}

/** A method of the API: its arguments are checked, then it is carried out. */
export function method<Arguments>({ takes, token = 'needed', run }: Definition<Arguments>): Method {
  return {
    token,
    run(fields, side) {
      const parsed = takes.safeParse(fields)
      return parsed.success ? run(parsed.data, side) : mistaken(40058, oneLine(parsed.error))
    },
  }
}
