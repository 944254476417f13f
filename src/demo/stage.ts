import type { Noted } from '../audit/entry.ts'
import type { Log } from '../base/log.ts'
import type { Actor, Context, MemberContext, PersonContext, Place, Saying, Team, TeamContext } from '../context.ts'
import { contextFor, noEffects } from '../corridor/perform.ts'
import type { Tx } from '../store/transaction.ts'

/** Where the past is acted: the real verbs at moments gone by. What they say is kept here and sent to nobody. */
export interface Stage {
  readonly tx: Tx
  /** What was said since the last time somebody asked. */
  takeSayings(): readonly Saying[]
  /** What was noted since then. */
  takeNotes(): readonly Noted[]
  person(now: Date, actor: Actor, place: Place): PersonContext
  team(now: Date, team: Team): TeamContext
  member(now: Date, team: Team, actor: Actor): MemberContext
}

export function openStage(tx: Tx, log: Log): Stage {
  const effects = noEffects()
  const at = (now: Date, team: Team | null, actor: Actor | null, place: Place | null): Context => {
    const lang = team?.lang ?? actor?.lang ?? 'zh'
    return contextFor(tx, { log }, { now, team, actor, place, lang, occasion: 'demo' }, effects)
  }
  const direct: Place = { kind: 'direct' }
  return {
    tx,
    takeSayings: () => effects.sayings.splice(0),
    takeNotes: () => effects.notes.splice(0),
    person: (now, actor, place) => ({ ...at(now, null, actor, place), actor, place }),
    team: (now, team) => ({ ...at(now, team, null, null), team }),
    member: (now, team, actor) => ({ ...at(now, team, actor, direct), team, actor, place: direct }),
  }
}
