import type { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import { type Answer, mistaken, oneLine } from '../answers.ts'
import type { Side } from '../side.ts'

/** What the app may send up; its body is checked, then it is carried out. */
export interface Command {
  run(body: Json, side: Side, reqId: string): Answer
}

interface Definition<Body> {
  readonly takes: z.ZodType<Body>
  run(given: Body, side: Side, reqId: string): Answer
}

export function command<Body>({ takes, run }: Definition<Body>): Command {
  return {
    run(body, side, reqId) {
      const parsed = takes.safeParse(body)
      return parsed.success ? run(parsed.data, side, reqId) : mistaken(40058, oneLine(parsed.error))
    },
  }
}
