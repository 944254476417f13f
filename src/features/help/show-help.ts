import { type HelpRow, helpRows } from '../../commands/help.ts'
import { route } from '../../commands/route.ts'
import type { Content } from '../../content/content.ts'
import { atLeast, isMember, type PersonContext } from '../../context.ts'
import type { Command, Topic } from '../feature.ts'
import { commandContent, type GuestHint, helpContent, noSuchCommand, wholeHelpContent } from './words.ts'

/** Shows what the asker may do here; with a command's word, how that one is used; with a topic's, what there is to it. */
export async function showHelp(
  ctx: PersonContext,
  catalogue: readonly Command[],
  rest: string,
  topics: readonly Topic[] = [],
): Promise<void> {
  const said = rest.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  const topic = topics.find(({ words }) => words.includes(said))
  if (topic && isMember(ctx)) return topic.run(ctx)
  const rows = helpRows(catalogue, least => atLeast(ctx.actor.role, least))
  ctx.say({ to: { reply: 'private' }, content: explain(ctx, rows, rest), lane: 'reply', purpose: 'help.shown' })
}

function explain(ctx: PersonContext, rows: readonly HelpRow[], rest: string): Content {
  if (/^(?:all|全部|所有)$/i.test(rest.trim())) return wholeHelpContent(rows, ctx.lang)
  const asked = route({ text: rest, addressed: true }, rows)
  switch (asked.kind) {
    case 'command':
      return commandContent(asked.command, { mails: ctx.mails === true }, ctx.lang)
    case 'unknown':
      return noSuchCommand(asked.word, asked.nearest, rows, ctx.lang)
    case 'empty':
    case 'nothing':
      return helpContent(rows, guestHint(ctx), ctx.lang)
  }
}

function guestHint(ctx: PersonContext): GuestHint | null {
  if (ctx.actor.role !== 'guest') return null
  if (ctx.place.kind === 'direct') return 'in-no-team'
  return ctx.team === null ? 'group-without-team' : 'not-joined'
}
