import { type HelpRow, helpRows } from '../../commands/help.ts'
import { route } from '../../commands/route.ts'
import type { Content } from '../../content/content.ts'
import { atLeast, type PersonContext } from '../../context.ts'
import type { Command } from '../feature.ts'
import { commandContent, type GuestHint, helpContent, noSuchCommand, wholeHelpContent } from './words.ts'

/** Shows what the asker may do here, or with a command's word, how that one is used. */
export async function showHelp(ctx: PersonContext, catalogue: readonly Command[], rest: string): Promise<void> {
  const rows = helpRows(catalogue, least => atLeast(ctx.actor.role, least))
  ctx.say({ to: { reply: 'private' }, content: explain(ctx, rows, rest), lane: 'reply', purpose: 'help.shown' })
}

function explain(ctx: PersonContext, rows: readonly HelpRow[], rest: string): Content {
  if (/^(?:all|全部|所有)$/i.test(rest.trim())) return wholeHelpContent(rows, ctx.lang)
  const asked = route({ text: rest, addressed: true }, rows)
  switch (asked.kind) {
    case 'command':
      return commandContent(asked.command, ctx.lang)
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
