import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { code, content, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'

export function offerContent(
  { period, begun, reps }: { period: Period; begun: number; reps: number },
  lang: Lang,
): Content {
  const w = {
    zh: {
      due: `${labelOf(period, 'zh')}快结束了，可以做评估了（${begun}/${reps} 已发起）。发起：`,
      example: `/评估 开始 名字 ${period.key}`,
      off: '不想要这个提示，可在 /设置 里关掉。',
    },
    en: {
      due: `${labelOf(period, 'en')} is about to end: reviews are due (${begun} of ${reps} begun). Begin one: `,
      example: `/review start NAME ${period.key}`,
      off: 'Not wanted? Switch it off in /settings.',
    },
  }[lang]
  return content(lang, text(w.due, code(w.example)), quiet(w.off))
}

export const whyOffered: Words = {
  zh: '一个评估周期快结束了，提示一次',
  en: 'a period for reviews is about to end; managers are told once',
}
