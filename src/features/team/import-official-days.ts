import { UserError } from '../../base/errors.ts'
import { yearOf } from '../../calendar/dates.ts'
import { parseOfficial } from '../../calendar/official.ts'
import type { OfficialError } from '../../calendar/official-reading.ts'
import type { MemberContext } from '../../context.ts'
import { answer } from './answer.ts'
import { saveOfficialDays } from './official-days.ts'
import { allTeams } from './teams.ts'
import { officialImportedWords } from './words/settings.ts'

/**
 * Takes in the official days off and make-up days from a pasted notice or list, for all teams of the installation; `year`
 * is for a notice that does not name its own. All or nothing.
 */
export async function importOfficialDays(ctx: MemberContext, text: string, year?: number): Promise<void> {
  const parsed = parseOfficial(text, year)
  if (!parsed.ok) throw notUnderstood(parsed.errors)
  await saveOfficialDays(ctx.tx, parsed.table)
  for (const team of await allTeams(ctx.tx)) ctx.emit({ name: 'team.changed', teamId: team.id, payload: {} })
  const days = Object.entries(parsed.table)
  const facts = {
    years: [...new Set(days.map(([date]) => yearOf(date)))].sort(),
    off: days.filter(([, day]) => !day.work).length,
    work: days.filter(([, day]) => day.work).length,
    missing: parsed.missing,
  }
  answer(ctx, 'team.official-imported', officialImportedWords(ctx.lang, facts))
}

/** As many faults as help; the first ones explain the others. */
const SHOWN = 5

function notUnderstood(errors: readonly OfficialError[]): UserError {
  const shown = errors.slice(0, SHOWN)
  return new UserError('team.official-unreadable', {
    zh: ['没有导入，请改好后再贴一次：', ...shown.map(({ line, message }) => `第 ${line} 行：${message.zh}`)].join(
      '\n',
    ),
    en: [
      'Nothing was taken in; please mend and paste again:',
      ...shown.map(({ line, message }) => `line ${line}: ${message.en}`),
    ].join('\n'),
  })
}
