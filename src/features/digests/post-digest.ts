import { daysBetween } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Saying, TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import type { SlotRun } from '../feature.ts'
import { activeForms } from '../forms/store.ts'
import { ensureRound, type Round, roundsOn } from '../rounds/store.ts'
import { occurrencesBetween } from '../rounds/window.ts'
import type { Digest } from './digest.ts'
import { worthUntil } from './digest-life.ts'
import { digestSettings } from './digest-settings.ts'
import { readDigest } from './read-digest.ts'
import { lockRound, markDigested } from './store.ts'
import { tellManagers } from './tell-managers.ts'
import { digestContent } from './words/digest.ts'
import { correctedContent, lateContent, whyCorrected, whyDigest, whyRevised } from './words/late.ts'

/** Says the digest of the round that is due in this slot, once. A round of which nobody was asked has none. */
export async function postDigest(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const form = (await activeForms(tx, team.id)).find(({ id }) => id === slot.arg)
  if (!form) return
  const occurrences = occurrencesBetween(form.definition, team.zone, team.calendar, slot.date, slot.date)
  const occurrence = occurrences.find(({ dueAt }) => dueAt.getTime() === slot.at.getTime())
  if (!occurrence) return
  const { id } = await ensureRound(tx, team, form, occurrence)
  const round = await lockRound(tx, id)
  if (!round || round.digestAt) return
  const digest = await readDigest(tx, team, round, 'team')
  if (!digest || digest.asked === 0) return
  await markDigested(tx, id, ctx.now)
  if (digest.definition.visibility === 'team') sayFirst(ctx, round, digest)
  await tellManagers(ctx, round, '')
}

/** Says the digest anew when somebody answers, or changes their answer, after it. */
export async function reviseDigest(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { reportId, roundId, revised } = events['report.submitted'].parse(payload)
  const round = await lockRound(ctx.tx, roundId)
  if (!round?.digestAt) return
  const digest = await readDigest(ctx.tx, ctx.team, round, 'team')
  const row = digest?.rows.find(({ report }) => report.id === reportId)
  if (!digest || !row) return
  const version = `${reportId}:${row.report.revision}`
  if (digest.definition.visibility === 'team') {
    const short = revised ? null : lateContent(digest, row, ctx.team.lang)
    say(ctx, digest, {
      key: `${digestKey(round)}:${version}`,
      revises: { key: digestKey(round), short },
      reason: { words: whyRevised(digest, row.name), facts: { roundId } },
    })
  }
  await tellManagers(ctx, round, version)
}

/** What was summed up longer ago is no news any more: a correction leaves it as it was said. */
const NEWS_DAYS = 7

/** Says every digest anew that shows a figure which somebody has corrected since. */
export async function followCorrection(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { memberId, metricId, date, at, others = [] } = events['entries.corrected'].parse(payload)
  const figures = [{ metricId, date }, ...others]
  const today = toLocal(new Date(at), ctx.team.zone).date
  for (const day of new Set(figures.map(figure => figure.date))) {
    if (daysBetween(day, today) > NEWS_DAYS) continue
    const corrected = new Set(figures.filter(figure => figure.date === day).map(figure => figure.metricId))
    for (const { id } of await roundsOn(ctx.tx, ctx.team.id, day))
      await correctDigest(ctx, id, {
        memberId,
        corrected,
        version: `corrected:${memberId}:${metricId}:${at}`,
        isOne: others.length === 0,
      })
  }
}

interface DayCorrection {
  readonly memberId: string
  /** The metrics. */
  readonly corrected: ReadonlySet<string>
  readonly version: string
  /** Not one of the many figures of a sheet: a line for each of those would be too much to say. */
  readonly isOne: boolean
}

async function correctDigest(
  ctx: TeamContext,
  roundId: string,
  { memberId, corrected, version, isOne }: DayCorrection,
): Promise<void> {
  const round = await lockRound(ctx.tx, roundId)
  if (!round?.digestAt) return
  const digest = await readDigest(ctx.tx, ctx.team, round, 'team')
  const row = digest?.rows.find(one => one.memberId === memberId)
  if (!digest || row?.report.kind !== 'report') return
  const shown = digest.columns.filter(({ id }) => corrected.has(id))
  if (digest.definition.visibility === 'team' && shown.length > 0) {
    say(ctx, digest, {
      key: `${digestKey(round)}:${version}`,
      revises: { key: digestKey(round), short: isOne ? correctedContent(digest, row, shown, ctx.team.lang) : null },
      reason: { words: whyCorrected(digest, row.name), facts: { roundId } },
    })
  }
  await tellManagers(ctx, round, version)
}

function sayFirst(ctx: TeamContext, round: Round, digest: Digest): void {
  const due = toLocal(round.dueAt, ctx.team.zone).time
  say(ctx, digest, {
    key: digestKey(round),
    revises: { key: digestKey(round), short: null },
    reason: { words: whyDigest(digest, due), facts: { roundId: round.id } },
  })
}

function say(ctx: TeamContext, digest: Digest, more: Pick<Saying, 'key' | 'revises' | 'reason'>): void {
  const { team, now } = ctx
  ctx.say({
    to: { team: team.id },
    content: digestContent(digest, digestSettings(team).missing, team.lang),
    lane: 'digest',
    purpose: 'digests.due',
    expiresAt: worthUntil(now),
    ...more,
  })
}

function digestKey({ id }: Round): string {
  return `digest:${id}`
}
