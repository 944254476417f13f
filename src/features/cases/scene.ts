import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { type Case, mayChange, maySee, type Viewer } from './case.ts'
import { caseById, caseNumbered } from './store.ts'
import { dayOver, mayNotChange, noSuchCase } from './words/refusals.ts'

/** A case as people call it: by its number, or by its id on a button. */
export type Called = { readonly number: number } | { readonly id: string }

export function todayOf({ now, team }: Pick<MemberContext, 'now' | 'team'>): LocalDate {
  return toLocal(now, team.zone).date
}

export function viewerOf({ actor }: MemberContext): Viewer {
  return { memberId: actor.memberId, role: actor.role }
}

/** To those who may not see a case it is not there. */
export async function theCase(ctx: MemberContext, called: Called): Promise<Case> {
  const { tx, team } = ctx
  const it = 'number' in called ? await caseNumbered(tx, team.id, called.number) : await byId(ctx, called.id)
  if (!it || !maySee(it, viewerOf(ctx)))
    throw new UserError('cases.unknown', noSuchCase('number' in called ? called.number : null))
  return it
}

function byId({ tx, team }: MemberContext, id: string): Promise<Case | null> {
  return z.uuid().safeParse(id).success ? caseById(tx, team.id, id) : Promise.resolve(null)
}

export async function caseToChange(ctx: MemberContext, called: Called): Promise<Case> {
  const it = await theCase(ctx, called)
  if (!mayChange(it, viewerOf(ctx))) throw new UserError('cases.not-yours', mayNotChange(it.number))
  return it
}

export function requireToCome(dueOn: LocalDate | null, today: LocalDate): void {
  if (dueOn !== null && dueOn < today) throw new UserError('cases.day-over', dayOver(dueOn))
}
