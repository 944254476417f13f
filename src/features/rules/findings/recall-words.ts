import type { Lang, Words } from '../../../base/words.ts'
import { content, quiet, strong, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Reason } from '../../../context.ts'

/** Its author by a tap, or the rule by its manners. */
export type AskedBy = 'author' | 'rule'

const whyCopy: Readonly<Record<AskedBy, Words>> = {
  author: { zh: '本人撤回了原消息，这是打码的一份', en: 'They took their message back; this is a masked copy' },
  rule: {
    zh: '按群规撤回了原消息，这是打码的一份',
    en: 'Taken back as the rules here have it; this is a masked copy',
  },
}

/** In the group, where the message stood; nothing where there is no copy. */
export function standIn(name: string, copy: string | null, askedBy: AskedBy, lang: Lang): Content {
  if (copy === null) return content(lang)
  return content(lang, text(strong(name), { zh: '：', en: ': ' }[lang], copy), quiet(whyCopy[askedBy][lang]))
}

/** To the author. It is done a moment later. */
export function recallingContent(number: number, isCopied: boolean, lang: Lang): Content {
  return content(
    lang,
    isCopied
      ? text(
          {
            zh: `好，#${number} 这就替你撤回，换成打码的那份。`,
            en: `Taking back #${number} and posting the masked copy in its place.`,
          }[lang],
        )
      : text(
          {
            zh: `好，#${number} 这就替你撤回。打码的那份没有留存，需要的话请从提示里复制。`,
            en: `Taking back #${number}. The masked copy was not kept; it stands in the hint if you want to post it.`,
          }[lang],
        ),
  )
}

export const recallReasons: Readonly<Record<AskedBy, Reason>> = {
  author: {
    words: {
      zh: '有人在群规提示里点了“替我撤回”',
      en: 'Somebody had a message taken back from the hint of a rule',
    },
  },
  rule: {
    words: {
      zh: '刚说的话里有客户的号码，群规写明了要撤回',
      en: 'What was said held a customer’s number, and the rule says that it is taken back',
    },
  },
}
