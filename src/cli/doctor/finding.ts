import type { Lang, Words } from '../../base/words.ts'

/** What a check found. `todo` says how to mend it, or what it means. */
export interface Finding {
  /** Names the check, for programs. */
  readonly check: string
  readonly level: 'ok' | 'warning' | 'fault'
  readonly said: Words
  readonly todo?: Words
}

const marks = { ok: '✓', warning: '!', fault: '✗' } as const

export function findingLines({ level, said, todo }: Finding, lang: Lang): string {
  const line = `${marks[level]} ${said[lang]}`
  return todo ? `${line}\n    → ${todo[lang]}` : line
}

export function ok(check: string, said: Words): Finding {
  return { check, level: 'ok', said }
}

export function warning(check: string, said: Words, todo: Words): Finding {
  return { check, level: 'warning', said, todo }
}

export function fault(check: string, said: Words, todo: Words): Finding {
  return { check, level: 'fault', said, todo }
}

/** The first few of many, for one line. */
export function someOf(all: readonly string[], most = 5): string {
  return all.length <= most ? all.join(', ') : `${all.slice(0, most).join(', ')} … (${all.length})`
}
