import { DAY_MS } from '../../../calendar/dates.ts'
import type { MemberContext } from '../../../context.ts'
import { calledMembers } from '../../team/called.ts'
import type { TeamMember } from '../../team/members.ts'
import { type HeardTalk, heardSince } from '../hearing/heard-store.ts'
import { createMemory } from '../hearing/memory.ts'
import { prepareLooks } from '../hearing/prepare-looks.ts'
import { open, type Rulebook } from '../hearing/rulebook.ts'
import { clean, courtesyFor, type Standing } from '../manners.ts'
import type { Rule } from '../rule.ts'

/** What a rule would have come to. */
export interface Trial {
  /** How many messages it was tried on. */
  readonly heard: number
  readonly found: number
  /** How often somebody would have been told, by the rule's manners. */
  readonly hinted: number
  /** The newest that were found, the last one first. */
  readonly newest: readonly { readonly talk: HeardTalk; readonly name: string }[]
  /** There was more than is tried at a time. */
  readonly isCut: boolean
}

const most = 20_000
const shown = 10

/**
 * Tries a rule on the talk that is kept of these days: the same checks in the same order, with everybody's role as it is
 * today. Null where nothing is kept, for want of a key. Nothing is written and nobody is told.
 */
export async function backtest(ctx: MemberContext, rule: Rule, days: number): Promise<Trial | null> {
  const { tx, team, sealing, now } = ctx
  if (sealing === null) return null
  const members = await calledMembers(tx, team)
  const book = open({ team, rules: [rule], looks: await prepareLooks(tx, team.id, [rule]), members })
  const trial = createTrial(book, rule, new Map(members.map(member => [member.memberId, member])))
  const since = new Date(now.getTime() - days * DAY_MS)
  for await (const talk of heardSince(tx, sealing, { teamId: team.id, since, most })) trial.hear(talk)
  return trial.outcome()
}

function createTrial(book: Rulebook, rule: Rule, members: ReadonlyMap<string, TeamMember>) {
  const memory = createMemory()
  const standings = new Map<string, Standing>()
  let [heard, found, hinted] = [0, 0, 0]
  let newest: Trial['newest'] = []

  /** Whether the manners would have let anybody be told. */
  function wouldHint(memberId: string, at: Date): boolean {
    const { courtesy, standing } = courtesyFor(rule.definition.manners, standings.get(memberId) ?? clean, at)
    standings.set(memberId, standing)
    return courtesy.kind === 'step' && courtesy.step.do !== 'log'
  }

  return {
    hear(talk: HeardTalk): void {
      const member = members.get(talk.memberId)
      if (member === undefined) return
      const { platform, channelId, text, at, memberId } = talk
      const said = book.saidOf({ text, at, platform, channelId, role: member.role, memberId, forUs: false })
      const { date, mentionsAll: calledAll } = said
      heard++
      const eventId = String(heard)
      const lately = memory.hear({ eventId, channelId, memberId, text, at, date, calledAll })
      const [hit] = book.check(said, lately)
      if (hit === undefined) return
      found++
      if (hit.found.doubtful !== true && wouldHint(memberId, at)) hinted++
      newest = [{ talk, name: member.name }, ...newest.slice(0, shown - 1)]
    },
    outcome: (): Trial => ({ heard, found, hinted, newest, isCut: heard >= most }),
  }
}
