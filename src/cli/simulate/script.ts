import type { Random } from '../../base/random.ts'
import type { Lang } from '../../base/words.ts'
import { addDays, type LocalDate, type LocalTime } from '../../calendar/dates.ts'
import { minutesOf, timeOf, toInstant, type Zone } from '../../calendar/zone.ts'
import type { Player } from './troupe.ts'

type Values = Readonly<Record<string, number>>

/** Something that somebody types at a moment, and what it must come to. */
export interface Line {
  readonly who: string
  readonly at: Date
  readonly text: string
  readonly meaning:
    | { readonly kind: 'plan' | 'report'; readonly date: LocalDate; readonly values: Values }
    | { readonly kind: 'leave'; readonly date: LocalDate }
    | { readonly kind: 'look' }
}

export interface Day {
  readonly date: LocalDate
  readonly zone: Zone
  readonly lang: Lang
  /** Tomorrow, if it is a workday: only then is it worth a leave. */
  readonly tomorrow: LocalDate | null
}

/** What somebody types about a workday: most are on time, some late, some forget, some correct themselves. */
export function linesOf({ id: who }: Player, day: Day, random: Random): readonly Line[] {
  const { date, zone, lang, tomorrow } = day
  const at = (minutes: number) => toInstant(addDays(date, Math.floor(minutes / DAY)), timeOf(minutes % DAY), zone)
  const lines: Line[] = []
  const hand = (kind: 'plan' | 'report', minutes: number | null, correctedAt: number | null): void => {
    if (minutes === null) return
    const values = numbers(random)
    lines.push({
      who,
      at: at(minutes),
      text: `${words[lang][kind]} ${typed(values, lang)}`,
      meaning: { kind, date, values },
    })
    if (correctedAt === null || correctedAt <= minutes) return
    const calls = { calls: random.int(5, 60) }
    lines.push({
      who,
      at: at(correctedAt),
      text: `${words[lang][kind]} ${typed(calls, lang)}`,
      meaning: { kind, date, values: calls },
    })
  }
  hand('plan', planTime(random), random.chance(0.05) ? clock(random, '10:00', '16:00') : null)
  hand('report', reportTime(random), random.chance(0.05) ? clock(random, '20:30', '23:00') : null)
  if (random.chance(0.15)) {
    lines.push({ who, at: at(clock(random, '09:00', '18:00')), text: random.pick(looks), meaning: { kind: 'look' } })
  }
  if (tomorrow !== null && random.chance(0.03)) {
    lines.push({ who, at: at(minutesOf('16:00')), text: words[lang].leave, meaning: { kind: 'leave', date: tomorrow } })
  }
  return lines
}

const DAY = 24 * 60

const words = {
  zh: { plan: '/计划', report: '/日报', leave: '/请假 明天' },
  en: { plan: '/plan', report: '/report', leave: '/leave tomorrow' },
}

const looks = ['/my', '/board calls week', '/why', '/help']

/** Minutes since midnight, at full five minutes: those who type at the same moment are handled together. */
function clock(random: Random, from: LocalTime, to: LocalTime): number {
  return random.int(minutesOf(from) / 5, minutesOf(to) / 5) * 5
}

/** Minutes since midnight; null for forgotten. */
function planTime(random: Random): number | null {
  const chance = random.next()
  if (chance < 0.06) return null
  return chance < 0.16 ? clock(random, '09:20', '11:00') : clock(random, '08:35', '09:10')
}

/** Past the end of the day for the next morning. */
function reportTime(random: Random): number | null {
  const chance = random.next()
  if (chance < 0.06) return null
  if (chance < 0.1) return DAY + clock(random, '07:00', '08:25')
  return chance < 0.18 ? clock(random, '19:05', '20:25') : clock(random, '17:05', '18:55')
}

function numbers(random: Random): Values {
  const reached = { visits: random.int(0, 5), calls: random.int(5, 40) }
  if (!random.chance(0.2)) return reached
  return { ...reached, deals: random.int(1, 2), revenue: random.int(10, 200) * 1000 }
}

/** As a person types it: a count and its amount together. */
function typed({ visits, calls, deals, revenue }: Values, lang: Lang): string {
  const zh = lang === 'zh'
  const amount = zh ? `${(revenue ?? 0) / 10_000}万` : `${(revenue ?? 0) / 1000}k`
  return [
    visits === undefined ? '' : zh ? `拜访${visits}` : `visits ${visits}`,
    calls === undefined ? '' : zh ? `电话${calls}` : `calls ${calls}`,
    deals === undefined ? '' : zh ? `签单${deals}/${amount}` : `deals ${deals}/${amount}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}
