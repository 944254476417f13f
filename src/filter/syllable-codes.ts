import type { Reading } from './sounds.ts'

/** A reading whose syllable some word has. */
export interface Known {
  readonly code: number
  readonly tone: number
}

/** A number for each syllable that some word has. */
export function codes() {
  const all = new Map<string, number>()
  return {
    of(syllable: string): number {
      const known = all.get(syllable) ?? all.size + 1
      all.set(syllable, known)
      return known
    },
    known({ syllable, tone }: Reading): readonly Known[] {
      const code = all.get(syllable)
      return code === undefined ? [] : [{ code, tone }]
    },
    /** What is typed for them: for `lv` also `lu`, as which `lü` arrives without its dots. */
    spelled(): ReadonlyMap<string, readonly number[]> {
      const spelled = new Map<string, number[]>()
      for (const [syllable, code] of all)
        for (const typed of new Set([syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')]))
          spelled.set(typed, [...(spelled.get(typed) ?? []), code])
      return spelled
    },
  }
}

const none: readonly Known[] = []

/** What Han is read as, asked once for each sign of the first plane; all else is read as nothing. */
export function rememberedByUnit(read: (sign: string) => readonly Known[]): (unit: number) => readonly Known[] {
  const all: (readonly Known[] | undefined)[] = new Array(0x10000).fill(undefined)
  return unit => {
    const known = all[unit]
    if (known !== undefined) return known
    const sign = String.fromCharCode(unit)
    const readings = /\p{Script=Han}/u.test(sign) ? read(sign) : none
    all[unit] = readings
    return readings
  }
}
