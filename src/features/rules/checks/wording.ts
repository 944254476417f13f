import type { Filter } from '../../../filter/compile.ts'
import { mask } from '../../../filter/mask.ts'
import type { Check } from './check.ts'

/** Words of the list. Where all that was found may be chance, it is for somebody to look at. */
export function wording(filter: Filter | null): Check {
  if (filter === null) return () => null
  return said => {
    const hits = filter.find(said.text)
    if (hits.length === 0) return null
    const certain = hits.filter(({ action }) => action !== 'review')
    const told = certain.length > 0 ? certain : hits
    const toMask = certain.filter(({ action }) => action !== 'hint')
    const instead = [...new Set(told.flatMap(({ suggestion }) => suggestion ?? []))]
    return {
      ranges: told.map(({ from, to }) => ({ from, to })),
      what: [...new Set(told.map(({ word }) => word))],
      ...(instead.length > 0 && { instead }),
      ...(toMask.length > 0 && {
        masked: mask(
          said.text,
          toMask.map(({ from, to }) => ({ from, to })),
        ),
      }),
      ...(certain.length === 0 && { doubtful: true as const }),
    }
  }
}
