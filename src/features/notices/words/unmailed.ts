import type { Lang } from '../../../base/words.ts'
import { how } from '../../mail/words.ts'

/** For the author alone, and without names. */
export function unmailedWords(count: number, lang: Lang): string {
  return {
    zh: `${count} 人没有登记邮箱，收不到邮件抄送；本人私聊发 ${how.zh} 即可登记`,
    en: `${count} ${count === 1 ? 'has' : 'have'} given no mail address and got no copy by mail; anybody gives theirs with ${how.en} in a direct chat`,
  }[lang]
}
