import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { actions, content, heading, list, quiet, strong, table, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import { cellText, correctedNote } from '../../digests/words/numbers.ts'
import { metricName } from '../../metrics/catalogue.ts'
import { dayLabel, listed } from '../../reports/words/labels.ts'
import type { TargetPace } from '../../targets/read-paces.ts'
import { paceTable } from '../../targets/words/pace-table.ts'
import type { Glance, Standing } from '../glance.ts'

export interface NamedPace {
  readonly name: string
  readonly pace: TargetPace
}

interface Day {
  readonly name: string
  readonly date: LocalDate
  /** How the members stand towards their targets on that day; empty for whom they do not concern. */
  readonly targets: readonly NamedPace[]
  /** The plans of its week against what was done, for whom they concern. */
  readonly picture: Block | null
}

/** The day in one message: how many, who with what, what is in the way, what is to be read. */
export function glanceContent(glance: Glance, { name, date, targets, picture }: Day, lang: Lang): Content {
  const title = heading(`${name} · ${dayLabel(date, lang)}`)
  if (glance.rounds.length === 0) {
    const none = text({ zh: '这一天还没有开始的场次。', en: 'No round has opened on that day.' }[lang])
    return content(lang, title, none, picture, paceTable(targets, date, lang))
  }
  return content(
    lang,
    title,
    text(counts(glance, lang)),
    people(glance, lang),
    correctedNote(glance.rows, lang),
    picture,
    paceTable(targets, date, lang),
    ...blockers(glance, lang),
    actions(...readButtons(glance, lang)),
    quiet({ zh: '看别的日子：/团队 昨天', en: 'Another day: /team yesterday' }[lang]),
  )
}

function counts({ rounds, onLeave, unread }: Glance, lang: Lang): string {
  const each = rounds.map(({ digest, answered }) => `${digest.definition.title[lang]} ${answered}/${digest.asked}`)
  const away = listed(
    onLeave.map(({ name }) => name),
    lang,
  )
  const parts = [
    ...each,
    onLeave.length > 0 ? { zh: `请假：${away}`, en: `on leave: ${away}` }[lang] : '',
    unread.length > 0 ? { zh: `未读 ${unread.length} 份`, en: `${unread.length} unread` }[lang] : '',
  ]
  return parts.filter(part => part !== '').join(' · ')
}

const standings: Readonly<Record<Standing, Words>> = {
  'on-time': { zh: '已交', en: 'in' },
  late: { zh: '迟交', en: 'late' },
  'back-filled': { zh: '补交', en: 'filled in' },
  missing: { zh: '未交', en: 'missing' },
  away: { zh: '请假', en: 'on leave' },
  'not-asked': { zh: '', en: '' },
}

function people({ columns, rows, totals }: Glance, lang: Lang): Block | null {
  const labels = { zh: ['成员', '计划', '日报'], en: ['Member', 'Plan', 'Report'] }[lang]
  const total = [
    strong({ zh: '合计', en: 'Team' }[lang]),
    '',
    '',
    ...totals.map((cell, at) => strong(cellText(columns[at], cell, lang))),
  ]
  return table(
    [...labels, ...columns.map(metric => metricName(metric, lang))].map((label, at) => ({
      label,
      align: at < labels.length ? 'start' : 'end',
    })),
    [
      ...rows.map(({ name, plan, report, cells }) => [
        name,
        standings[plan][lang],
        standings[report][lang],
        ...cells.map((cell, at) => cellText(columns[at], cell, lang)),
      ]),
      ...(columns.length > 0 && rows.length > 1 ? [total] : []),
    ],
  )
}

function blockers({ blocked }: Glance, lang: Lang): readonly (Block | null)[] {
  const separator = { zh: '；', en: '; ' }[lang]
  return [
    blocked.length > 0 ? text(strong({ zh: '卡点', en: 'Blockers' }[lang])) : null,
    list(blocked.map(row => [strong(row.name), { zh: '：', en: ': ' }[lang], row.blockers.join(separator)])),
  ]
}

const MOST_BUTTONS = 12

function readButtons({ unread }: Glance, lang: Lang): readonly Button[] {
  return unread.slice(0, MOST_BUTTONS).map(({ name, report }) => ({
    id: 'reports.read',
    label: { zh: `读 ${name}`, en: `Read ${name}` }[lang],
    words: `${{ zh: '/已读', en: '/read' }[lang]} ${name}`,
    value: report.id,
  }))
}

export function dateUnclear(said: string): Words {
  return {
    zh: `没看懂日期“${said}”。可以写：/团队，/团队 昨天，/团队 11-20`,
    en: `I did not understand the date "${said}". Type /team, /team yesterday or /team 11-20`,
  }
}
