import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { actions, content, heading, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { ReadMark } from '../read-mark.ts'
import { dayLabel } from './labels.ts'
import { type Shown, saidBlocks } from './said.ts'

interface Read extends Shown {
  readonly name: string
  /** Nobody had read it before. */
  readonly isFirst: boolean
  /** Words went to the reporter. */
  readonly isTold: boolean
}

/** The report as whoever reads it sees it. */
export function readContent(it: Read, lang: Lang): Content {
  const { report, definition, name, isFirst, isTold } = it
  const day = dayLabel(report.date, lang)
  const state = { zh: isFirst ? '已读' : '之前已读过', en: isFirst ? 'Marked as read' : 'Read before' }[lang]
  const told = { zh: `，话已私下转给${name}`, en: `; your words reached ${name} in private` }[lang]
  const reply = { zh: `/已读 ${name} 做得好`, en: `/read ${name} well done` }[lang]
  return content(
    lang,
    heading(`${name} · ${definition.title[lang]} · ${day}`),
    ...saidBlocks(it, lang),
    quiet(
      isTold ? `${state}${told}` : { zh: `${state}。要回一句：${reply}`, en: `${state}. To reply: ${reply}` }[lang],
    ),
  )
}

/** For the reporter: who has read it. */
export function readMarkBlock(mark: ReadMark | null, lang: Lang): Block | null {
  if (mark === null) return null
  const before = mark.isOutdated ? { zh: '（改之前的）', en: ' (before it was changed)' }[lang] : ''
  return quiet({ zh: `已读 · ${mark.by}${before}`, en: `Read · ${mark.by}${before}` }[lang])
}

interface Reply {
  readonly by: string
  readonly title: Words
  readonly date: LocalDate
  readonly words: string
}

/** For the reporter alone. */
export function replyContent({ by, title, date, words }: Reply, lang: Lang): Content {
  const day = dayLabel(date, lang)
  return content(
    lang,
    text({ zh: `${by}已读你 ${day} 的${title.zh}：`, en: `${by} read your ${title.en} of ${day}: ` }[lang], words),
  )
}

export function whyReply(by: string): Words {
  return { zh: `${by}读了你的日报，并回了话`, en: `${by} read your report and replied` }
}

interface Unread {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly date: LocalDate }[]
  readonly total: number
}

/** One button for each, the latest first. */
export function unreadContent({ rows, total }: Unread, lang: Lang): Content {
  if (total === 0) return content(lang, text({ zh: '日报都读过了。', en: 'Every report has been read.' }[lang]))
  return content(
    lang,
    text({ zh: `还有 ${total} 份没人读过：`, en: `Nobody has read ${total} yet:` }[lang]),
    actions(
      ...rows.map(({ id, name, date }) => ({
        id: 'reports.read',
        label: `${name} · ${dayLabel(date, lang)}`,
        words: { zh: `/已读 ${name}`, en: `/read ${name}` }[lang],
        value: id,
      })),
    ),
  )
}

export function nothingToRead(name: string): Words {
  return { zh: `${name}还没有交过日报。`, en: `${name} has not reported yet.` }
}

/** What a reporter is told of who saw what. */
export function readWords(date: string): Words {
  return { zh: `看了 ${date} 的日报`, en: `read the report of ${date}` }
}
