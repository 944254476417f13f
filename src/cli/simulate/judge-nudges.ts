import { isWorkday } from '../../calendar/workdays.ts'
import { toLocal } from '../../calendar/zone.ts'
import { lanes, type Team } from '../../context.ts'
import { nudgeSettings } from '../../features/nudges/nudge-settings.ts'
import { isWithin } from '../../features/nudges/quiet-hours.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Ledger } from './ledger.ts'
import type { Verdict } from './verdict.ts'

interface Spoken {
  readonly who: string
  readonly purpose: string
  readonly at: Date
}

/** Whoever was spoken to unasked was at work, awake, and not spoken to too often. */
export async function judgeNudges(db: Tx, team: Team, ledger: Ledger): Promise<Verdict> {
  const rows = await db.delivery.findMany({ where: { lane: lanes.indexOf('nudge'), state: 'sent' } })
  const accounts = await db.account.findMany()
  const who = new Map(accounts.map(({ personId, accountId }) => [personId, accountId]))
  const spoken = rows.flatMap(({ personId, purpose, sentAt }): Spoken[] =>
    sentAt ? [{ who: who.get(personId ?? '') ?? '?', purpose, at: sentAt }] : [],
  )
  return {
    promise: { zh: '提醒都守规矩', en: 'Every nudge kept its manners' },
    looked: spoken.length,
    offenders: [...spoken.flatMap(one => rudenessOf(one, team, ledger)), ...tooOften(spoken, team)],
  }
}

function rudenessOf({ who, purpose, at }: Spoken, team: Team, { away }: Ledger): readonly string[] {
  const { date, time } = toLocal(at, team.zone)
  const { quiet } = nudgeSettings(team)
  const faults = [
    isWorkday(team.calendar, date, 'usual-week') ? '' : 'not a workday',
    away.has(`${who} ${date}`) ? 'on leave' : '',
    quiet !== null && isWithin(quiet, time) ? 'quiet hours' : '',
  ]
  return faults.filter(fault => fault !== '').map(fault => `${fault}: ${who} ${date} ${time} ${purpose}`)
}

function tooOften(spoken: readonly Spoken[], team: Team): readonly string[] {
  const { perDay } = nudgeSettings(team)
  const days = Map.groupBy(spoken, ({ who, at }) => `${who} ${toLocal(at, team.zone).date}`)
  return [...days].filter(([, all]) => all.length > perDay).map(([day, all]) => `${all.length} times a day: ${day}`)
}
