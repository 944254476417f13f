import { toLocal } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { TeamContext } from '../../context.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { type Hint, hintsFor } from '../reports/quality.ts'
import type { Round } from '../rounds/store.ts'
import { managersOf, type TeamMember } from '../team/members.ts'
import type { Digest } from './digest.ts'
import { worthUntil } from './digest-life.ts'
import { readDigest } from './read-digest.ts'
import { wasSaid } from './store.ts'
import { digestBlocks } from './words/digest.ts'
import { type ManagersList, managersBlocks, managersContent, whyManagers } from './words/managers.ts'

/**
 * Tells each manager in private who is missing, what does not add up and what there is to read; of a form for managers
 * only, its digest too. Said again with another `version` it revises what was said. Says nothing when there is nothing.
 */
export async function tellManagers(ctx: TeamContext, round: Round, version: string): Promise<void> {
  const { tx, team, now } = ctx
  const digest = await readDigest(tx, team, round, 'manager')
  if (!digest) return
  const metrics = await metricsOf(tx, team.id)
  const hints = digest.rows.flatMap(({ name, report }) => contradictions(report, metrics).map(hint => ({ name, hint })))
  for (const manager of await managersOf(tx, team)) {
    const list = { digest, hints, metrics, unread: unreadBy(manager, digest) }
    const key = `digest.managers:${round.id}:${manager.memberId}`
    // What was said is set right also when nothing worth saying is left, as when the last one hands in.
    if (!isWorthSaying(list) && !(await wasSaid(tx, key))) continue
    ctx.say({
      to: { person: manager.personId },
      content: contentFor(list, manager),
      lane: 'digest',
      purpose: 'digests.managers',
      key: version === '' ? key : `${key}:${version}`,
      revises: { key, short: null },
      expiresAt: worthUntil(now),
      reason: { words: whyManagers(digest, toLocal(round.dueAt, team.zone).time), facts: { roundId: round.id } },
    })
  }
}

function contentFor(list: ManagersList, { lang }: TeamMember) {
  const { digest } = list
  if (digest.definition.visibility !== 'manager') return managersContent(list, lang)
  return content(lang, ...digestBlocks(digest, 'nobody', lang), ...managersBlocks(list, lang))
}

function isWorthSaying({ digest, hints, unread }: ManagersList): boolean {
  const isOnlyForManagers = digest.definition.visibility === 'manager' && digest.rows.length > 0
  return isOnlyForManagers || digest.missing.length > 0 || hints.length > 0 || unread.length > 0
}

/** Plans are not read off, and nobody reads their own. */
function unreadBy(manager: TeamMember, { definition, rows }: Digest) {
  if (definition.kind === 'plan') return []
  return rows.filter(({ memberId, report }) => memberId !== manager.memberId && report.readAt === null)
}

/** Without a past to compare with, only what the numbers themselves say against each other is left. */
function contradictions(report: Digest['rows'][number]['report'], metrics: ManagersList['metrics']): readonly Hint[] {
  return report.kind === 'report' ? hintsFor(report, [], metrics) : []
}
