import { UserError } from '../../base/errors.ts'
import type { Lang } from '../../base/words.ts'
import { theMember } from '../team/member-errors.ts'
import { findMember, type TeamMember } from '../team/members.ts'
import { readMark } from './read-marks.ts'
import { badSides, dividedByWhat, onTwoSides } from './refusals.ts'

export interface Sides {
  readonly names: readonly string[]
  /** By member id; null where they are drawn when the contest begins. */
  readonly sideOf: ReadonlyMap<string, number> | null
}

const MOST_SIDES = 8

/** `2` draws that many; `红队:张三,李四 / 蓝队:王五` says who is where, with names for the sides or without. */
export function readSides(text: string, members: readonly TeamMember[], lang: Lang): Sides {
  const plain = text.normalize('NFKC').trim()
  const count = /^[2-8]$/.test(plain === '' ? '2' : plain) ? Number(plain || 2) : null
  if (count !== null) return { names: usualNames(lang).slice(0, count), sideOf: null }
  const parts = plain.split(/\s*(?:\/|\||;|\bvs\b|对战)\s*/i).filter(part => part !== '')
  if (parts.length < 2 || parts.length > MOST_SIDES) throw new UserError('contest-sides', badSides)
  const names: string[] = []
  const sideOf = new Map<string, number>()
  for (const [side, part] of parts.entries()) {
    const [, name = usualNames(lang)[side] ?? '', who = ''] = /^(?:([^:]{1,20}):)?(.*)$/s.exec(part) ?? []
    names.push(name.trim())
    for (const member of namedIn(who, members)) {
      if (sideOf.has(member.memberId)) throw new UserError('contest-two-sides', onTwoSides(member.name))
      sideOf.set(member.memberId, side)
    }
  }
  if (new Set(sideOf.values()).size < parts.length || new Set(names).size < names.length)
    throw new UserError('contest-sides', badSides)
  return { names, sideOf }
}

const usualNames = (lang: Lang) =>
  ({
    zh: ['红队', '蓝队', '金队', '绿队', '紫队', '橙队', '青队', '银队'],
    en: ['Red', 'Blue', 'Gold', 'Green', 'Purple', 'Orange', 'Teal', 'Silver'],
  })[lang]

function namedIn(text: string, members: readonly TeamMember[]): readonly TeamMember[] {
  return text
    .split(/[,、+]|\s+@/)
    .map(name => name.trim())
    .filter(name => name !== '')
    .map(name => theMember(findMember(members, name), name))
}

/** By member id: `张三:20万、李四:10万`. */
export function readDivisors(text: string, members: readonly TeamMember[]): ReadonlyMap<string, number> {
  const divisors = new Map<string, number>()
  for (const part of text.normalize('NFKC').split(/[、;]|,(?!\d{3}(?!\d))/)) {
    const [, name, value] = /^(.+?)\s*[:=]\s*(.+)$/s.exec(part.trim()) ?? []
    if (name === undefined || value === undefined) throw new UserError('contest-handicap', dividedByWhat)
    divisors.set(theMember(findMember(members, name), name).memberId, readMark(value))
  }
  return divisors
}
