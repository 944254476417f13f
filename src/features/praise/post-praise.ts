import { addDays } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { metricsOf } from '../metrics/catalogue.ts'
import { membersOf } from '../team/members.ts'
import { choose } from './choose.ts'
import { findBests } from './find-bests.ts'
import { findFirstDeals } from './find-first-deals.ts'
import { findRecoveries } from './find-recoveries.ts'
import { findStreaks } from './find-streaks.ts'
import { findTargetsMet } from './find-targets-met.ts'
import { newsFrom, type Occasion } from './occasion.ts'
import type { Praise, PraiseRule } from './praise.ts'
import { type PraiseSettings, praiseSettings } from './praise-settings.ts'
import { keepPraises, praisesOf, saidBefore } from './store.ts'
import { praiseContent, whyPraise } from './words.ts'

interface Finder {
  isOn(settings: PraiseSettings): boolean
  find(occasion: Occasion): Promise<readonly Praise[]>
}

/** How each rule finds what there is to praise, and the setting by which it is switched. */
const finders: Readonly<Record<PraiseRule, Finder>> = {
  target: { isOn: ({ target }) => target, find: findTargetsMet },
  'first-deal': { isOn: ({ firstDeal }) => firstDeal, find: findFirstDeals },
  best: { isOn: ({ best }) => best, find: findBests },
  streak: { isOn: ({ streak }) => streak, find: findStreaks },
  recovery: { isOn: ({ recovery }) => recovery, find: findRecoveries },
}

/** The longest time between two praises that a setting can ask for. */
const LONGEST_DAYS = 366

/** Tells the group in one message what there is to praise today. What was found and not said is found again tomorrow. */
export async function postPraise(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  const recent = await praisesOf(tx, team, { from: addDays(slot.date, -LONGEST_DAYS), to: slot.date })
  if (recent.some(({ on }) => on === slot.date)) return
  const occasion = await occasionOf(ctx, slot)
  const found: Praise[] = []
  for (const finder of Object.values(finders)) {
    if (finder.isOn(occasion.settings)) found.push(...(await finder.find(occasion)))
  }
  const said = [...recent, ...(await saidBefore(tx, team.id, found))]
  const chosen = choose(found, said, slot.date, occasion.settings)
  if (chosen.length === 0) return
  await keepPraises(tx, team.id, chosen, slot.date, slot.at)
  ctx.say({
    to: { team: team.id },
    content: praiseContent(chosen, occasion, team.lang),
    lane: 'digest',
    purpose: 'praise.said',
    key: `praise:${team.id}:${slot.date}`,
    expiresAt: toInstant(addDays(slot.date, 1), '12:00', team.zone),
    reason: { words: whyPraise(chosen) },
  })
  for (const { memberId, subject, deed } of chosen) {
    ctx.emit({
      name: 'member.praised',
      teamId: team.id,
      payload: { memberId, rule: deed.rule, subject, on: slot.date },
    })
  }
}

async function occasionOf({ tx, team }: TeamContext, { at, date }: SlotRun): Promise<Occasion> {
  const metrics = await metricsOf(tx, team.id)
  return {
    ...{ tx, team, at, today: date, from: newsFrom(team.calendar, date), settings: praiseSettings(team) },
    members: await membersOf(tx, team, date),
    metrics: metrics.filter(({ aggregation, direction }) => aggregation === 'sum' && direction === 'more'),
  }
}
