import type { Lang } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { actions, content, field, fields, heading, list, quiet, strong, table, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { type Answers, labels, type Side } from '../answers.ts'
import { nextOf, type Party } from '../course.ts'
import { type Criteria, weighted } from '../criteria.ts'
import type { Review } from '../review.ts'
import type { Scorecard } from '../scorecard.ts'
import { scorecardBlocks } from './card.ts'
import { nextWords } from './next.ts'

interface Shown {
  readonly review: Review
  readonly party: Party
  readonly criteria: Criteria
  readonly scorecard: Scorecard
  readonly names: { readonly member: string; readonly reviewer: string }
}

/** A review as one of its two people sees it. The member reads the manager's words once the talk was held, not before. */
export function reviewContent({ review, party, criteria, scorecard, names }: Shown, lang: Lang): Content {
  const { course, self, assessment, talkNotes, dispute, period } = review
  const isTalked = course.state === 'talked' || course.state === 'closed'
  const w = {
    zh: {
      title: '评估',
      talk: '面谈要点',
      dispute: '本人异议',
      next: '下一步：',
      closed: '已结束。',
      only: '只有本人和评估人看得到。',
    },
    en: {
      ...{ title: 'Review', talk: 'Talk', dispute: 'What the member does not agree with' },
      ...{ next: 'Next: ', closed: 'Closed.', only: 'Only the member and the reviewer see this.' },
    },
  }[lang]
  const next = nextOf(course)
  return content(
    lang,
    heading(`${w.title} · ${names.member} · ${labelOf(period, lang)}`),
    ...scorecardBlocks(scorecard, lang),
    ...(self ? answersBlocks('self', self, criteria, lang) : []),
    ...(assessment && (party === 'reviewer' || isTalked)
      ? answersBlocks('assessment', assessment, criteria, lang)
      : []),
    fields(talkNotes ? field(w.talk, talkNotes) : null, dispute === null ? null : field(w.dispute, dispute)),
    text(next === null ? w.closed : `${w.next}${nextWords(next)[lang]}`),
    signButton(review, party, names.member, lang),
    quiet(w.only),
  )
}

/** What one side filled in, with the scores by their weights. */
export function answersBlocks(side: Side, said: Answers, { items }: Criteria, lang: Lang): readonly (Block | null)[] {
  const title = { self: { zh: '自评', en: 'Self-review' }, assessment: { zh: '经理评价', en: 'Manager’s review' } }[
    side
  ]
  const total = weighted(items, said.scores)
  const scores = items.map(({ name }, at) => `${name} ${said.scores[at] ?? '—'}`).join(' · ')
  const words = (['good', 'bad', 'next'] as const).flatMap(id =>
    said[id] === '' ? [] : [field(labels[side][id][lang], said[id])],
  )
  const sum = { zh: '加权', en: 'weighted' }[lang]
  return [text(strong(title[lang])), fields(...words), text(total === null ? scores : `${scores} → ${sum} ${total}`)]
}

export function signButton({ id, course }: Review, party: Party, name: string, lang: Lang): Block | null {
  const isSigned = party === 'member' ? course.signed : course.countersigned
  if (course.state !== 'talked' || isSigned) return null
  const label = { zh: '签字', en: 'Sign' }[lang]
  const who = party === 'member' ? '' : ` ${name}`
  return actions({
    id: 'reviews.sign',
    label,
    words: { zh: `/评估 签字${who}`, en: `/review sign${who}` }[lang],
    value: id,
  })
}

/** What a reviewer has open. */
export function listContent(rows: readonly { readonly review: Review; readonly name: string }[], lang: Lang): Content {
  const w = {
    zh: {
      title: '我的评估',
      columns: ['成员', '时间', '下一步'],
      none: '现在没有进行中的评估。发起：/评估 开始 名字 本季度',
    },
    en: {
      title: 'My reviews',
      columns: ['Member', 'Period', 'Next'],
      none: 'None is open. Begin one: /review start NAME quarter',
    },
  }[lang]
  const shown = rows.map(({ review, name }) => {
    const next = nextOf(review.course)
    return [name, labelOf(review.period, lang), next === null ? '' : nextWords(next)[lang]]
  })
  return content(
    lang,
    heading(w.title),
    shown.length === 0
      ? text(w.none)
      : table(
          w.columns.map(label => ({ label })),
          shown,
        ),
  )
}

export function nothingYet(lang: Lang): Content {
  const words = {
    zh: '你还没有评估。经理发起后会私下告诉你；按什么评，看 /评估 标准',
    en: 'You have no review yet. When a manager begins one you hear of it in private; see /review criteria for what counts.',
  }
  return content(lang, list([[words[lang]]]))
}
