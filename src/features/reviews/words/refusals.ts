import type { Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { type Course, nextOf, type Refusal } from '../course.ts'
import { nextWords } from './next.ts'

/** Why it cannot be done now, with what comes first. */
export function refusalWords(why: Refusal, course: Course): Words {
  const next = nextOf(course)
  const first = next === null ? { zh: '', en: '' } : nextWords(next)
  switch (why) {
    case 'closed':
      return { zh: '这份评估已经结束，不能再改。', en: 'This review is closed and stays as it is.' }
    case 'too-early':
      return { zh: `还没到这一步。现在该：${first.zh}`, en: `Not yet. What comes first: ${first.en}` }
    case 'not-yours':
      return { zh: '这一步要由另一方来做。', en: 'This step is the other one’s.' }
    case 'done-already':
      return { zh: `这一步已经过了。现在该：${first.zh}`, en: `This step is done. What comes next: ${first.en}` }
  }
}

/** Says the same where there is none and where it is somebody else's. */
export function noReview(name: string | null): Words {
  if (name === null) {
    return { zh: '你现在没有进行中的评估。', en: 'You have no review going on.' }
  }
  return {
    zh: `你和${name}之间没有评估。经理可以发起：/评估 开始 ${name} 本季度`,
    en: `There is no review between you and ${name}. A manager begins one: /review start ${name} quarter`,
  }
}

export const notBetweenUs: Words = {
  zh: '没有这份评估。看看自己的：/评估',
  en: 'There is no such review. See yours: /review',
}

export const notOneself: Words = {
  zh: '不能评估自己，请另一位经理发起。',
  en: 'You cannot review yourself; another manager can.',
}

export function alreadyBegun(name: string, period: Period): Words {
  return {
    zh: `${name}${labelOf(period, 'zh')}的评估已经有了。`,
    en: `There already is a review of ${name} for ${labelOf(period, 'en')}.`,
  }
}

export function periodUnclear(text: string): Words {
  const shown = text.slice(0, 40)
  return {
    zh: `“${shown}”不是可以评估的时间。可以写：本月、上月、本季度、2026-Q4、2026`,
    en: `"${shown}" is no period to review. Write a month, quarter or year: last month, 2026-Q4, 2026`,
  }
}

export const disputeHow: Words = {
  zh: '请写上不同意什么，例如 /评估 异议 10月的签单没有算进来',
  en: 'Say what you do not agree with, for example /review dispute the October deals are missing',
}
