import { z } from 'zod'

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** JSON within a string, as platforms nest it; anything else is no JSON. */
export const jsonText = z
  .string()
  .transform(jsonOf)
  .refine(json => json !== undefined, 'not JSON')
