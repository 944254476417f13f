import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { content, form as formBlock, heading, quiet, text } from '../../../content/build.ts'
import type { Content, Form } from '../../../content/content.ts'
import type { Answers, Side } from '../answers.ts'
import type { Event, Party } from '../course.ts'
import type { Criteria } from '../criteria.ts'
import type { Review } from '../review.ts'
import type { Scorecard } from '../scorecard.ts'
import { scorecardBlocks } from './card.ts'
import { answersBlocks, signButton } from './review.ts'

export function begunContent(
  { name, period, criteria }: { name: string; period: Period; criteria: Criteria },
  lang: Lang,
): Content {
  const items = criteria.items.map(({ name: item, weight }) => `${item} ${weight}%`).join(' · ')
  const w = {
    zh: `已发起：${name} · ${labelOf(period, 'zh')}。先请本人自评，交了会私下告诉你。`,
    en: `Begun: ${name} · ${labelOf(period, 'en')}. The self-review comes first; you hear of it in private.`,
  }
  return content(lang, text(w[lang]), quiet(items))
}

/** To the member, with the form. */
export function toldBegun({ by, period, form }: { by: string; period: Period; form: Form }, lang: Lang): Content {
  const w = {
    zh: `${by} 发起了你${labelOf(period, 'zh')}的评估。先说说你自己怎么看：做得好的、没做好的、需要什么帮助。`,
    en: `${by} began your review of ${labelOf(period, 'en')}. Your own view comes first: what went well, what did not, what help you need.`,
  }
  const only = {
    zh: '只有你和评估人看得到；谁看过，见 /我的数据',
    en: 'Only you and the reviewer see it; /my data tells who looked.',
  }
  return content(lang, text(w[lang]), formBlock(form), quiet(only[lang]))
}

export function whyBegun(by: string): Words {
  return { zh: `${by} 发起了你的评估`, en: `${by} began your review` }
}

export function whyYourTurn(period: Period): Words {
  return { zh: `${labelOf(period, 'zh')}的评估有了新进展`, en: `the review of ${labelOf(period, 'en')} went on` }
}

/** To whoever filled it in: what was understood. */
export function filledIn(
  { side, said, criteria }: { side: Side; said: Answers; criteria: Criteria },
  lang: Lang,
): Content {
  const next = {
    self: { zh: '收到，已交给评估人。', en: 'Got it; the reviewer has it.' },
    assessment: {
      zh: '收到。面谈后记一笔：/评估 面谈 名字 要点。本人在面谈之后才看到评价。',
      en: 'Got it. After the talk: /review talk NAME notes. The member reads it after the talk, not before.',
    },
  }[side]
  return content(lang, text(next[lang]), ...answersBlocks(side, said, criteria, lang))
}

export function readyToAssess(
  {
    review,
    name,
    criteria,
    scorecard,
    form,
  }: { review: Review; name: string; criteria: Criteria; scorecard: Scorecard; form: Form },
  lang: Lang,
): Content {
  const title = {
    zh: `${name} 交了自评 · ${labelOf(review.period, 'zh')}`,
    en: `${name} handed in the self-review · ${labelOf(review.period, 'en')}`,
  }
  return content(
    lang,
    heading(title[lang]),
    ...(review.self ? answersBlocks('self', review.self, criteria, lang) : []),
    ...scorecardBlocks(scorecard, lang),
    formBlock(form),
  )
}

export function readyToTalk({ by, period }: { by: string; period: Period }, lang: Lang): Content {
  const w = {
    zh: `${by} 写好了你${labelOf(period, 'zh')}的评价，接下来会和你面谈。`,
    en: `${by} has written your review of ${labelOf(period, 'en')}; a talk comes next.`,
  }
  return content(lang, text(w[lang]))
}

/** The last steps, which come alike. */
export type Concluding = Extract<Event, 'talk' | 'sign' | 'dispute'>

const done: Readonly<Record<Concluding, Words>> = {
  talk: { zh: '面谈已记下，请双方签字。', en: 'The talk is noted; both sign now.' },
  sign: { zh: '已签字。', en: 'Signed.' },
  dispute: {
    zh: '异议已记下，和评估放在一起。',
    en: 'What you do not agree with is noted, and stays with the review.',
  },
}

const closed: Words = { zh: '双方都已完成，评估结束。', en: 'Both are done: the review is closed.' }

export function concluded(
  { review, event, party, name }: { review: Review; event: Concluding; party: Party; name: string },
  lang: Lang,
): Content {
  return content(
    lang,
    text(done[event][lang], review.course.state === 'closed' ? closed[lang] : ''),
    event === 'talk' ? signButton(review, party, name, lang) : null,
  )
}

/** To the other one. */
export function toldConcluded(
  { review, event, by, party }: { review: Review; event: Concluding; by: string; party: Party },
  lang: Lang,
): Content {
  const period = labelOf(review.period, lang)
  const w = {
    talk: {
      zh: `${by} 记下了${period}的面谈。看全部：/评估。同意就签字，不同意写 /评估 异议 原因`,
      en: `${by} noted the talk about ${period}. Read it all: /review. Sign it, or say what you do not agree with: /review dispute why`,
    },
    sign: { zh: `${by} 已在${period}的评估上签字。`, en: `${by} signed the review of ${period}.` },
    dispute: {
      zh: `${by} 对${period}的评估有异议：${review.dispute ?? ''}`,
      en: `${by} does not agree with the review of ${period}: ${review.dispute ?? ''}`,
    },
  }
  const other: Party = party === 'member' ? 'reviewer' : 'member'
  return content(
    lang,
    text(w[event][lang]),
    review.course.state === 'closed'
      ? text(closed[lang])
      : signButton(review, other, party === 'member' ? by : '', lang),
  )
}

/** What the member is told of who saw what. */
export function sawReview(period: Period): Words {
  return {
    zh: `看了${labelOf(period, 'zh')}的评估和数字`,
    en: `saw the review and figures of ${labelOf(period, 'en')}`,
  }
}
