import type { Lang } from '../../base/words.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { events } from '../events.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { definitionOf } from '../reports/amend-report.ts'
import { reportById } from '../reports/store.ts'
import { visibleTo } from '../reports/visible.ts'
import { dayLabel } from '../reports/words/labels.ts'
import { memberById } from '../team/members.ts'
import { type Entry, entriesOf } from './entries.ts'

/** A report of a member as it can be filed elsewhere. */
interface Mirrored {
  readonly id: string
  readonly revision: number
  readonly accountId: string
  readonly lang: Lang
  readonly title: string
  readonly entries: readonly Entry[]
}

/**
 * What is to be filed in the reports of a platform after something happened: the report as it stands now. Null where there is
 * nothing to file: of plans, of copies that follow a report of another team, of members who have no account there, and of what
 * only managers may see, for who reads it there is not ours to say.
 */
export const mirrored = {
  on: 'report.submitted',

  async read(
    tx: Tx,
    team: Team,
    payload: Readonly<Record<string, unknown>>,
    platform: string,
  ): Promise<Mirrored | null> {
    const report = await reportById(tx, events['report.submitted'].parse(payload).reportId)
    if (report?.kind !== 'report' || report.sharedFrom !== null) return null
    const member = await memberById(tx, report.memberId)
    const accountId = member && (await accountOf(tx, member.personId, platform))
    if (!accountId) return null
    const definition = await definitionOf({ tx }, report)
    const { lang } = team
    const entries = entriesOf(visibleTo('rep', report, definition), definition, await metricsOf(tx, team.id), lang)
    if (entries.length === 0) return null
    const { id, revision } = report
    const title = `${definition.title[lang]} · ${dayLabel(report.date, lang)}`
    return { id, revision, accountId, lang, title, entries }
  },
}

/** The one of which something was heard last, where a person has several. */
async function accountOf(tx: Tx, personId: string, platform: string): Promise<string | null> {
  const account = await tx.account.findFirst({
    where: { personId, platform, active: true, OR: [{ standing: null }, { standing: { not: 'stranger' } }] },
    orderBy: { lastSeenAt: 'desc' },
    select: { accountId: true },
  })
  return account?.accountId ?? null
}
