import type { UserError } from '../../base/errors.ts'
import type { Context } from '../../context.ts'
import { commonPlatform, type Person, personById } from './accounts.ts'
import { joinMemberships } from './merge-members.ts'
import { lockPeople, movePerson } from './merge-store.ts'
import { answeredTwice, dropReport, type Twice } from './twice.ts'
import { byAge, uniteFacts } from './unite.ts'
import { onePlatform } from './words/link.ts'

interface Joining {
  /** The one whose account is used just now, if it is one of them. */
  readonly here: string
  readonly there: string
  /** Where the one of them who speaks is active now. */
  readonly platform: string | null
  /** Whose answers count in rounds that both have answered; without it such rounds are refused. */
  readonly keep: string | null
  /** The person who wants it. */
  readonly by: string
  refuse(twice: readonly Twice[], here: Person, there: Person): UserError
}

/**
 * Makes one person of two. The newer becomes part of the older: accounts, memberships, answers, numbers, leaves, manners,
 * and what waits to be said. Nothing is lost and nothing counts twice. Throws for whoever cannot be made one. Answers null
 * when one of the two is no more.
 */
export async function joinPeople(ctx: Pick<Context, 'tx' | 'now'>, joining: Joining): Promise<Person | null> {
  const { tx, now } = ctx
  await lockPeople(tx, [joining.here, joining.there])
  const here = await personById(tx, joining.here)
  const there = await personById(tx, joining.there)
  if (here === null || there === null) return null
  const common = commonPlatform(here, there)
  if (common !== null) throw onePlatform(common)
  const [older, newer] = byAge(here, there)
  const pair = { kept: older.id, gone: newer.id }
  const twice = await answeredTwice(tx, pair)
  if (twice.length > 0 && joining.keep === null) throw joining.refuse(twice, here, there)
  for (const { ofKept, ofGone } of twice) {
    const isOlder = joining.keep === older.id
    const reports = isOlder ? { kept: ofKept, gone: ofGone } : { kept: ofGone, gone: ofKept }
    await dropReport(tx, reports, { by: joining.by, now })
  }
  await joinMemberships(tx, pair, now)
  await movePerson(tx, pair, uniteFacts(older, newer, joining.platform))
  return await personById(tx, older.id)
}
