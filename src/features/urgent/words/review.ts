import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { actions, content, field, fields, heading, list, quiet, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { Verdict } from '../matter.ts'
import type { Call, Review } from '../review.ts'
import { listWords, titleOf } from './common.ts'

/** A week's urgent matters for a manager's eyes. */
export function reviewContent(
  {
    period,
    review,
    nameOf,
    zone,
  }: { period: Period; review: Review; nameOf: (id: string | null) => string; zone: Zone },
  lang: Lang,
): Content {
  const w = {
    zh: {
      raised: '提出',
      taken: '接手用时（中位数）',
      nobody: '没有人接手过',
      open: '还没关闭',
      eager: '特急报到上限',
    },
    en: {
      ...{ raised: 'Raised', taken: 'Time until taken (median)', nobody: 'Found nobody', open: 'Still open' },
      eager: 'Many critical ones',
    },
  }[lang]
  const minutes = (count: number) => ({ zh: `${count} 分钟`, en: `${count} min` })[lang]
  const numbers = (all: readonly number[]) => all.map(number => `#${number}`).join(' ')
  const calls = review.calls.map(call => [callLine(call, { nameOf, zone }, lang)])
  const eager = review.eager.map(({ memberId, count }) => `${nameOf(memberId)} ${count}`)
  return content(
    lang,
    heading({ zh: `紧急事项 · ${labelOf(period, lang)}`, en: `Urgent matters · ${labelOf(period, lang)}` }[lang]),
    fields(
      field(w.raised, String(review.raised)),
      review.medianMinutes === null ? null : field(w.taken, minutes(review.medianMinutes)),
      review.unanswered.length === 0 ? null : field(w.nobody, numbers(review.unanswered)),
      review.open.length === 0 ? null : field(w.open, numbers(review.open)),
      eager.length === 0 ? null : field(w.eager, listWords(eager, lang)),
    ),
    calls.length === 0
      ? null
      : text(
          {
            zh: '休息时间找过的人，请评一下该不该叫：',
            en: 'Calls in people’s time of rest; please say whether they were needed:',
          }[lang],
        ),
    list(calls),
    actions(...judging(review.calls, lang)),
    calls.length === 0
      ? null
      : quiet(
          {
            zh: '评：/紧急 编号 该叫，或 /紧急 编号 不必；不必的私下告诉提出的人，该叫的不算进特急次数',
            en: 'To judge: /urgent NUMBER needed, or /urgent NUMBER needless; whoever raised a needless one hears so in private, and a needed one does not count against them',
          }[lang],
        ),
    quiet(
      {
        zh: '每人每周的上限：/设置 urgent.restCalls；经过：/紧急 编号',
        en: 'How many a person may get in a week: /settings urgent.restCalls; timelines: /urgent NUMBER',
      }[lang],
    ),
  )
}

function callLine(
  { memberId, matter, at, verdict }: Call,
  { nameOf, zone }: { nameOf: (id: string | null) => string; zone: Zone },
  lang: Lang,
): string {
  const { date, time } = toLocal(at, zone)
  const raiser = { zh: `${nameOf(matter.raisedBy)} 提出`, en: `raised by ${nameOf(matter.raisedBy)}` }[lang]
  const found = verdict === null ? '' : ` · ${foundWords[verdict][lang]}`
  return `${date.slice(5)} ${time} ${nameOf(memberId)} · ${titleOf(matter, lang)} ${cut(matter.text)} · ${raiser}${found}`
}

const foundWords: Readonly<Record<Verdict, Words>> = {
  'found-needed': { zh: '该叫', en: 'needed' },
  'found-needless': { zh: '不必', en: 'needless' },
}

/** A line tells which one it is. */
const LONGEST = 30

function cut(text: string): string {
  const letters = [...text]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text
}

/** More are judged by typing: a row of buttons is not for reading. */
const MOST_JUDGED = 2

function judging(calls: readonly Call[], lang: Lang): readonly Button[] {
  const open = new Map(calls.flatMap(({ matter, verdict }) => (verdict === null ? [[matter.id, matter] as const] : [])))
  return [...open.values()].slice(0, MOST_JUDGED).flatMap(({ id, number }) =>
    (['found-needed', 'found-needless'] as const).map(verdict => ({
      id: verdict === 'found-needed' ? 'urgent.needed' : 'urgent.needless',
      label: `#${number} ${foundWords[verdict][lang]}`,
      words: { zh: `/紧急 ${number} ${foundWords[verdict].zh}`, en: `/urgent ${number} ${foundWords[verdict].en}` }[
        lang
      ],
      value: id,
    })),
  )
}

export const whyReview: Words = {
  zh: '上周有紧急事项，每周一告诉经理一次',
  en: 'There were urgent matters last week; managers are told once a week',
}

/** For the record of whoever was called. */
export const sawCalls: Words = {
  zh: '在紧急周报里看到你休息时间被找的次数',
  en: 'saw in the review of urgent matters when you were called in your time of rest',
}
