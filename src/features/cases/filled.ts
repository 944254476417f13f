import type { ActionInput } from '../feature.ts'

/** What somebody filled in there; an empty text where they did not. */
export function filled({ values }: ActionInput, id: string): string {
  const value = values?.[id]
  return typeof value === 'string' ? value.trim() : ''
}
