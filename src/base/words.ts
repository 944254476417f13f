/** The two languages that are equals everywhere. */
export type Lang = 'zh' | 'en'

/** One thing said in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export const langs: readonly Lang[] = ['zh', 'en']

export function isLang(value: unknown): value is Lang {
  return value === 'zh' || value === 'en'
}

/** The language in which a text is written, as far as its letters tell. */
export function langOfText(text: string): Lang | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  return /\p{Script=Latin}/u.test(text) ? 'en' : null
}
