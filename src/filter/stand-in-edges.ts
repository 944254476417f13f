import { cover, heart, isStandIn, picture } from './disguise-signs.ts'
import type { Normalised, Range } from './normalise.ts'

export const isAlphanumeric = (unit: string | undefined): boolean => unit !== undefined && /[a-z\d]/.test(unit)

/** What is read as 微 before 信, or before a heart that stands for it. */
export const isWei = (unit: string | undefined): boolean => unit !== undefined && /[v微薇徽]/.test(unit)

/** Beside a word these are as often punctuation. */
const onlyInside = new Set([cover, '!', '|', '+', picture, heart])

/** A word may begin there in a disguised text: Han anywhere, others where no letter or digit comes before. */
export function mayBegin({ plain }: Normalised, at: number): boolean {
  const unit = plain[at] ?? ' '
  if (unit === ' ' || onlyInside.has(unit)) return false
  return isAlphanumeric(unit) || isStandIn(unit) ? !isAlphanumeric(plain[at - 1]) : true
}

/** A word may end before it. */
export function mayEnd({ plain }: Normalised, at: number): boolean {
  const last = plain[at - 1] ?? ' '
  if (last === heart) return isWei(plain[at - 2])
  if (onlyInside.has(last)) return false
  return isAlphanumeric(last) || isStandIn(last) ? !isAlphanumeric(plain[at]) : true
}

/** `b@st.com`, `/p/b3st`, `?id=b3st`: a name that nobody reads as a word. */
export function isPartOfAddress(text: string, { from, to }: Range): boolean {
  return (
    /[./@=&?_\\]/.test(text.slice(Math.max(0, from - 1), from)) || /^[.@=/\\_][a-z\d]/i.test(text.slice(to, to + 2))
  )
}
