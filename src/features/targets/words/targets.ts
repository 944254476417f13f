import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { periodOf } from '../../../calendar/periods.ts'
import { actions, content, heading, list, quiet, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { convertedWords } from '../../metrics/money/rate-words.ts'
import type { TeamMember } from '../../team/members.ts'
import type { TargetPace } from '../read-paces.ts'
import type { Target } from '../target.ts'
import { daysName } from './names.ts'
import { paceLine } from './pace.ts'
import { paceTable } from './pace-table.ts'
import { answerButtons } from './proposal.ts'

export interface Targets {
  /** Whose are shown beside the team's; null for everybody's. */
  readonly member: TeamMember | null
  readonly isOwn: boolean
  readonly isManager: boolean
  readonly today: LocalDate
  readonly metrics: readonly Metric[]
  /** Of the targets that stand. */
  readonly paces: readonly TargetPace[]
  readonly waiting: readonly Target[]
  /** Member id → member. */
  readonly names: ReadonlyMap<string, TeamMember>
  /** Who reads it. */
  readonly personId: string
}

export function targetsContent(it: Targets, lang: Lang): Content {
  const { member, isOwn, paces, waiting } = it
  const title =
    member && !isOwn ? { zh: `${member.name}的目标`, en: `Targets of ${member.name}` } : { zh: '目标', en: 'Targets' }
  const own = paces.filter(({ target }) => target.memberId !== null)
  const teams = paces.filter(({ target }) => target.memberId === null)
  if (paces.length === 0 && waiting.length === 0) return content(lang, heading(title[lang]), ...none(it, lang))
  return content(
    lang,
    heading(title[lang]),
    ...(member ? lines(own, it, lang) : people(own, it, lang)),
    teams.length > 0 ? text(strong({ zh: '团队', en: 'Team' }[lang])) : null,
    ...lines(teams, it, lang),
    ...rates(paces, lang),
    ...open(it, lang),
    actions(newButton(lang)),
    quiet(hint(it, lang)),
  )
}

function none({ isOwn }: Targets, lang: Lang): readonly (Block | null)[] {
  const example = { zh: '/目标 签单额 12万 本月', en: '/target revenue 120k this month' }[lang]
  return [
    text({ zh: '还没有目标。', en: 'There are no targets yet.' }[lang]),
    actions(newButton(lang)),
    isOwn ? quiet({ zh: `也可以直接写：${example}`, en: `Or type one: ${example}` }[lang]) : null,
  ]
}

function newButton(lang: Lang) {
  return {
    id: 'targets.new',
    label: { zh: '新目标', en: 'New target' }[lang],
    words: { zh: '/目标 新建', en: '/target new' }[lang],
  }
}

function hint({ isManager, member }: Targets, lang: Lang): string {
  if (isManager && member) {
    return { zh: '看每个人的：/目标 团队', en: 'Everybody’s: /target team' }[lang]
  }
  return { zh: '变更记录：/目标 历史 签单额 本月', en: 'History: /target history revenue this month' }[lang]
}

/** Of those still to come only the next few: a year that was split into days would hide all the rest. */
const MOST_AHEAD = 6

function lines(paces: readonly TargetPace[], { today }: Targets, lang: Lang): readonly (Block | null)[] {
  const now = paces.filter(({ target }) => target.from <= today)
  const ahead = paces.filter(({ target }) => target.from > today)
  const more = ahead.length - MOST_AHEAD
  const shown = [...now, ...ahead.slice(0, MOST_AHEAD)]
  const example = { zh: '/目标 下月', en: '/target next month' }[lang]
  return [
    list(shown.map(pace => [paceLine(pace, today, lang), since(pace, lang)])),
    more > 0
      ? quiet(
          { zh: `以后还有 ${more} 个，例如看 ${example}`, en: `${more} more to come; see for example ${example}` }[
            lang
          ],
        )
      : null,
  ]
}

/** By which rates what is done came together, once for each metric and period. */
function rates(paces: readonly TargetPace[], lang: Lang): readonly (Block | null)[] {
  const known = paces.flatMap(({ metric, converted }) =>
    converted === null || converted.missing !== null
      ? []
      : [`${metricName(metric, lang)} ${convertedWords(converted)[lang]}`],
  )
  return [...new Set(known)].map(line => quiet(line))
}

function since({ behindSince, pace }: TargetPace, lang: Lang): string {
  if (behindSince === null || pace.standing !== 'behind') return ''
  const day = labelOf(periodOf('day', behindSince), lang)
  return { zh: `；从${day}起落后`, en: `; behind since ${day}` }[lang]
}

function people(paces: readonly TargetPace[], { names, today }: Targets, lang: Lang): readonly (Block | null)[] {
  const rows = paces.map(pace => ({ name: names.get(pace.target.memberId ?? '')?.name ?? '', pace }))
  return [paceTable(rows, today, lang)]
}

/** What waits for an answer: with buttons, as far as it waits for the reader's. */
function open({ waiting, metrics, names, today, personId, isManager }: Targets, lang: Lang): readonly (Block | null)[] {
  if (waiting.length === 0) return []
  const blocks: (Block | null)[] = [text(strong({ zh: '等待确认', en: 'Waiting for an answer' }[lang]))]
  for (const target of waiting) {
    const metric = metrics.find(({ id }) => id === target.metricId)
    const owner = names.get(target.memberId ?? '')
    if (!metric || !owner) continue
    const isOwn = owner.personId === personId
    const offered = target.createdBy === owner.personId
    const whose = isOwn ? '' : `${owner.name} `
    const what = `${whose}${daysName(target, today, lang)} ${metricName(metric, lang)} ${showValue(metric, target.value, lang)}`
    const waitsFor = offered ? { zh: '等经理同意', en: 'for a manager' } : { zh: '等本人确认', en: 'for the person' }
    const forReader = offered ? isManager && !isOwn : isOwn
    blocks.push(text(what, forReader ? '' : `${{ zh: '：', en: ': ' }[lang]}${waitsFor[lang]}`))
    if (forReader) blocks.push(answerButtons(target, metric, isOwn ? null : owner.name, lang))
  }
  return blocks
}
