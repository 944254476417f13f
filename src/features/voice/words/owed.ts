import type { Lang } from '../../../base/words.ts'
import { code, list, strong, text } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import type { Thread } from '../store.ts'

/** Which threads wait for a manager's answer; nothing to those who are none. */
export function owedBlocks(lang: Lang, owed: readonly Thread[] | null): readonly (Block | null)[] {
  if (owed === null || owed.length === 0) return []
  const w = { zh: '等经理回复：', en: 'Waiting for a manager: ' }[lang]
  const since = { zh: ' 收到于 ', en: ' since ' }[lang]
  const first = owed[0]?.number ?? 1
  return [
    text(strong(w)),
    list(owed.map(({ number, owedSince }) => [`#${number}${since}${owedSince ?? ''}`])),
    text({ zh: '看：', en: 'To read: ' }[lang], code({ zh: `/反馈 ${first}`, en: `/feedback ${first}` }[lang])),
  ]
}
