import type { Lang } from '../../base/words.ts'
import { words } from './words.ts'

export type Word = keyof typeof words

/** `{name}` in a text is replaced by the value of that name. */
export function say(lang: Lang, word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return words[word][lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

export function isWord(text: string | undefined): text is Word {
  return text !== undefined && Object.hasOwn(words, text)
}

const faults: Readonly<Record<string, Word>> = {
  offline: 'offline',
  token: 'token',
  'too-far': 'tooFar',
  'clock.backwards': 'backwards',
  'nothing-due': 'nothingDue',
  'real-platform': 'realTime',
  'too-long': 'tooLong',
  'file-too-large': 'fileTooLarge',
  'file-empty': 'fileEmpty',
  'file-unreadable': 'fileUnreadable',
  'cut-off': 'offline',
  'unknown-message': 'gone',
  'unknown-action': 'gone',
}

/** What to tell a person about a refusal, by its code; the server's own words where we have none. */
export function sayFault(lang: Lang, { code, message }: { code: string; message: string }): string {
  return say(lang, faults[code] ?? 'failed', { message })
}

/** Writes the page's own texts into the elements of index.html that ask for them by name. */
export function speak(lang: Lang): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  document.title = `${say(lang, 'title')} · ${say(lang, 'room')}`
  for (const element of document.querySelectorAll<HTMLElement>('[data-words], [data-label]')) {
    const { words: text, label } = element.dataset
    if (isWord(text)) element.textContent = say(lang, text)
    if (isWord(label)) element.setAttribute('aria-label', say(lang, label))
  }
}
