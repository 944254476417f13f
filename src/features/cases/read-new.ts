import type { LocalDate } from '../../calendar/dates.ts'
import { readDate } from '../../commands/arguments.ts'
import type { TeamMember } from '../team/members.ts'
import { type Named, nameIn } from '../team/name-in.ts'

/** What a typed problem says besides itself. */
export interface NewCase {
  readonly text: string
  readonly owner: Omit<Named, 'rest'> | null
  /** Null where no day is named. */
  readonly dueOn: LocalDate | null
  /** What stands where a day should, if it is none. */
  readonly noDay: string | null
}

interface Surroundings {
  readonly members: readonly TeamMember[]
  readonly today: LocalDate
}

/** Reads `华为订单延期 @李伟 周五前` and `order delayed for Huawei owner Li Wei due Friday`, in any order. */
export function readNew(said: string, { members, today }: Surroundings): NewCase {
  const { owner, rest } = takeOwner(said.trim(), members)
  return { owner, ...takeDue(rest, today) }
}

/** One within a word belongs to an address of mail. */
const MENTION = /(?<![\w.])[@＠](?=\S)/
const OWNER = /(?<=^|[\s,，;；。])(?:负责人|owner)(\s*[:：=]\s*|\s+)/i

function takeOwner(said: string, members: readonly TeamMember[]): { owner: NewCase['owner']; rest: string } {
  const mention = MENTION.exec(said)
  const mark = mention ?? OWNER.exec(said)
  if (!mark) return { owner: null, rest: said }
  const { found, name, rest } = nameIn(said.slice(mark.index + mark[0].length), members)
  // "the owner of the shop is angry" names nobody.
  if (!mention && mark[1]?.trim() === '' && found.kind === 'none') return { owner: null, rest: said }
  return { owner: { found, name }, rest: joined(said.slice(0, mark.index), rest) }
}

const DUE = /(?<=^|[\s,，;；。])(?:due|deadline|截止日期|截止|期限|到期)(?![a-z])(\s*[:：=]\s*|\s*)(?:(?:by|on)\s|到)?/i
const BEFORE = /(?<=^|[\s,，;；。])([^\s,，;；。]{2,12}?)(?:之前|以前|前)(?=$|[\s,，;；。])/
const BY = /\s(?:by|before)\s+([^,.;]{3,24})$/i

function takeDue(said: string, today: LocalDate): Omit<NewCase, 'owner'> {
  const mark = DUE.exec(said)
  if (mark) {
    const behind = said.slice(mark.index + mark[0].length)
    const read = dayAtStart(behind, today)
    const before = said.slice(0, mark.index)
    if (read) return { text: joined(before, read.rest), dueOn: read.day, noDay: null }
    // "payment is due for Acme" names no day; "due: soon" should.
    if (/[:：=]/.test(mark[1] ?? '')) return { text: before.trim(), dueOn: null, noDay: behind.trim().slice(0, 20) }
  }
  for (const pattern of [BEFORE, BY]) {
    const found = pattern.exec(said)
    const day = found && readDay(found[1] ?? '', today)
    if (!found || day === null) continue
    const text = joined(said.slice(0, found.index), said.slice(found.index + found[0].length))
    return { text, dueOn: day, noDay: null }
  }
  return { text: tidied(said), dueOn: null, noDay: null }
}

/** No day is said in more words than `the day after tomorrow`. */
const MOST_WORDS = 5

/** The day that a text begins with, and what follows it. */
export function dayAtStart(text: string, today: LocalDate): { readonly day: LocalDate; readonly rest: string } | null {
  for (let count = MOST_WORDS; count > 0; count--) {
    const said = new RegExp(`^\\s*(?:[^\\s,，;；。]+\\s*){${count}}`).exec(text)?.[0]
    const day = said === undefined ? null : readDay(said, today)
    if (said !== undefined && day !== null) return { day, rest: text.slice(said.length) }
  }
  return null
}

/** A day without its year is the next one; one with it may be over, and whoever typed it is told so. */
export function readDay(text: string, today: LocalDate): LocalDate | null {
  const day = text
    .trim()
    .replace(/^(?:by|on|before|到)\s*/i, '')
    .replace(/(?:之前|以前|前|为止)$/, '')
  return readDate(day, today, 'ahead') ?? readDate(day, today)
}

function joined(before: string, after: string): string {
  return tidied(`${before} ${after}`)
}

function tidied(text: string): string {
  return text
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ (?=[,，;；。])/g, '')
    .replaceAll(/^[\s,，;；:：]+|[\s,，;；]+$/g, '')
}
