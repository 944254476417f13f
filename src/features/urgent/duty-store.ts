import type { LocalDate } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Duty } from './duty.ts'

/** So many of the latest lists are looked at; older ones are long overruled. */
const MOST = 400

/** The lists that may hold on that day or later, the latest first. */
export async function dutiesFrom(tx: Tx, teamId: string, date: LocalDate): Promise<readonly Duty[]> {
  const rows = await tx.urgentDuty.findMany({
    where: { teamId, OR: [{ to: { gte: date } }, { to: null }] },
    include: { members: { orderBy: { position: 'asc' } } },
    orderBy: { id: 'desc' },
    take: MOST,
  })
  return rows.map(({ from, to, members }) => ({
    days: from === null || to === null ? null : { from, to },
    memberIds: [...new Set(members.map(({ memberId }) => memberId))],
  }))
}

/** A list that always holds takes the place of the one before it. */
export async function insertDuty(
  tx: Tx,
  { days, memberIds, teamId, createdBy, now }: Duty & { teamId: string; createdBy: string; now: Date },
): Promise<void> {
  if (days === null) await tx.urgentDuty.deleteMany({ where: { teamId, to: null } })
  await tx.urgentDuty.create({
    data: {
      ...{ teamId, from: days?.from ?? null, to: days?.to ?? null, createdBy, createdAt: now },
      members: { create: memberIds.map((memberId, position) => ({ memberId, position })) },
    },
  })
}
