import { findLinks, isOn } from '../../../filter/links.ts'
import type { Condition } from '../condition.ts'
import type { Check } from './check.ts'
import { once } from './once.ts'

type Links = Extract<Condition, { kind: 'links' }>

const linksIn = once(findLinks)

export function foreignLinks({ allowed }: Pick<Links, 'allowed'>): Check {
  return said => {
    const foreign = linksIn(said).filter(({ host }) => !isOn(host, allowed))
    if (foreign.length === 0) return null
    return {
      ranges: foreign.map(({ from, to }) => ({ from, to })),
      what: [...new Set(foreign.map(({ host }) => host))],
    }
  }
}
