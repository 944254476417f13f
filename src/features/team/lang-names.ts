import type { Lang } from '../../base/words.ts'

/** A language in its own words, which its readers know in any interface. */
export const langNames: Readonly<Record<Lang, string>> = { zh: '中文', en: 'English' }

const spellings: ReadonlyMap<string, Lang> = new Map([
  ['zh', 'zh'],
  ['zh-cn', 'zh'],
  ['cn', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['chinese', 'zh'],
  ['en', 'en'],
  ['en-us', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
  ['english', 'en'],
])

export function readLang(text: string): Lang | null {
  return spellings.get(text.normalize('NFKC').trim().toLowerCase()) ?? null
}
