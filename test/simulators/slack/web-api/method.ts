import type { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import { complaints } from '../block-kit/complaints.ts'
import type { Tier } from '../pace.ts'
import type { Side } from '../side.ts'

export interface Refusal {
  readonly ok: false
  readonly error: string
  readonly needed?: string
  readonly messages?: readonly string[]
  /** Whether only a fault in the program can lead to this. */
  readonly mistake?: true
}

export type Answer = (Json & { readonly ok: true }) | Refusal

/** `message`: one a second in each channel. */
export type Rate = Tier | 'message' | 'free'

interface Definition<Arguments> {
  readonly takes: z.ZodType<Arguments>
  readonly rate: Rate
  readonly token?: 'app' | 'bot'
  /** Every one of these scopes is needed. */
  readonly needs?: readonly string[] | ((given: Arguments, side: Side) => readonly string[])
  run(given: Arguments, side: Side): Answer
}

export interface Method {
  readonly rate: Rate
  readonly token: 'app' | 'bot'
  call(fields: Json, side: Side): Answer
}

/** A method of the Web API: its arguments are checked, then its scopes, then it is carried out. */
export function method<Arguments>(definition: Definition<Arguments>): Method {
  const { takes, rate, token = 'bot', needs = [], run } = definition
  return {
    rate,
    token,
    call(fields, side) {
      const parsed = takes.safeParse(fields, { reportInput: true })
      if (!parsed.success) return mistaken('invalid_arguments', complaints(parsed.error.issues, ''))
      const needed = typeof needs === 'function' ? needs(parsed.data, side) : needs
      const missing = needed.filter(scope => !side.settings.scopes.includes(scope))
      if (missing.length > 0) return { ok: false, error: 'missing_scope', needed: missing.join(',') }
      return run(parsed.data, side)
    },
  }
}

export function refused(error: string): Refusal {
  return { ok: false, error }
}

export function mistaken(error: string, messages: readonly string[] = []): Refusal {
  return { ok: false, error, messages, mistake: true }
}
