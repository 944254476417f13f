import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { content, form, quiet, text } from '../../../content/build.ts'
import type { Content, Form } from '../../../content/content.ts'
import { inputsFor } from '../answers.ts'
import type { Criteria } from '../criteria.ts'
import type { Review } from '../review.ts'

type FormFacts = Pick<Review, 'id' | 'period' | 'self' | 'assessment'>

export function selfForm(review: FormFacts, { items }: Criteria, lang: Lang): Form {
  const scores = items.map(() => '4').join(' ')
  return {
    id: 'reviews.fill',
    title: { zh: `自评 · ${labelOf(review.period, 'zh')}`, en: `Self-review · ${labelOf(review.period, 'en')}` }[lang],
    submit: { zh: '交自评', en: 'Hand in' }[lang],
    words: {
      zh: `/评估 自评 做得好：… ；不足：… ；帮助：… ；打分 ${scores}`,
      en: `/review self well: … ; not well: … ; help: … ; scores ${scores}`,
    }[lang],
    value: review.id,
    inputs: inputsFor('self', items, review.self, lang),
  }
}

export function assessmentForm(review: FormFacts, { items }: Criteria, name: string, lang: Lang): Form {
  const scores = items.map(() => '4').join(' ')
  return {
    id: 'reviews.fill',
    title: { zh: `评价 ${name}`, en: `Review of ${name}` }[lang],
    submit: { zh: '写好了', en: 'Done' }[lang],
    words: {
      zh: `/评估 写评 ${name} 肯定：… ；待改进：… ；下一步：… ；打分 ${scores}`,
      en: `/review write ${name} strengths: … ; improve: … ; next: … ; scores ${scores}`,
    }[lang],
    value: review.id,
    inputs: inputsFor('assessment', items, review.assessment, lang),
  }
}

/** With `fault`, what is still missing in what was filled in. */
export function formContent(it: Form, lang: Lang, fault: Words | null = null): Content {
  const only = { zh: '只有你们两个人看得到。', en: 'Only the two of you see this.' }
  return content(lang, fault && text(fault[lang]), form(it), quiet(only[lang]))
}
