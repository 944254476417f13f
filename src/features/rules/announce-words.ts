import { actions, content, heading, list, quiet, strong } from '../../content/build.ts'
import type { Content, Span } from '../../content/content.ts'
import { type Reader, sentenceOf } from './sentence.ts'
import { titleOf } from './titles.ts'
import type { HeldChange } from './what-holds.ts'
import { readButton } from './words.ts'

const signs = {
  added: { zh: '新增', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  removed: { zh: '取消', en: 'No more' },
} as const

/** What members are told of changes, with the old words where there are any. */
export function announcement(changes: readonly HeldChange[], reader: Reader, edition: number): Content {
  const { lang } = reader
  return content(
    lang,
    heading({ zh: '群规有变化', en: 'The rules have changed' }[lang]),
    list(changes.map(change => changeLine(change, reader))),
    quiet({ zh: '全部群规：/群规', en: 'All of them: /rules' }[lang]),
    actions(readButton(edition, lang)),
  )
}

function changeLine(change: HeldChange, reader: Reader): readonly (string | Span)[] {
  const { lang } = reader
  const title = strong(titleOf(change.definition, lang))
  const colon = { zh: '：', en: ': ' }[lang]
  const now = change.kind === 'removed' ? '' : `${colon}${sentenceOf(change.definition, reader)}`
  if (change.kind !== 'changed') return [`${signs[change.kind][lang]} · `, title, now]
  const before = sentenceOf(change.before, reader)
  // Some changes, such as how long a pause is, are not in the sentence.
  const old =
    before === sentenceOf(change.definition, reader)
      ? ''
      : { zh: `（原来：${before}）`, en: ` (before: ${before})` }[lang]
  return [`${signs.changed[lang]} · `, title, now, old]
}
