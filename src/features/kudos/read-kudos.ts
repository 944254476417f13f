import type { LocalDate } from '../../calendar/dates.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import type { Period } from '../../calendar/periods.ts'
import type { TeamMember } from '../team/members.ts'
import { type Named, nameIn } from '../team/name-in.ts'

export interface Recipient extends Omit<Named, 'rest'> {
  /** With an `@`: then it names somebody for certain. */
  readonly isMention: boolean
}

export type KudosRequest =
  | { readonly kind: 'mine' | 'undo' }
  | { readonly kind: 'period'; readonly period: Period }
  | {
      readonly kind: 'give'
      readonly to: readonly Recipient[]
      readonly reason: string
      readonly tags: readonly string[]
    }

interface Surroundings {
  readonly members: readonly TeamMember[]
  readonly today: LocalDate
}

/** Beyond this nothing is read: no reason may be nearly as long, and reading stays cheap. */
const LONGEST = 1000

/** Reads what follows `/kudos`: `@张三 @李四 及时补位 #协作`, `张三、李四 …`, `undo`, a period, or nothing. */
export function readKudos(text: string, { members, today }: Surroundings): KudosRequest {
  const said = text.slice(0, LONGEST).replaceAll(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(said)) return { kind: 'mine' }
  if (/^(?:undo|撤回|撤销|取消)$/i.test(said)) return { kind: 'undo' }
  const period = parsePeriod(said, today)
  if (period) return { kind: 'period', period }
  const { tags, rest } = takeTags(said)
  const mentioned = takeMentions(rest, members)
  const { to, rest: reason } = mentioned.to.length > 0 ? mentioned : takeNames(rest, members)
  return { kind: 'give', to, reason: tidied(reason), tags }
}

const TAG = /(?<![A-Za-z0-9])[#＃]([\p{L}\p{N}_-]{1,30})/gu

function takeTags(said: string): { tags: readonly string[]; rest: string } {
  const tags = Array.from(said.matchAll(TAG), ([, tag = '']) => tag)
  return { tags: [...new Set(tags)], rest: said.replaceAll(TAG, ' ') }
}

interface Taken {
  readonly to: readonly Recipient[]
  readonly rest: string
}

/** One within a word belongs to an address of mail. */
const MENTION = /(?<![\w.])[@＠](?=\S)/

/** Whoever is mentioned, wherever in the text; the platforms write mentions as names. */
function takeMentions(said: string, members: readonly TeamMember[]): Taken {
  const to: Recipient[] = []
  let rest = said
  for (let mark = MENTION.exec(rest); mark; mark = MENTION.exec(rest)) {
    const named = nameIn(rest.slice(mark.index + 1), members)
    to.push({ found: named.found, name: named.name, isMention: true })
    rest = `${rest.slice(0, mark.index)} ${named.rest}`
  }
  return { to, rest }
}

/** What joins two names; before anything else it begins the reason: 张三 和客户谈妥了. */
const JOINT = /^\s*(?:[、,，&＆]|和|与|and\s)\s*/i

/** Without any mention the text begins with a name, or with several that are joined. */
function takeNames(said: string, members: readonly TeamMember[]): Taken {
  const to: Recipient[] = []
  let [rest, next] = [said, said.trim()]
  for (;;) {
    const { found, name, rest: after } = nameIn(next, members)
    if (to.length > 0 && found.kind !== 'one') return { to, rest }
    to.push({ found, name, isMention: false })
    rest = after
    const behind = next.slice(next.indexOf(name) + name.length)
    const joint = found.kind === 'one' ? JOINT.exec(behind) : null
    if (!joint) return { to, rest }
    next = behind.slice(joint[0].length)
  }
}

function tidied(reason: string): string {
  return reason.replaceAll(/\s+/g, ' ').replaceAll(/^[\s,，、:：;；]+|[\s,，、:：;；]+$/g, '')
}
