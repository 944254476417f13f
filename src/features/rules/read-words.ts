import type { Lang } from '../../base/words.ts'
import { content, field, fields, heading } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'

/** Members by whether they have read that edition. */
export function readersShown(
  members: ReadonlyMap<boolean, readonly { readonly name: string }[]>,
  edition: number,
  lang: Lang,
): Content {
  const names = (of: boolean) => (members.get(of) ?? []).map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
  const none = { zh: '没有', en: 'nobody' }[lang]
  return content(
    lang,
    heading({ zh: `群规第 ${edition} 版`, en: `Edition ${edition} of the rules` }[lang]),
    fields(
      field({ zh: '已读', en: 'Have read it' }[lang], names(true) || none),
      field({ zh: '还没读', en: 'Not yet' }[lang], names(false) || none),
    ),
  )
}
