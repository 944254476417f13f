import { eraseTeamRows } from '../store/erase-team-rows.ts'
import type { Tx } from '../store/transaction.ts'
import { demoGroupIds, demoUserIds } from './cast.ts'

const platform = 'room'

/** What belongs to the demo: what it brought, and what visitors have made of it. */
interface Belongings {
  readonly teams: readonly string[]
  readonly channels: readonly string[]
  readonly people: readonly string[]
}

/** Deletes all that belongs to the demo; answers how many teams and people that were. */
export async function eraseDemo(tx: Tx): Promise<{ teams: number; people: number }> {
  const it = await belongings(tx)
  await eraseMachinery(tx, it)
  await eraseSums(tx, it)
  await eraseTeamRows(tx, it.teams)
  await tx.team.deleteMany({ where: { id: { in: [...it.teams] } } })
  await tx.channel.deleteMany({ where: { id: { in: [...it.channels] } } })
  await erasePeople(tx, it)
  await eraseRoom(tx)
  return { teams: it.teams.length, people: it.people.length }
}

/**
 * Teams are those that are marked, and those that talk in the demo's groups and nowhere else. People are those who have
 * no other account: whoever is also on another platform stays.
 */
async function belongings(tx: Tx): Promise<Belongings> {
  const inDemo = { platform, externalId: { in: [...demoGroupIds] } }
  const channels = await tx.channel.findMany({ where: inDemo })
  const teams = await tx.team.findMany({
    where: { OR: [{ demo: true }, { channels: { some: inDemo, none: { NOT: inDemo } } }] },
  })
  const ours = { platform, accountId: { in: [...demoUserIds] } }
  const people = await tx.person.findMany({ where: { accounts: { some: ours, none: { NOT: ours } } } })
  return { teams: idsOf(teams), channels: idsOf(channels), people: idsOf(people) }
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

async function eraseMachinery(tx: Tx, { teams, channels, people }: Belongings): Promise<void> {
  const teamId = { in: [...teams] }
  const personId = { in: [...people] }
  await tx.delivery.deleteMany({ where: { OR: [{ teamId }, { channelId: { in: [...channels] } }, { personId }] } })
  const conversations = [
    ...channels.map(id => `channel:${id}`),
    ...people.flatMap(id => [`person:${id}`, `mail:${id}`]),
  ]
  await tx.conversation.deleteMany({ where: { id: { in: conversations } } })
  const heard = [...demoGroupIds.map(id => `${platform}:${id}`), ...demoUserIds.map(id => `${platform}:@${id}`)]
  await tx.inboundEvent.deleteMany({ where: { platform, conversation: { in: heard } } })
  await tx.nudge.deleteMany({ where: { OR: [{ teamId }, { personId }] } })
}

/** Sums, balances and former ids name metrics and members alone, and have no key to follow. */
async function eraseSums(tx: Tx, { teams }: Belongings): Promise<void> {
  const where = { teamId: { in: [...teams] } }
  const metrics = await tx.metric.findMany({ where, select: { id: true } })
  await tx.metricDay.deleteMany({ where: { metricId: { in: idsOf(metrics) } } })
  const members = await tx.member.findMany({ where, select: { id: true } })
  await tx.pointBalance.deleteMany({ where: { memberId: { in: idsOf(members) } } })
  await tx.formerId.deleteMany({ where: { now: { in: idsOf(members) } } })
}

async function erasePeople(tx: Tx, { teams, people }: Belongings): Promise<void> {
  const personId = { in: [...people] }
  await tx.quiet.deleteMany({ where: { personId } })
  await tx.quietHours.deleteMany({ where: { personId } })
  await tx.oneTimeCode.deleteMany({ where: { personId } })
  await tx.codeGuess.deleteMany({ where: { personId } })
  await tx.dialogue.deleteMany({ where: { personId } })
  await tx.formerId.deleteMany({ where: { now: personId } })
  await tx.person.deleteMany({ where: { id: personId } })
  await tx.account.deleteMany({ where: { platform, accountId: { in: [...demoUserIds] } } })
  await tx.person.updateMany({ where: { currentTeamId: { in: [...teams] } }, data: { currentTeamId: null } })
}

async function eraseRoom(tx: Tx): Promise<void> {
  const chats = [...demoGroupIds, ...demoUserIds.map(id => `dm:${id}`)]
  await tx.roomMessage.deleteMany({ where: { channel: { in: chats } } })
  await tx.roomChannel.deleteMany({ where: { id: { in: [...demoGroupIds] } } })
  await tx.roomUser.deleteMany({ where: { id: { in: [...demoUserIds] } } })
}
