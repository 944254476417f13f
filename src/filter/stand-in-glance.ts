import { cover, disguisedOf, heart, isStandIn } from './disguise-signs.ts'

/** Whether a text may have signs that stand for letters, of Latin words or of Han. */
export interface Glance {
  readonly latin: boolean
  readonly han: boolean
}

const kinds = {
  unknown: 0,
  other: 1,
  unseen: 2,
  latin: 4,
  standIn: 8,
  han: 16,
  cover: 32,
  heart: 64,
  wei: 128,
} as const
const beside = kinds.latin | kinds.standIn

/**
 * Looks at each sign once and keeps nothing. Latin letters are disguised within a run of three at least in which there are
 * some of them and some that stand in; Han where a cover stands between two, or a heart behind what is read as 微.
 */
export function glanceAt(text: string): Glance {
  let latin = false
  let han = false
  let run = 0
  let length = 0
  let last = 0
  let beforeLast = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length
    const kind = isPair ? kindOfPair(text, at) : kindOf(code)
    if (isPair) at++
    if (kind === kinds.unseen) continue
    if ((kind & beside) === 0) {
      run = 0
      length = 0
    } else {
      run |= kind
      length += 1
      if (length >= 3 && (run & beside) === beside) latin = true
    }
    if ((kind & kinds.han) !== 0 && (last & kinds.cover) !== 0 && (beforeLast & kinds.han) !== 0) han = true
    if ((kind & kinds.heart) !== 0 && (last & kinds.wei) !== 0) han = true
    beforeLast = last
    last = kind
  }
  return { latin, han }
}

const common = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const known = common[code] ?? kinds.unknown
  if (known !== kinds.unknown) return known
  const kind = kindOfSign(String.fromCharCode(code))
  common[code] = kind
  return kind
}

/** Pictures and letters of mathematics, mostly: those beyond the first plane are few in a text. */
const kindOfPair = (text: string, at: number): number => kindOfSign(String.fromCodePoint(text.codePointAt(at) ?? 0))

function kindOfSign(sign: string): number {
  const units = disguisedOf(sign)
  if (units === '') return kinds.unseen
  let kind = 0
  for (const unit of units) {
    if (unit >= 'a' && unit <= 'z') kind |= kinds.latin
    if (isStandIn(unit)) kind |= kinds.standIn
    if (/\p{Script=Han}/u.test(unit)) kind |= kinds.han
    if (unit === cover) kind |= kinds.cover
    if (unit === heart) kind |= kinds.heart
    if (/[v微薇徽]/.test(unit)) kind |= kinds.wei
  }
  return kind === 0 ? kinds.other : kind
}
