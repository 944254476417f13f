import type { Words } from '../../../base/words.ts'

/** What stands between two sentences. */
export const gap: Words = { zh: '', en: ' ' }
