import type { Period } from '../../calendar/periods.ts'
import { content, file } from '../../content/build.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { keepWorkbook } from '../../store/files.ts'
import { sourcesOf } from '../metrics/figures.ts'
import { sheetPictures } from './picture.ts'
import { readSummaryFacts } from './read-summary.ts'
import { readEntryRows } from './store.ts'
import { summarise } from './summary.ts'
import { fileName, fileWords, workbookOf } from './words/workbook.ts'

/** More rows than this nobody reads in a chat's file; the sheet says what is left out. */
const MOST_ENTRIES = 5_000

/**
 * Sends the period as a spreadsheet to whoever asked, in their direct chat: a whisper holds no file. Leads and above get
 * everybody's entries, others their own.
 */
export async function sendWorkbook(ctx: MemberContext, period: Period): Promise<void> {
  const { tx, team, now, actor, lang, place } = ctx
  const audience = atLeast(actor.role, 'manager') ? 'manager' : 'team'
  const facts = await readSummaryFacts(tx, team, { period, until: now, sums: 'kept', audience })
  const isWhole = atLeast(actor.role, 'lead')
  const members = facts.members.filter(({ memberId }) => isWhole || memberId === actor.memberId)
  const sources = [...new Set(facts.metrics.flatMap(metric => sourcesOf(metric, facts.all)))]
  const entries = await readEntryRows(tx, {
    memberIds: members.map(({ memberId }) => memberId),
    metricIds: sources.map(({ id }) => id),
    most: MOST_ENTRIES + 1,
    ...{ period, until: now },
  })
  const summary = summarise(facts)
  const pictures = await sheetPictures(ctx, summary, lang)
  const workbook = workbookOf(
    {
      ...{ summary, pictures, facts, members, isWhole, zone: team.zone },
      entries: entries.slice(0, MOST_ENTRIES),
      hasMore: entries.length > MOST_ENTRIES,
    },
    lang,
  )
  const name = fileName(team.name, period, lang)
  const ref = await keepWorkbook(tx, workbook, name, now)
  const key = `summaries.xlsx:${actor.memberId}:${ref}:${now.toISOString()}`
  ctx.say({
    ...(place.kind === 'direct' ? { to: { reply: 'private' } } : { to: { person: actor.personId }, key }),
    content: content(lang, file(ref, `${name}.xlsx`, fileWords(period, isWhole, lang))),
    lane: 'reply',
    purpose: 'summaries.xlsx',
    // The same file twice does no harm.
    repeatable: true,
  })
}
