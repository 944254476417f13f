import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { actions, content, heading, quiet, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { metricName } from '../../metrics/catalogue.ts'
import {
  type Change,
  daysWords,
  entriesWord,
  listed,
  partsWords,
  sizeWords,
  spanWords,
  valueWords,
} from './change-words.ts'

export interface Preview {
  readonly id: string
  readonly figures: readonly (Change & { readonly member: { readonly joinedOn: LocalDate } })[]
  /** Columns of the sheet that hold no figures. */
  readonly leftOut: readonly string[]
  /** Something has been recorded since it was shown before. */
  readonly hasChanged: boolean
}

/** Stands with each correction as its reason. */
export const importReason: Words = { zh: '导入', en: 'import' }

export function previewContent({ id, figures, leftOut, hasChanged }: Preview, lang: Lang): Content {
  const changes = figures.filter(({ before, value }) => before !== value)
  const corrections = changes.filter(({ before }) => before !== null)
  const same = figures.length - changes.length
  const earlier = changes.filter(({ member, date }) => date < member.joinedOn).length
  return content(
    lang,
    heading({ zh: '导入前看一下', en: 'Before it is imported' }[lang]),
    hasChanged
      ? text({ zh: '刚才有人改了其中的数，所以请再看一次', en: 'Some of it has changed since, so look again' }[lang])
      : null,
    text(strong(sizeWords(changes, lang)), ` · ${spanWords(changes, lang)}`),
    text(partsWords(changes.length - corrections.length, corrections.length, same)[lang]),
    ...replaced(corrections, lang),
    earlier === 0 ? null : quiet(earlierWords(earlier)[lang]),
    leftOut.length === 0 ? null : quiet(leftOutWords(leftOut)[lang]),
    quiet(
      {
        zh: '还没有写入。每一行按当天的总数算；24 小时内有效',
        en: 'Nothing is written yet. Each figure is taken for the whole day’s; this waits for 24 hours',
      }[lang],
    ),
    actions(
      {
        ...{ id: 'entries.record-import', value: id, style: 'primary' as const },
        label: { zh: `记下 ${changes.length} 个数`, en: `Record ${entriesWord(changes.length)}` }[lang],
        words: { zh: '/记录 导入 确认', en: '/record import confirm' }[lang],
      },
      {
        ...{ id: 'entries.drop-import', value: id },
        label: { zh: '不导入', en: 'Leave it' }[lang],
        words: { zh: '/记录 导入 取消', en: '/record import cancel' }[lang],
      },
    ),
  )
}

/** After it was recorded; `same` figures were so already. */
export function recordedContent(changes: readonly Change[], same: number, lang: Lang): Content {
  const corrections = changes.filter(({ before }) => before !== null).length
  return content(
    lang,
    text(
      { zh: '已导入：', en: 'Imported: ' }[lang],
      strong(sizeWords(changes, lang)),
      ` · ${spanWords(changes, lang)}`,
    ),
    text(partsWords(changes.length - corrections, corrections, same)[lang]),
    quiet(
      {
        zh: '原来的记录都保留，/追溯 可以看到；导错了就改好再导一次，或用 /更正',
        en: 'What it was stays on record: /trace. If something is wrong, import it again as it should be, or use /correct',
      }[lang],
    ),
  )
}

export function nothingNew(figures: number, lang: Lang): Content {
  return content(
    lang,
    text(
      {
        zh: `这 ${figures} 个数都已经有了，不用导入`,
        en: `${figures === 1 ? 'This figure is' : `All ${figures} figures are`} there already; nothing to import`,
      }[lang],
    ),
  )
}

export function droppedContent(lang: Lang): Content {
  return content(lang, text({ zh: '好，没有导入', en: 'All right, nothing was imported' }[lang]))
}

/** To a member: all that somebody imported of theirs, in one message. */
export function toldOfImport(own: readonly Change[], by: string, lang: Lang): Content {
  const rows = own.map(change => [`${change.date} ${metricName(change.metric, lang)} `, ...valueWords(change, lang)])
  const [first] = own
  return content(
    lang,
    text(
      {
        zh: `${by} 导入了你的 ${own.length} 个数`,
        en: `${by} imported ${entriesWord(own.length)} of yours`,
      }[lang],
      ` · ${daysWords(own, lang)}`,
    ),
    ...listed(rows, lang),
    first
      ? quiet(
          {
            zh: `不对的话，请输入 /异议 ${first.metric.zh} ${first.date} 原因`,
            en: `If something is wrong, type /dispute ${first.metric.key} ${first.date} and why`,
          }[lang],
        )
      : null,
  )
}

function replaced(corrections: readonly Change[], lang: Lang): readonly (Block | null)[] {
  if (corrections.length === 0) return []
  const rows = corrections.map(change => {
    const { member, date, metric } = change
    return [`${member.name} ${date} ${metricName(metric, lang)} `, ...valueWords(change, lang)]
  })
  return [text({ zh: '会更正：', en: 'It would correct:' }[lang]), ...listed(rows, lang)]
}

function earlierWords(count: number): Words {
  return {
    zh: `其中 ${count} 个是本人加入这里以前的，算作历史`,
    en: `${count} of them ${count === 1 ? 'is' : 'are'} from before the member joined here, and count as history`,
  }
}

function leftOutWords(columns: readonly string[]): Words {
  return { zh: `没有用到的列：${columns.join('、')}`, en: `Columns left out: ${columns.join(', ')}` }
}
