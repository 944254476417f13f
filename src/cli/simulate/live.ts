import type { Log } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import type { Lang } from '../../base/words.ts'
import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { isWorkday } from '../../calendar/workdays.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import { allTeams } from '../../features/team/teams.ts'
import type { Store } from '../../store/store.ts'
import { acknowledge, type Ledger, newLedger } from './ledger.ts'
import { type Line, linesOf } from './script.ts'
import { castPlayers, type Player } from './troupe.ts'
import { openWorld, type World } from './world.ts'

/** A Monday, two weeks before the longest holidays of a year that the calendar knows, with their make-up days. */
const FIRST_DAY: LocalDate = '2026-09-14'
const ZONE = 'Asia/Shanghai'

export interface Setting {
  readonly store: Store
  readonly log: Log
  readonly random: Random
  readonly lang: Lang
  readonly days: number
  readonly players: number
  /** Called after each day; the day is over at `end`. */
  onDay(day: { readonly date: LocalDate; readonly end: Date; readonly isWorkday: boolean }): Promise<void>
}

export interface Lived {
  readonly ledger: Ledger
  readonly team: Team
  readonly start: Date
  readonly end: Date
  readonly restarts: number
}

interface Life extends Setting {
  readonly world: World
  readonly cast: readonly Player[]
  readonly team: Team
  readonly ledger: Ledger
  readonly counts: { events: number; restarts: number }
}

/** Lets a new team live through so many days; everything it types goes in at the front door. */
export async function live(setting: Setting): Promise<Lived> {
  const { store, log, lang, days } = setting
  const cast = castPlayers(setting.players, lang)
  const start = toInstant(FIRST_DAY, '08:00', ZONE)
  await using world = await openWorld(store, log, start, cast)
  const counts = { events: 0, restarts: 0 }
  const ledger = newLedger()
  const team = await foundTeam({ ...setting, world, cast, ledger, counts })
  const life: Life = { ...setting, world, cast, team, ledger, counts }
  let waiting: readonly Line[] = []
  for (let n = 0; n < days; n++) waiting = await liveDay(life, addDays(FIRST_DAY, n), waiting)
  return { ledger, team, start, end: world.clock.now(), restarts: counts.restarts }
}

async function foundTeam(life: Omit<Life, 'team'>): Promise<Team> {
  const { world, cast, lang, store } = life
  const name = { zh: '模拟团队', en: 'Simulated team' }[lang]
  const [founder, ...others] = cast
  const look = { at: world.clock.now(), meaning: { kind: 'look' } } as const
  await type(life, { ...look, who: founder?.id ?? '', text: `/setup ${name} lang=${lang}` })
  await world.travel(world.clock.now())
  for (const { id } of others) await type(life, { ...look, who: id, text: '/join' })
  await world.travel(world.clock.now())
  const [team] = await allTeams(store.prisma)
  if (!team) throw new Error('the team was not made')
  return team
}

/** Lives one day to its last minute; answers the lines that belong to the next. */
async function liveDay(life: Life, date: LocalDate, waiting: readonly Line[]): Promise<readonly Line[]> {
  const { world, team, random } = life
  const works = isWorkday(team.calendar, date, 'usual-week')
  const lines = [...waiting, ...(works ? linesOn(life, date) : [])].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const end = toInstant(date, '23:59', team.zone)
  const restartAt = random.chance(0.15) ? random.int(0, lines.length) : -1
  for (const [n, line] of lines.filter(({ at }) => at <= end).entries()) {
    if (line.at > world.clock.now()) await world.travel(line.at)
    await type(life, line)
    if (n === restartAt) await restart(life)
  }
  await world.travel(end)
  await life.onDay({ date, end, isWorkday: works })
  return lines.filter(({ at }) => at > end)
}

function linesOn({ cast, team, ledger, random, lang }: Life, date: LocalDate): readonly Line[] {
  const next = addDays(date, 1)
  const tomorrow = isWorkday(team.calendar, next, 'usual-week') ? next : null
  const sellers = cast.slice(1).filter(({ id }) => !ledger.away.has(`${id} ${date}`))
  return sellers.flatMap(player => linesOf(player, { date, tomorrow, zone: team.zone, lang }, random))
}

/** Types a line; now and then the platform delivers it twice. */
async function type(life: Omit<Life, 'team'>, line: Line): Promise<void> {
  const { world, ledger, counts, random } = life
  const eventId = `simulated-${++counts.events}`
  await world.say(line.who, line.text, eventId)
  acknowledge(ledger, line, eventId)
  if (random.chance(0.04)) await world.say(line.who, line.text, eventId)
}

async function restart({ world, counts }: Life): Promise<void> {
  counts.restarts++
  await world.restart()
}
