import type { Lang } from '../../../base/words.ts'
import { content, details, heading, list, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { dayLabel, listed } from '../../reports/words/labels.ts'
import type { Digest } from '../digest.ts'
import type { DigestSettings } from '../digest-settings.ts'
import { correctedNote, numbersTable } from './numbers.ts'
import { remarksOf } from './remarks.ts'

/** A round in one message, for the group: what all should see, and what each one wrote as its details. */
export function digestContent(digest: Digest, missing: DigestSettings['missing'], lang: Lang): Content {
  return content(lang, ...summary(digest, missing, lang), details, ...remarks(digest, lang))
}

/** The same in one piece. */
export function digestBlocks(
  digest: Digest,
  missing: DigestSettings['missing'],
  lang: Lang,
): readonly (Block | null)[] {
  return [...summary(digest, missing, lang), ...remarks(digest, lang)]
}

/** Title, who, what is in the way, numbers: always in this order. */
function summary(digest: Digest, missing: DigestSettings['missing'], lang: Lang): readonly (Block | null)[] {
  return [
    heading(digestTitle(digest, lang)),
    text(attendance(digest, missing, lang)),
    ...blockers(digest, lang),
    numbersTable(digest, lang),
    correctedNote(digest.rows, lang),
  ]
}

function digestTitle({ definition, date }: Pick<Digest, 'definition' | 'date'>, lang: Lang): string {
  const title = definition.title[lang]
  return { zh: `${title}汇总 · ${dayLabel(date, 'zh')}`, en: `${title} digest · ${dayLabel(date, 'en')}` }[lang]
}

/** How many have answered, who is away, and of the others no more than the team wants to hear. */
function attendance(digest: Digest, missing: DigestSettings['missing'], lang: Lang): string {
  const { rows, asked, onLeave, definition } = digest
  const title = definition.title[lang]
  const answered =
    rows.length === 0
      ? {
          zh: `到点了，还没有人交${title}；交了会补上`,
          en: `Nobody has answered yet; whoever still does is added`,
        }[lang]
      : { zh: `${rows.length}/${asked} 人已交`, en: `${rows.length} of ${asked} in` }[lang]
  const away = listed(
    onLeave.map(({ name }) => name),
    lang,
  )
  const parts = [
    answered,
    onLeave.length > 0
      ? { zh: `请假 ${onLeave.length} 人（${away}）`, en: `${onLeave.length} on leave (${away})` }[lang]
      : '',
    missingWords(digest, missing, lang),
  ]
  return parts.filter(part => part !== '').join(' · ')
}

function missingWords({ missing, rows }: Digest, wanted: DigestSettings['missing'], lang: Lang): string {
  const { length } = missing
  if (length === 0 || wanted === 'nobody' || (rows.length === 0 && wanted === 'count')) return ''
  const names = listed(
    missing.map(({ name }) => name),
    lang,
  )
  if (wanted === 'names') return { zh: `未交：${names}`, en: `not in yet: ${names}` }[lang]
  return { zh: `未交 ${length} 人`, en: `${length} not in yet` }[lang]
}

function blockers({ rows }: Digest, lang: Lang): readonly (Block | null)[] {
  const blocked = rows.filter(row => row.blockers.length > 0)
  if (blocked.length === 0) return []
  const separator = { zh: '；', en: '; ' }[lang]
  return [
    text(strong({ zh: '卡点', en: 'Blockers' }[lang])),
    list(blocked.map(row => [strong(row.name), { zh: '：', en: ': ' }[lang], row.blockers.join(separator)])),
  ]
}

function remarks(digest: Digest, lang: Lang): readonly (Block | null)[] {
  const said = digest.rows
    .map(row => ({ name: row.name, remarks: remarksOf(row, lang) }))
    .filter(row => row.remarks !== '')
  if (said.length === 0) return []
  const title = digest.definition.kind === 'plan' ? { zh: '要做的事', en: 'To do' } : { zh: '备注', en: 'Remarks' }
  return [
    text(strong(title[lang])),
    list(said.map(row => [strong(row.name), { zh: '：', en: ': ' }[lang], row.remarks])),
  ]
}
