import { z } from 'zod'
import { roles } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { addLeave } from '../team/leave-rules.ts'
import { keptLeaves } from '../team/leaves.ts'
import { changeLeaves, lockTeam } from '../team/store.ts'
import { moveMember, type Pair } from './merge-store.ts'
import { type Membership, uniteMemberships } from './unite.ts'

const membershipsSchema = z.array(
  z.object({
    id: z.string(),
    teamId: z.string(),
    personId: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    role: z.enum(roles),
    joinedOn: z.string(),
    leftOn: z.string().nullable(),
    leftBecause: z.string().nullable(),
  }),
)

/** Lets the memberships of the one who is gone be those of the one who is kept; of two in one team one is left. */
export async function joinMemberships(tx: Tx, people: Pair, now: Date): Promise<void> {
  const all = await membershipsOf(tx, people)
  for (const teamId of new Set(all.map(({ teamId }) => teamId).toSorted())) await lockTeam(tx, teamId)
  const byTeam = Map.groupBy(await membershipsOf(tx, people), ({ teamId }) => teamId)
  for (const both of byTeam.values()) {
    const older = both.find(({ personId }) => personId === people.kept)
    const newer = both.find(({ personId }) => personId === people.gone)
    if (older && newer) await joinTwo(tx, older, newer, now)
    else if (newer) await tx.member.update({ where: { id: newer.id }, data: { personId: people.kept } })
  }
}

async function membershipsOf(tx: Tx, { kept, gone }: Pair): Promise<readonly Membership[]> {
  return membershipsSchema.parse(await tx.member.findMany({ where: { personId: { in: [kept, gone] } } }))
}

async function joinTwo(tx: Tx, older: Membership, newer: Membership, now: Date): Promise<void> {
  const { aliases, ...facts } = uniteMemberships(older, newer)
  await tx.$executeRaw`
    UPDATE "Member" kept SET calendar = gone.calendar FROM "Member" gone
    WHERE kept.id = ${older.id}::uuid AND gone.id = ${newer.id}::uuid AND kept.calendar IS NULL`
  await tx.member.update({ where: { id: older.id }, data: { ...facts, aliases: [...aliases] } })
  await joinLeaves(tx, { kept: older.id, gone: newer.id }, now)
  await moveMember(tx, { kept: older.id, gone: newer.id })
}

/** A leave that both put in, or that goes on in the other's, becomes one; what it was made of stays on record, ended. */
async function joinLeaves(tx: Tx, { kept, gone }: Pair, now: Date): Promise<void> {
  for (const leave of await keptLeaves(tx, gone, EVER)) {
    const change = addLeave(await keptLeaves(tx, kept, EVER), leave)
    if (change.end.length === 0 && change.write.length > 0) {
      await tx.leave.update({ where: { id: leave.id }, data: { memberId: kept } })
      continue
    }
    const { createdBy } = await tx.leave.update({ where: { id: leave.id }, data: { cancelledAt: now } })
    await changeLeaves(tx, kept, change, createdBy, now)
  }
}

/** Before any day that a leave may have. */
const EVER = '0001-01-01'
