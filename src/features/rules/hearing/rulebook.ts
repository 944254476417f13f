import { addDays, type LocalDate } from '../../../calendar/dates.ts'
import { isWorkday } from '../../../calendar/workdays.ts'
import { toLocal } from '../../../calendar/zone.ts'
import type { Team } from '../../../context.ts'
import { compile, type Filter } from '../../../filter/compile.ts'
import type { Sounds } from '../../../filter/sounds.ts'
import type { WordList } from '../../../filter/word-list.ts'
import type { Tx } from '../../../store/transaction.ts'
import { calledMembers } from '../../team/called.ts'
import type { TeamMember } from '../../team/members.ts'
import { teamById } from '../../team/teams.ts'
import { type Check, checkFor, type Tools } from '../checks/check.ts'
import { listens } from '../checks/listening.ts'
import { mentionsAll } from '../checks/mention-all.ts'
import { compilePatterns } from '../checks/patterns.ts'
import type { Rule } from '../rule.ts'
import type { Found, Lately, Said } from '../said.ts'
import { rulesOf } from '../store.ts'
import { askedIn } from './asked.ts'
import { listsOf, soundsFor } from './lists.ts'

/** What holds in a team, ready to be looked at message by message. */
export interface Rulebook {
  readonly team: Team
  /** Those that are not off. */
  readonly rules: readonly Rule[]
  /** What the checks see of a message. */
  saidOf(facts: SaidFacts): Said
  check(said: Said, lately: Lately): readonly Hit[]
}

export interface Hit {
  readonly rule: Rule
  readonly found: Found
}

type SaidFacts = Pick<Said, 'text' | 'at' | 'platform' | 'channelId' | 'role' | 'memberId' | 'forUs'>

interface Holding {
  readonly team: Team
  readonly rules: readonly Rule[]
  readonly members: readonly TeamMember[]
  readonly lists: ReadonlyMap<string, WordList>
  /** Where a rule asks for them. */
  readonly sounds: Sounds | null
}

/** Pure. Costs some 100 ms where there are long lists of words. */
export function open({ team, rules, members, lists, sounds }: Holding): Rulebook {
  const filters = filtersOf(lists, sounds)
  const patterns = compilePatterns(
    rules.flatMap(({ definition: { when } }) => ('patterns' in when ? when.patterns : [])),
  )
  const tools = { patterns, filter: filters }
  const checks = sharedChecks(rules, tools)
  const wantsAsked = rules.some(({ definition }) => definition.when.kind === 'unanswered')
  const isWork = remembering((date: LocalDate) => isWorkday(team.calendar, date, 'usual-week'))
  return {
    team,
    rules,
    saidOf(facts) {
      const { date, time } = toLocal(facts.at, team.zone)
      return {
        ...{ ...facts, date, time, isWorkday: isWork(date), wasWorkday: isWork(addDays(date, -1)) },
        mentionsAll: mentionsAll(facts.text),
        asked: wantsAsked ? askedIn(facts.text, members, facts.memberId) : [],
      }
    },
    check(said, lately) {
      const hits: Hit[] = []
      const answers = new Map<Check, Found | null>()
      for (const { rule, check } of checks) {
        if (!listens(rule.definition, said)) continue
        let found = answers.get(check)
        if (found === undefined) {
          found = check(said, lately)
          answers.set(check, found)
        }
        if (found !== null) hits.push({ rule, found })
      }
      return hits
    },
  }
}

/** Rules that look for the same thing, in other places, at other times or with other manners: one check serves them all. */
function sharedChecks(rules: readonly Rule[], tools: Tools): readonly { readonly rule: Rule; readonly check: Check }[] {
  const checks = new Map<string, Check>()
  return rules.map(rule => {
    const { when } = rule.definition
    const name = JSON.stringify(when)
    const check = checks.get(name) ?? checkFor(when, tools)
    checks.set(name, check)
    return { rule, check }
  })
}

/** Each list is compiled once for each way in which some rule looks for its words. */
function filtersOf(lists: ReadonlyMap<string, WordList>, sounds: Sounds | null): Tools['filter'] {
  const made = { byLetters: new Map<string, Filter | null>(), bySound: new Map<string, Filter | null>() }
  return (name, pinyin) => {
    const own = pinyin ? made.bySound : made.byLetters
    const known = own.get(name)
    if (known !== undefined) return known
    const list = lists.get(name)
    const filter = list === undefined ? null : compile(list, pinyin ? sounds : null).filter
    own.set(name, filter)
    return filter
  }
}

function remembering<T>(work: (date: LocalDate) => T): (date: LocalDate) => T {
  let last: { readonly date: LocalDate; readonly answer: T }[] = []
  return date => {
    const known = last.find(one => one.date === date)
    if (known !== undefined) return known.answer
    const answer = work(date)
    last = [{ date, answer }, ...last.slice(0, 3)]
    return answer
  }
}

interface Kept {
  readonly stamp: string
  readonly at: number
  readonly book: Rulebook
}

/** Built of what the database has, and found again by its stamp: so it lasts no longer than the rules stay as they are. */
const books = new Map<string, Kept>()
const mostBooks = 200
/** Names and official days have no part in the stamp. */
const freshMs = 10 * 60_000

/** The rulebook of a team whose rules have that stamp; null for a team that is gone. */
export async function bookFor(tx: Tx, teamId: string, stamp: string, now: Date): Promise<Rulebook | null> {
  const known = books.get(teamId)
  if (known?.stamp === stamp && Math.abs(now.getTime() - known.at) < freshMs) return known.book
  const team = await teamById(tx, teamId)
  if (team === null) return null
  const rules = (await rulesOf(tx, teamId)).filter(({ state }) => state !== 'off')
  const lists = await listsOf(tx, teamId, rules)
  const book = open({ team, rules, members: await calledMembers(tx, team), lists, sounds: await soundsFor(rules) })
  books.delete(teamId)
  books.set(teamId, { stamp, at: now.getTime(), book })
  const oldest = books.keys().next()
  if (books.size > mostBooks && !oldest.done) books.delete(oldest.value)
  return book
}
