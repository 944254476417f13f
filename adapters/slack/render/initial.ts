import type { Input } from '../../../src/content/content.ts'

/** What a field that is written in holds at most. */
export const LONGEST_TEXT = 3_000

/** What is filled in beforehand: one text, or those of several choices. */
export function initials({ initial = [] }: Pick<Input, 'initial'>): readonly string[] {
  return [initial].flat()
}
