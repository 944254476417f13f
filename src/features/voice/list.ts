import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { doneThreads, owedThreads } from './store.ts'
import { voiceSettings } from './voice-settings.ts'
import { helpWords } from './words/author.ts'
import { listWords } from './words/manager.ts'
import { answer } from './write.ts'

const MOST = 20

/** Answers `/feedback list`: what was done, for everybody; to managers also what waits for them. */
export async function showList(ctx: MemberContext): Promise<void> {
  const { tx, team, lang } = ctx
  answer(ctx, listWords(lang, await doneThreads(tx, team.id, MOST), await owedTo(ctx)))
}

/** Answers `/feedback`: how it works. */
export async function showHelp(ctx: MemberContext): Promise<void> {
  answer(ctx, helpWords(ctx.lang, voiceSettings(ctx.team), await owedTo(ctx)))
}

async function owedTo({ tx, team, actor, now }: MemberContext) {
  if (!atLeast(actor.role, 'manager')) return null
  return owedThreads(tx, team.id, toLocal(now, team.zone).date, MOST)
}
