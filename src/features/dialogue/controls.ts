import type { Lang } from '../../base/words.ts'
import { fold, readOpening } from '../../commands/normalise.ts'

/** What one can say instead of an answer. */
export const controls = ['keep', 'skip', 'clear', 'back', 'cancel', 'submit'] as const
export type Control = (typeof controls)[number]

const spoken: Readonly<Record<Control, Readonly<Record<Lang, readonly string[]>>>> = {
  keep: { zh: ['照旧', '不变'], en: ['keep'] },
  skip: { zh: ['跳过'], en: ['skip'] },
  clear: { zh: ['清空'], en: ['clear'] },
  back: { zh: ['上一步', '返回'], en: ['back'] },
  cancel: { zh: ['取消'], en: ['cancel'] },
  submit: { zh: ['提交'], en: ['submit'] },
}

/** The word to teach. */
export function controlWord(control: Control, lang: Lang): string {
  return spoken[control][lang][0] ?? control
}

/** Only when it is all that was said; with a slash too, and in either language. */
export function readControl(text: string): Control | null {
  const said = fold(readOpening(text).body).replace(/[。.!！]$/, '')
  return controls.find(control => Object.values(spoken[control]).some(words => words.includes(said))) ?? null
}
