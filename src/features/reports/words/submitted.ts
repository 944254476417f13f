import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { actions, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import type { TeamForm } from '../../forms/store.ts'
import type { TargetPace } from '../../targets/read-paces.ts'
import { paceLine } from '../../targets/words/pace.ts'
import { missingWinsBlock } from '../../wins/report-words.ts'
import type { Win } from '../../wins/win.ts'
import type { Refusal } from '../line/reading.ts'
import type { PairRow } from '../pair.ts'
import type { Target } from '../press.ts'
import type { Hint } from '../quality.ts'
import type { Question } from '../questions.ts'
import type { ReadMark } from '../read-mark.ts'
import { reasonCodes, reasonName } from '../reasons.ts'
import type { Item } from '../report.ts'
import type { Understanding } from '../understand.ts'
import { exampleLine } from './example.ts'
import { hintWords, nameOf, shownValue } from './hints.ts'
import { itemButtons } from './items.ts'
import { dayLabel, durationLabel, listed } from './labels.ts'
import { faultList, leftOutLine, questionBlocks, refusedBlocks } from './questions.ts'
import { readMarkBlock } from './read.ts'
import { type Shown, saidBlocks } from './said.ts'

/** Everything that is told about a plan or report that was just handed in. */
export interface Submitted extends Shown {
  readonly form: TeamForm
  readonly change: 'new' | 'revised' | 'same'
  /** The member's name, when somebody else handed it in. */
  readonly who: string | null
  readonly dueAt: Date
  readonly today: LocalDate
  readonly target: Target
  /** How a typed line for the same round begins. */
  readonly start: string
  readonly questions: readonly Question[]
  readonly refused: readonly Refusal[]
  readonly faults: Understanding['faults']
  readonly leftOut: Understanding['leftOut']
  /** Labels of questions that must still be answered. */
  readonly missing: readonly string[]
  readonly hints: readonly Hint[]
  /** Who had read it before. */
  readonly read: ReadMark | null
  /** Deals that the bell rang for and that this report is to confirm. */
  readonly rung: readonly Win[]
  /** The shortfall to ask a reason for. */
  readonly gap: PairRow | null
  /** Left over from the last day and not in this plan. */
  readonly leftOver: readonly Item[]
  /** Names of other teams in which it counts too. */
  readonly sharedWith: readonly string[]
  /** Where the member stands towards a target, after a report of their own. */
  readonly towards: TargetPace | null
}

/** What was understood first, then what is still open, then where to go from here. */
export function submittedContent(it: Submitted, lang: Lang): Content {
  return content(
    lang,
    heading(title(it, lang)),
    text(circumstances(it, lang)),
    readMarkBlock(it.read, lang),
    ...saidBlocks(it, lang),
    ...refusedBlocks(it.refused, it.metrics, lang),
    ...faultBlocks(it, lang),
    ...questionBlocks(it.questions, it, lang),
    it.towards && text(paceLine(it.towards, it.today, lang)),
    ...openEnds(it, lang),
    it.hints.length > 0 ? text({ zh: '可能要看一眼：', en: 'Worth a second look:' }[lang]) : null,
    list(it.hints.map(hint => [hintWords(hint, it.metrics, lang)])),
    missingWinsBlock(it.rung, { reported: it.report.values, start: it.start, metrics: it.metrics }, lang),
    ...gapBlocks(it, lang),
    ...itemBlocks(it, lang),
    actions(...ways(it, lang)),
  )
}

function title({ form, change, who, report }: Submitted, lang: Lang): string {
  const name = form.definition.title[lang]
  const day = dayLabel(report.date, lang)
  const whose = { zh: who === null ? '' : `${who}的`, en: who === null ? '' : `${who}: ` }[lang]
  const became = {
    zh: { new: '已记下', revised: '已更新', same: '没有变化' },
    en: { new: 'noted', revised: 'updated', same: 'unchanged' },
  }[lang][change]
  return { zh: `${whose}${name}${became} · ${day}`, en: `${whose}${name} ${became} · ${day}` }[lang]
}

/** On time or late, for which day if not today, and where else it counts. */
function circumstances(it: Submitted, lang: Lang): string {
  const { report, form, today, sharedWith } = it
  const day = dayLabel(report.date, lang)
  const name = form.definition.title[lang]
  const teams = listed(sharedWith, lang)
  const parts = [
    statusWords(it, lang),
    report.date > today ? { zh: `这份${name}记在 ${day}`, en: `This ${name} counts for ${day}` }[lang] : '',
    sharedWith.length > 0 ? { zh: `也计入 ${teams}`, en: `It counts in ${teams} too` }[lang] : '',
  ]
  return parts.filter(part => part !== '').join({ zh: '；', en: '. ' }[lang])
}

function statusWords({ report, dueAt }: Submitted, lang: Lang): string {
  const late = durationLabel(report.submittedAt.getTime() - dueAt.getTime(), lang)
  const words = {
    'on-time': { zh: '准时', en: 'On time' },
    late: { zh: `晚了 ${late}`, en: `${late} late` },
    'back-filled': { zh: '补交', en: 'Filled in later' },
  }
  return words[report.status][lang]
}

function faultBlocks(it: Submitted, lang: Lang): readonly (Block | null)[] {
  const mend = { zh: '没有记，请改一下再发：', en: 'Not noted; please mend and send it again:' }[lang]
  const faults = faultList(it.faults, it, lang)
  return [faults && text(mend), faults]
}

/** What must still be answered; and for a report without any number, how numbers are written. */
function openEnds(it: Submitted, lang: Lang): readonly (Block | null)[] {
  const { missing, report, form, start, metrics, questions } = it
  const example = `${start} ${exampleLine(form.definition, metrics, lang)}`
  const hasNumbers = Object.keys(report.values).length > 0 || questions.length > 0
  return [
    missing.length > 0 ? text({ zh: '还没填：', en: 'Still to fill in: ' }[lang], listed(missing, lang)) : null,
    leftOutLine(it.leftOut, it, lang),
    hasNumbers || form.kind === 'custom'
      ? null
      : quiet({ zh: `没有数字。要补上可以写：${example}`, en: `No numbers yet. To add them: ${example}` }[lang]),
  ]
}

function gapBlocks({ gap, report, metrics }: Submitted, lang: Lang): readonly (Block | null)[] {
  if (!gap || gap.difference === null) return []
  const name = nameOf(gap.metricKey, metrics, lang)
  const less = shownValue(gap.metricKey, -gap.difference, metrics, lang)
  const command = { zh: '/原因', en: '/reason' }[lang]
  const buttons = reasonCodes.map((code): Button => {
    const label = reasonName(code, lang)
    const value = JSON.stringify({ report: report.id, metric: gap.metricKey, reason: code })
    return { id: 'reports.reason', label, words: `${command} ${name} ${label}`, value }
  })
  return [
    text({ zh: `${name}比计划少 ${less}，原因是？`, en: `${name}: ${less} below plan. Why?` }[lang]),
    actions(...buttons),
  ]
}

/** Of a report, what became of the things planned; of a plan, what the last day left over. */
function itemBlocks({ report, leftOver, target, start }: Submitted, lang: Lang): readonly (Block | null)[] {
  if (report.kind !== 'plan') {
    return [actions(...itemButtons(report, start, lang))]
  }
  if (leftOver.length === 0) return []
  const names = leftOver.map(({ text: item }) => item)
  const carry = { zh: '加进这份计划', en: 'Add to this plan' }[lang]
  const words = `${start} ${names.join({ zh: '、', en: '; ' }[lang])}`
  return [
    text({ zh: '上次没做完：', en: 'Left over: ' }[lang], listed(names, lang)),
    actions({ id: 'reports.carry', label: carry, words, value: JSON.stringify(target) }),
  ]
}

function ways({ report, target, start }: Submitted, lang: Lang): readonly Button[] {
  const labels = { zh: { correct: '更正', plan: '写下一份计划' }, en: { correct: 'Correct', plan: 'Next plan' } }[lang]
  const correct: Button = { id: 'reports.correct', label: labels.correct, words: start, value: JSON.stringify(target) }
  const plan: Button = {
    id: 'reports.open',
    label: labels.plan,
    words: { zh: '/计划', en: '/plan' }[lang],
    value: 'plan',
  }
  return report.kind === 'report' ? [correct, plan] : [correct]
}
