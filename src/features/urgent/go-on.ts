import { DAY_MS } from '../../calendar/dates.ts'
import { onLeave } from '../../calendar/leave.ts'
import { nextSlot } from '../../calendar/schedule.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { earliest } from '../nudges/budget.ts'
import { bringUp, tellUnanswered } from './bring-up.ts'
import { climb, type Next } from './ladder.ts'
import type { Matter, Why } from './matter.ts'
import { noteEscalation } from './noted.ts'
import { namesOf } from './people-store.ts'
import { type Asked, readChain, readOne } from './read-chain.ts'
import { addSteps, askedBefore, changeMatter, stepsOf } from './store.ts'
import { askingKey, sayTo, tellGroup } from './tell.ts'
import { ackMinutes, urgentSettings } from './urgent-settings.ts'
import { askedContent, whyAsked } from './words/asked.ts'

/**
 * Takes a matter one step further as it stands at that moment: the next one is asked, whoever has it is reminded, or what
 * nobody took is brought up again. The matter is locked.
 */
export async function goOn(ctx: TeamContext, matter: Matter, at: Date): Promise<Matter> {
  switch (matter.state) {
    case 'asking':
      return askNext(ctx, matter, at)
    case 'held': {
      const why = await whyLost(ctx, matter.ownerId, at)
      return why === null ? remind(ctx, matter, at) : release(ctx, matter, why, at)
    }
    case 'unanswered':
      return remind(ctx, matter, at)
    case 'closed':
      return matter
  }
}

async function askNext(ctx: TeamContext, matter: Matter, at: Date): Promise<Matter> {
  const { tx, team } = ctx
  const { severity } = matter
  const { chain, until } = await readChain(ctx, at)
  const done = new Set([...(await askedBefore(tx, matter.id)), matter.raisedBy])
  const { passed, next } = climb({
    chain,
    done,
    now: at,
    severity,
    minutes: ackMinutes(urgentSettings(team), severity),
  })
  await addSteps(tx, matter, ...passed.map(one => ({ kind: 'passed' as const, ...one, at })))
  const [to, resting] = next.kind === 'ask' ? [next.rung.memberId, next.resting] : [null, false]
  const whys = passed.map(({ why }) => why)
  if (next.kind !== 'wait' && done.size + whys.length > 1)
    noteEscalation(ctx, { matter, to, passed: whys, resting, at })
  // Somebody else may be on duty before the one who is waited for wakes.
  const inTurn = next.kind === 'wait' ? { ...next, until: earliest(next.until, until) } : next
  return follow(ctx, matter, inTurn, chain, at)
}

async function follow(
  ctx: TeamContext,
  matter: Matter,
  next: Next<Asked>,
  chain: readonly Asked[],
  at: Date,
): Promise<Matter> {
  const { tx } = ctx
  switch (next.kind) {
    case 'ask':
      return ask(ctx, matter, next, at)
    case 'wait':
      if ((await stepsOf(tx, matter.id, 1))[0]?.kind !== 'waiting') await addSteps(tx, matter, { kind: 'waiting', at })
      return changeMatter(tx, matter, { askedId: null, nextAt: next.until })
    case 'end': {
      await addSteps(tx, matter, { kind: 'unanswered', at })
      const ended = await changeMatter(tx, matter, { state: 'unanswered', askedId: null, nextAt: nextMorning(ctx, at) })
      await tellUnanswered(ctx, ended, chain, at)
      return ended
    }
  }
}

async function ask(
  ctx: TeamContext,
  matter: Matter,
  { rung, resting, until }: Extract<Next<Asked>, { kind: 'ask' }>,
  at: Date,
): Promise<Matter> {
  const { tx, team } = ctx
  const { memberId, member, post } = rung
  await addSteps(tx, matter, { kind: 'asked', memberId, resting, at })
  const raiser = (await namesOf(tx, [matter.raisedBy]))(matter.raisedBy)
  const key = askingKey(matter, member)
  sayTo(ctx, member, {
    content: askedContent({ matter, raiser, post, until, now: at, zone: team.zone }, member.lang),
    purpose: 'urgent.asked',
    key,
    revises: { key, short: null },
    reason: { words: whyAsked, facts: { post, severity: matter.severity, resting } },
  })
  return changeMatter(tx, matter, { askedId: memberId, nextAt: until })
}

/** Why somebody can neither answer for a matter nor be asked any more; null while they can. */
async function whyLost(ctx: TeamContext, memberId: string | null, at: Date): Promise<Why | null> {
  const rung = memberId === null ? null : await readOne(ctx, memberId, at)
  if (rung === null) return 'left'
  if (rung.gone !== null) return rung.gone
  return onLeave(rung.leaves, toLocal(at, ctx.team.zone).date) ? 'on-leave' : null
}

/** Whoever has it, or was asked for it, is out of it: somebody else must be found. */
export async function release(ctx: TeamContext, matter: Matter, why: Why, at: Date): Promise<Matter> {
  const { ownerId, askedId } = matter
  await addSteps(ctx.tx, matter, { kind: 'released', memberId: ownerId ?? askedId, why, at })
  const free = await changeMatter(ctx.tx, matter, { state: 'asking', ownerId: null, offeredTo: null })
  if (ownerId !== null) await tellGroup(ctx, free, at)
  return askNext(ctx, free, at)
}

async function remind(ctx: TeamContext, matter: Matter, at: Date): Promise<Matter> {
  await bringUp(ctx, matter, at)
  return changeMatter(ctx.tx, matter, { nextAt: nextMorning(ctx, at) })
}

/** When, on the next workday, what is open is brought up again. */
export function nextMorning({ team }: Pick<TeamContext, 'team'>, at: Date): Date {
  const { repeatAt } = urgentSettings(team)
  const slot = nextSlot({ every: 'workday', at: repeatAt }, team.zone, team.calendar, at)
  return slot?.at ?? new Date(at.getTime() + DAY_MS)
}
