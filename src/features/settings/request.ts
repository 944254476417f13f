import { fold } from '../../commands/normalise.ts'
import type { SettingDeclaration } from '../setting.ts'

/** What follows `/settings`. What names no declared setting is for the team itself. */
export type Request =
  | { readonly kind: 'all' | 'team' }
  | { readonly kind: 'one'; readonly setting: SettingDeclaration }
  | { readonly kind: 'change'; readonly setting: SettingDeclaration; readonly value: string }

/** Reads `digests.missing names`, `未交显示 名字`, `未交显示=名字`; a Chinese title may be glued to its value. */
export function readRequest(text: string, settings: readonly SettingDeclaration[]): Request {
  const said = text.trim()
  if (said === '') return { kind: 'all' }
  for (const setting of settings) {
    for (const name of [setting.key, setting.title.zh, setting.title.en]) {
      const value = after(name, said)
      if (value !== null) return value === '' ? { kind: 'one', setting } : { kind: 'change', setting, value }
    }
  }
  return { kind: 'team' }
}

/** What follows the name; null when the text does not begin with it as a word. */
function after(name: string, text: string): string | null {
  if (!fold(text).startsWith(fold(name))) return null
  const rest = text.slice(name.length)
  const goesOn = /[a-z]$/i.test(name) && /^[a-z0-9]/i.test(rest)
  return goesOn ? null : rest.replace(/^[\s=＝:：]+/, '').trim()
}
