import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { AccountTold, KeptAccount } from './account.ts'
import { type AccountChange, keepAccounts } from './account-store.ts'
import { channelById } from './channels.ts'
import { removePresence, replacePresence, teamChannelsWith } from './presence.ts'
import { takeInPresent } from './take-in.ts'
import { teamById } from './teams.ts'

/** What a platform tells of people while nobody speaks to us; `channelId` is ours. */
export type News =
  | { readonly kind: 'roster'; readonly channelId: string; readonly people: readonly AccountTold[] }
  | { readonly kind: 'left'; readonly channelId: string; readonly accountId: string }
  | { readonly kind: 'profile'; readonly account: AccountTold }

/** Keeps it, and lets follow from it what must: members come in, those who were switched off go, holidays become an offer. */
export async function hearNews(ctx: Context, platform: string, news: News): Promise<void> {
  switch (news.kind) {
    case 'roster':
      return hearRoster(ctx, platform, news.channelId, news.people)
    case 'left':
      return removePresence(ctx.tx, { channelId: news.channelId, platform, accountId: news.accountId })
    case 'profile':
      return hearProfile(ctx, platform, news.account)
  }
}

async function hearRoster(
  ctx: Context,
  platform: string,
  channelId: string,
  people: readonly AccountTold[],
): Promise<void> {
  const changes = await keepAccounts(ctx.tx, platform, people, { now: ctx.now, create: true })
  const ids = people.map(({ accountId }) => accountId)
  await replacePresence(ctx.tx, channelId, platform, ids)
  await takeInAt(ctx, [channelId])
  await tellTeams(ctx, changes)
}

/** Of people whom nobody of ours met nothing is kept. */
async function hearProfile(ctx: Context, platform: string, account: AccountTold): Promise<void> {
  const changes = await keepAccounts(ctx.tx, platform, [account], { now: ctx.now, create: false })
  const eligible = changes.filter(({ before, after }) => before !== null && !mayBeMember(before) && mayBeMember(after))
  const ids = eligible.map(({ after }) => after.accountId)
  await takeInAt(ctx, await teamChannelsWith(ctx.tx, platform, ids))
  await tellTeams(ctx, changes)
}

function mayBeMember({ active, standing }: KeptAccount): boolean {
  return active && standing === 'member'
}

async function takeInAt(ctx: Context, channelIds: readonly string[]): Promise<void> {
  for (const channelId of channelIds) {
    const channel = await channelById(ctx.tx, channelId)
    const team = channel?.teamId ? await teamById(ctx.tx, channel.teamId) : null
    if (team !== null) await takeInPresent(ctx, team, channelId)
  }
}

async function tellTeams(ctx: Context, changes: readonly AccountChange[]): Promise<void> {
  const off = changes.filter(({ before, after }) => before?.active && !after.active).map(({ after }) => after.personId)
  for (const member of await membershipsOfAll(ctx.tx, off)) {
    ctx.emit({ name: 'member.switched-off', teamId: member.teamId, payload: { memberId: member.id } })
  }
  const away = new Map(changes.filter(wentAway).map(({ after }) => [after.personId, after.awayUntil]))
  const asked = new Set<string>()
  for (const { personId, teamId, id } of await membershipsOfAll(ctx.tx, [...away.keys()])) {
    const until = away.get(personId)
    // Asked once, in the team that their direct messages are about, which comes first.
    if (!until || asked.has(personId)) continue
    asked.add(personId)
    ctx.emit({ name: 'member.away', teamId, payload: { memberId: id, until: until.toISOString() } })
  }
}

function wentAway({ before, after }: AccountChange): boolean {
  return after.active && after.awayUntil !== null && after.awayUntil.getTime() !== before?.awayUntil?.getTime()
}

const membershipsSchema = z.array(z.object({ id: z.string(), teamId: z.string(), personId: z.string() }))

async function membershipsOfAll(tx: Tx, personIds: readonly string[]): Promise<z.infer<typeof membershipsSchema>> {
  if (personIds.length === 0) return []
  const rows = await tx.$queryRaw`
    SELECT m.id, m."teamId", m."personId" FROM "Member" m JOIN "Person" p ON p.id = m."personId"
    WHERE m."leftOn" IS NULL AND p.id IN (${Prisma.join(personIds.map(id => Prisma.sql`${id}::uuid`))})
    ORDER BY p.id, (p."currentTeamId" IS NOT DISTINCT FROM m."teamId") DESC, m."joinedOn" DESC, m.id DESC`
  return membershipsSchema.parse(rows)
}
