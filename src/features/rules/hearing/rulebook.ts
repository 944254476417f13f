import { forgetOldest } from '../../../base/forget-oldest.ts'
import { addDays, type LocalDate } from '../../../calendar/dates.ts'
import { isWorkday } from '../../../calendar/workdays.ts'
import { toLocal } from '../../../calendar/zone.ts'
import type { Team } from '../../../context.ts'
import type { Tx } from '../../../store/transaction.ts'
import { calledMembers } from '../../team/called.ts'
import type { TeamMember } from '../../team/members.ts'
import { teamById } from '../../team/teams.ts'
import { type Hit, hitsOf, type Looks } from '../checks/looks.ts'
import { mentionsAll } from '../checks/mention-all.ts'
import type { Rule } from '../rule.ts'
import type { Lately, Said } from '../said.ts'
import { rulesOf } from '../store.ts'
import { askedIn } from './asked.ts'
import { hearingSettings } from './hearing-settings.ts'
import { prepareLooks } from './prepare-looks.ts'

/** What holds in a team, ready to be looked at message by message. */
export interface Rulebook {
  readonly team: Team
  /** Those that are not off. */
  readonly rules: readonly Rule[]
  /** What is said here is kept for a while, if it can be sealed. */
  readonly keepsTalk: boolean
  /** What the checks see of a message. */
  saidOf(facts: SaidFacts): Said
  check(said: Said, lately: Lately): readonly Hit[]
}

type SaidFacts = Pick<Said, 'text' | 'at' | 'platform' | 'channelId' | 'role' | 'memberId' | 'forUs'>

interface Holding {
  readonly team: Team
  readonly rules: readonly Rule[]
  /** What these rules look for. */
  readonly looks: Looks
  readonly members: readonly TeamMember[]
}

export function open({ team, rules, looks, members }: Holding): Rulebook {
  const keepsTalk = hearingSettings(team).keepDays > 0
  const wantsAsked = rules.some(({ definition }) => definition.when.kind === 'unanswered')
  const isWork = remembering((date: LocalDate) => isWorkday(team.calendar, date, 'usual-week'))
  const clock = remembering((minute: number) => clockAt(new Date(minute * MINUTE_MS)))
  return {
    team,
    rules,
    keepsTalk,
    saidOf(facts) {
      return {
        ...facts,
        ...clock(Math.floor(facts.at.getTime() / MINUTE_MS)),
        mentionsAll: mentionsAll(facts.text),
        asked: wantsAsked ? askedIn(facts.text, members, facts.memberId) : [],
      }
    },
    check: (said, lately) => hitsOf(looks, said, lately),
  }

  function clockAt(at: Date): Pick<Said, 'date' | 'time' | 'isWorkday' | 'wasWorkday'> {
    const { date, time } = toLocal(at, team.zone)
    return { date, time, isWorkday: isWork(date), wasWorkday: isWork(addDays(date, -1)) }
  }
}

/** The latest few answers. */
function remembering<K, T>(work: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly answer: T }[] = []
  return key => {
    const known = last.find(one => one.key === key)
    if (known !== undefined) return known.answer
    const answer = work(key)
    last = [{ key, answer }, ...last.slice(0, 3)]
    return answer
  }
}

const MINUTE_MS = 60_000

interface Kept {
  readonly stamp: string
  readonly at: number
  readonly book: Rulebook
  readonly looks: Looks
}

/** Built of what the database has, and found again by its stamp: so it lasts no longer than the rules stay as they are. */
const books = new Map<string, Kept>()
const mostBooks = 200
/** Names and official days have no part in the stamp, and none in what the rules look for, which is dear to prepare. */
const freshMs = 10 * 60_000

/** The rulebook of a team whose rules have that stamp; null for a team that is gone. */
export async function bookFor(tx: Tx, teamId: string, stamp: string, now: Date): Promise<Rulebook | null> {
  const known = books.get(teamId)
  if (known?.stamp === stamp && Math.abs(now.getTime() - known.at) < freshMs) return known.book
  const team = await teamById(tx, teamId)
  if (team === null) return null
  const isSame = known?.stamp === stamp
  const rules = isSame ? known.book.rules : (await rulesOf(tx, teamId)).filter(({ state }) => state !== 'off')
  const looks = isSame ? known.looks : await prepareLooks(tx, teamId, rules)
  const book = open({ team, rules, looks, members: await calledMembers(tx, team) })
  books.delete(teamId)
  books.set(teamId, { stamp, at: now.getTime(), book, looks })
  forgetOldest(books, mostBooks)
  return book
}
