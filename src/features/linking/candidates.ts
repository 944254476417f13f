import type { MemberContext } from '../../context.ts'
import { bystanders } from '../team/bystanders.ts'
import { membersOf } from '../team/members.ts'
import { spellingsOf } from '../team/platform-names.ts'

/** Somebody of the team or its groups. */
export interface Candidate {
  readonly personId: string
  readonly name: string
  /** Among them are `name@platform` and `name@department`, to tell apart two of one name. */
  readonly aliases: readonly string[]
  readonly accounts: readonly CandidateAccount[]
}

interface CandidateAccount {
  readonly platform: string
  readonly department: string | null
  /** As `readMobile` reads it. To find them by; never to be said. */
  readonly mobile: string | null
}

export async function candidates({ tx, team }: MemberContext): Promise<readonly Candidate[]> {
  const all = [...(await membersOf(tx, team)), ...(await bystanders(tx, team.id))]
  const rows = await tx.account.findMany({
    where: { personId: { in: all.map(({ personId }) => personId) } },
    orderBy: [{ platform: 'asc' }, { accountId: 'asc' }],
  })
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return all.map(({ personId, name, aliases }) => {
    const accounts = (byPerson.get(personId) ?? []).map(({ platform, department, mobile }) => ({
      ...{ platform, department, mobile },
    }))
    const places = accounts.flatMap(({ platform, department }) => [...spellingsOf(platform), department ?? []].flat())
    return { personId, name, accounts, aliases: [...places.map(place => `${name}@${place}`), ...aliases] }
  })
}
