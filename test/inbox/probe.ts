import { UserError } from '../../src/base/errors.ts'
import type { MemberContext } from '../../src/context.ts'
import type { Feature, MemberCommand } from '../../src/features/feature.ts'
import { says } from '../house.ts'

const command = (name: string, run: (ctx: MemberContext, rest: string) => Promise<void>): MemberCommand => ({
  name,
  words: [name],
  summary: { zh: name, en: name },
  example: { zh: `/${name}`, en: `/${name}` },
  least: 'rep',
  run,
})

async function echo(ctx: MemberContext, rest: string): Promise<void> {
  ctx.say({ to: { reply: 'open' }, content: says(rest), lane: 'reply', purpose: 'probe.echo' })
}

/** Verbs that do well, that fail after having done something, and that refuse. */
export const probe: Feature = {
  name: 'probe',
  commands: [
    command('echo', echo),
    command('tally', async ctx => {
      const { personId } = ctx.actor
      await ctx.tx.$executeRaw`UPDATE "Person" SET name = name || '.' WHERE id = ${personId}::uuid`
      // Long enough for others to come to the same conversation meanwhile.
      await ctx.tx.$executeRaw`SELECT pg_sleep(0.02)`
    }),
    command('stumble', async (ctx, rest) => {
      await echo(ctx, rest)
      await ctx.tx.person.update({ where: { id: ctx.actor.personId }, data: { name: 'spoilt' } })
      throw new TypeError(`the verb cannot make anything of ${rest}`)
    }),
    command('refuse', async () => {
      throw new UserError('probe.refused', { zh: '不行', en: 'That cannot be.' })
    }),
  ],
}
