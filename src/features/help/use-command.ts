import { UserError } from '../../base/errors.ts'
import { atLeast, isMember, type PersonContext } from '../../context.ts'
import type { Command } from '../feature.ts'

/** Gives the command of that name for whoever pressed its button, as if typed without anything after it. */
export async function useCommand(ctx: PersonContext, catalogue: readonly Command[], name: string): Promise<void> {
  const command = catalogue.find(one => one.name === name)
  if (command === undefined) throw gone()
  if (command.least === 'guest') return command.run(ctx, '')
  if (!isMember(ctx) || !atLeast(ctx.actor.role, command.least)) throw notAllowed()
  return command.run(ctx, '')
}

function gone(): UserError {
  return new UserError('help.command-gone', {
    zh: '这个命令已经没有了，发 /帮助 看现在能做什么',
    en: 'That command is gone; send /help to see what there is now',
  })
}

function notAllowed(): UserError {
  return new UserError('help.not-allowed', {
    zh: '你现在不能用这个命令了，发 /帮助 看能做什么',
    en: 'You may not use that command any more; send /help to see what you may do',
  })
}
