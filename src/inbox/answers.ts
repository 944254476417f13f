import type { UserError } from '../base/errors.ts'
import type { Lang } from '../base/words.ts'
import { code, content, text } from '../content/build.ts'
import type { Content } from '../content/content.ts'

/** What went wrong and how to do it right, in the person's language. */
export function told(lang: Lang, error: UserError): Content {
  return content(lang, text(error.words[lang]))
}

/** The fault is ours: say so, promise nothing was lost, and give a reference to pass on. */
export function apology(lang: Lang, reference: string): Content {
  return lang === 'zh'
    ? content(
        lang,
        text(
          '抱歉，这条消息我没能处理好，什么也没有改动。请稍后再试；若仍不行，请把编号 ',
          code(reference),
          ' 告诉管理员。',
        ),
      )
    : content(
        lang,
        text(
          'Sorry, I could not handle that; nothing was changed. Try again in a moment; if it still fails, give the reference ',
          code(reference),
          ' to your admin.',
        ),
      )
}
