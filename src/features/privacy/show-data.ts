import { UserError } from '../../base/errors.ts'
import { tidy } from '../../commands/tidy.ts'
import type { MemberContext } from '../../context.ts'
import type { Feature } from '../feature.ts'
import { exportData } from './export-data.ts'
import { answerInPrivate } from './in-private.ts'
import { keptAbout } from './kept-about.ts'
import { countLooks, looksAt } from './store.ts'
import { dataContent, dataUnclear } from './words/data.ts'

const MOST_LOOKS = 10

/** Answers `/my data` and `/my data export`, to the asker alone and about nobody else. */
export async function obeyMyData(ctx: MemberContext, features: readonly Feature[], rest: string): Promise<void> {
  const said = tidy(rest)
  if (/^(?:export|download|导出|下载)$/.test(said)) return exportData(ctx, features)
  if (rest.trim() !== '') throw new UserError('privacy.data-unclear', dataUnclear)
  const { tx, team, actor, lang } = ctx
  const { memberId } = actor
  const looks = await looksAt(tx, { memberId, teamId: team.id }, MOST_LOOKS)
  const kept = (await keptAbout(ctx, features)).map(({ title, gist }) => ({ title, gist }))
  const shown = { name: actor.name, kept, looks, allLooks: await countLooks(tx, memberId), zone: team.zone }
  answerInPrivate(ctx, 'privacy.data', dataContent(shown, lang))
}
