import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import { UserError } from '../../base/errors.ts'
import type { PersonContext, Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { standingOf } from './account-store.ts'
import { channelById } from './channels.ts'
import { teamSettingsSchema } from './team-settings.ts'

/** Whether somebody is of the company, so that they may be in its team: being there or speaking makes members only of those. */
export type Belonging = 'inside' | 'outside' | 'unknown'

/** Where nobody tells who is of the company, everybody is, except in a channel that outsiders share. */
export async function belongingOf(ctx: PersonContext): Promise<Belonging> {
  const standing = await standingOf(ctx.tx, ctx.actor.personId)
  if (standing !== 'unknown') return standing === 'member' ? 'inside' : 'outside'
  if (ctx.place.kind === 'direct') return 'inside'
  return (await channelById(ctx.tx, ctx.place.channelId))?.external === true ? 'unknown' : 'inside'
}

export function notOfTheCompany(team: Team, name: string): UserError {
  return new UserError('team.outsider', {
    zh: `“${team.name}”的数字只给公司自己的人。要一起用的话，请团队管理员输入 /member add ${name}`,
    en: `The numbers of "${team.name}" are for the company's own people. To take part, ask an admin of the team to type /member add ${name}`,
  })
}

export function notKnownYet(team: Team): UserError {
  return new UserError('team.standing-unknown', {
    zh: `这个群里有外部的人，我还在核对你是不是“${team.name}”的同事，请过一分钟再试。`,
    en: `There are people from outside in this group, and I am still finding out whether you are a colleague in "${team.name}". Please try again in a minute.`,
  })
}

const rowsSchema = z.array(z.object({ id: z.string(), settings: teamSettingsSchema }))

/**
 * Of these channels, those of a team in which people read along who are not of the company and whom nobody took in, unless
 * the team says that its numbers may be seen there.
 */
export async function withOutsiders(tx: Tx, channelIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (channelIds.length === 0) return new Set()
  const rows = await tx.$queryRaw`
    SELECT c.id, coalesce(t.settings -> 'team', '{}') AS settings
    FROM "Channel" c JOIN "Team" t ON t.id = c."teamId"
    WHERE c.id IN (${Prisma.join(channelIds.map(id => Prisma.sql`${id}::uuid`))}) AND (c.external OR EXISTS (
      SELECT 1 FROM "ChannelAccount" ca
      JOIN "Account" a ON a.platform = ca.platform AND a."accountId" = ca."accountId"
      WHERE ca."channelId" = c.id AND a.active AND a.standing IN ('guest', 'stranger') AND NOT EXISTS (
        SELECT 1 FROM "Member" m WHERE m."teamId" = t.id AND m."personId" = a."personId" AND m."leftOn" IS NULL)))`
  const closed = rowsSchema.parse(rows).filter(({ settings }) => !settings.numbersWithExternals)
  return new Set(closed.map(({ id }) => id))
}
