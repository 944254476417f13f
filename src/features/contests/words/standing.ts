import type { Lang } from '../../../base/words.ts'
import { daysBetween, type LocalDate } from '../../../calendar/dates.ts'
import { heading, list, quiet, type Spanlike, strong, table, text } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { metricName } from '../../metrics/catalogue.ts'
import type { Converted } from '../../metrics/money/conversion.ts'
import { convertedWords, rateMissing } from '../../metrics/money/rate-words.ts'
import type { Entrant } from '../contest.ts'
import type { Place } from '../standing.ts'
import { handicapWords, kindNames, periodWords, placeValue, prizeWords, ruleWords, type Shown } from './rule.ts'

/** What everybody may see of a contest: what it is about, and who leads. */
export interface PublicStanding extends Shown {
  /** Those whom all may see, best first. */
  readonly top: readonly Place[]
  readonly entrants: readonly Entrant[]
  readonly converted: Converted | null
}

/** Name, rule, time and prize. */
export function aboutBlocks(standing: Shown & { entrants: readonly Entrant[] }, lang: Lang): readonly (Block | null)[] {
  const { contest } = standing
  const parts = [periodWords(contest, lang), prizeWords(contest, lang), handicapWords(contest, lang)]
  return [
    heading(`${contest.name} · ${kindNames[contest.rule.kind][lang]}`),
    text(ruleWords(standing, lang)),
    sidesBlock(standing, lang),
    quiet(parts.filter(part => part !== null).join({ zh: '；', en: '; ' }[lang])),
  ]
}

/** Who is on which side, once that is known. */
function sidesBlock(
  { contest: { rule }, entrants }: Shown & { entrants: readonly Entrant[] },
  lang: Lang,
): Block | null {
  if (rule.kind !== 'teams') return null
  const rows = rule.sides.map((name, side) => ({ name, members: entrants.filter(entrant => entrant.side === side) }))
  if (rows.every(({ members }) => members.length === 0))
    return quiet(
      { zh: `${rule.sides.join('、')}，开始时抽签`, en: `${rule.sides.join(', ')}: drawn when it begins` }[lang],
    )
  return list(
    rows.map(({ name, members }): readonly Spanlike[] => [
      strong(name),
      `${{ zh: '：', en: ': ' }[lang]}${members.map(member => member.name).join({ zh: '、', en: ', ' }[lang])}`,
    ]),
  )
}

export function rankingBlock(standing: PublicStanding, lang: Lang): Block {
  const { contest, metric, top, converted } = standing
  if (converted?.missing) return text(rateMissing(converted.missing, converted.into)[lang])
  const what =
    metric === null || contest.rule.kind === 'race' ? kindNames[contest.rule.kind][lang] : metricName(metric, lang)
  const [rank, member, side] = { zh: ['名次', '成员', '队'], en: ['Rank', 'Member', 'Side'] }[lang]
  const who = (contest.rule.kind === 'teams' ? side : member) ?? ''
  return (
    table(
      [{ label: rank ?? '', align: 'end' }, { label: who }, { label: what, align: 'end' }],
      top.map(place => [String(place.rank), strong(place.name), withDay(standing, place, lang)]),
    ) ?? text({ zh: '还没有人开张，先到先得', en: 'Nobody is on it yet; the field is open' }[lang])
  )
}

/** By which rates amounts of several currencies came together; nothing where there is one. */
export function ratesBlock({ converted }: Pick<PublicStanding, 'converted'>, lang: Lang): Block | null {
  return converted === null || converted.missing ? null : quiet(convertedWords(converted)[lang])
}

/** For marks, with the day on which the last of them was reached. */
function withDay(standing: Shown, place: Place, lang: Lang): string {
  const value = placeValue(standing, place, lang)
  return place.on === null ? value : `${value} · ${place.on.slice(5)}`
}

/** 还有 9 天: until the end, or the beginning. */
export function countdownWords({ period, state }: Shown['contest'], today: LocalDate, lang: Lang): string {
  if (state === 'planned' && today < period.from) {
    const days = daysBetween(today, period.from)
    return { zh: `${days} 天后开始`, en: days === 1 ? 'Begins tomorrow' : `Begins in ${days} days` }[lang]
  }
  const days = daysBetween(today, period.to)
  if (days > 0) return { zh: `还有 ${days} 天`, en: days === 1 ? '1 day to go' : `${days} days to go` }[lang]
  if (days === 0) return { zh: '今天是最后一天', en: 'Today is the last day' }[lang]
  return { zh: '已截止，下一个工作日公布结果', en: 'Over; the result comes on the next workday' }[lang]
}
