import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, strong, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Hint } from '../../reports/quality.ts'
import { hintWords } from '../../reports/words/hints.ts'
import { dayLabel, listed } from '../../reports/words/labels.ts'
import type { Digest, DigestRow } from '../digest.ts'

/** What managers hear of a round beside its digest, each by themselves. */
export interface ManagersList {
  readonly digest: Digest
  readonly hints: readonly { readonly name: string; readonly hint: Hint }[]
  /** What this manager can still be the first to read. */
  readonly unread: readonly DigestRow[]
  readonly metrics: readonly Metric[]
}

export function managersContent(it: ManagersList, lang: Lang): Content {
  const { definition, date } = it.digest
  const title = definition.title[lang]
  const day = dayLabel(date, lang)
  return content(
    lang,
    heading({ zh: `${title} · ${day} · 给经理`, en: `${title} · ${day} · for managers` }[lang]),
    ...managersBlocks(it, lang),
  )
}

/** Who is missing, what does not add up, and what is there to read. */
export function managersBlocks(
  { digest, hints, unread, metrics }: ManagersList,
  lang: Lang,
): readonly (Block | null)[] {
  return [
    text(missingWords(digest, lang)),
    hints.length > 0 ? text(strong({ zh: '数字对不上', en: 'Numbers that do not add up' }[lang])) : null,
    list(hints.map(({ name, hint }) => [strong(name), { zh: '：', en: ': ' }[lang], hintWords(hint, metrics, lang)])),
    ...readButtons(unread, lang),
  ]
}

function missingWords({ missing, onLeave, asked }: Digest, lang: Lang): string {
  const names = (all: readonly { name: string }[]) =>
    listed(
      all.map(({ name }) => name),
      lang,
    )
  const away = { zh: ` · 请假：${names(onLeave)}`, en: ` · on leave: ${names(onLeave)}` }[lang]
  const all = { zh: `应交 ${asked} 人，都交了`, en: `All ${asked} are in` }[lang]
  const some = {
    zh: `未交 ${missing.length} 人：${names(missing)}`,
    en: `${missing.length} not in: ${names(missing)}`,
  }[lang]
  return `${missing.length === 0 ? all : some}${onLeave.length === 0 ? '' : away}`
}

const MOST_BUTTONS = 12

function readButtons(unread: readonly DigestRow[], lang: Lang): readonly (Block | null)[] {
  const command = { zh: '/已读', en: '/read' }[lang]
  const buttons = unread.slice(0, MOST_BUTTONS).map(({ name, report }): Button => {
    const label = { zh: `读 ${name}`, en: `Read ${name}` }[lang]
    return { id: 'reports.read', label, words: `${command} ${name}`, value: report.id }
  })
  const more = {
    zh: `还有 ${unread.length - MOST_BUTTONS} 份：${command}`,
    en: `${unread.length - MOST_BUTTONS} more: ${command}`,
  }[lang]
  return [actions(...buttons), unread.length > MOST_BUTTONS ? quiet(more) : null]
}

export function whyManagers({ definition }: Pick<Digest, 'definition'>, due: string): Words {
  const { zh, en } = definition.title
  return {
    zh: `${zh} ${due} 截止，谁没交只私下告诉经理`,
    en: `the ${en.toLowerCase()} was due at ${due}; only managers are told who is missing`,
  }
}

export const whyUnread: Words = {
  zh: '上个工作日的日报还没有人读，每天提醒经理一次',
  en: 'nobody has read reports of the last workday; managers are told once a day',
}
