import { z } from 'zod'
import type { Lang, Words } from '../../base/words.ts'
import type { FormValues, Input } from '../../content/content.ts'
import type { Criterion } from './criteria.ts'

/** What one of the two filled in: three texts, and a score from 1 to 5 for each criterion in its order. */
export interface Answers {
  readonly good: string
  readonly bad: string
  readonly next: string
  readonly scores: readonly (number | null)[]
}

export const answersSchema = z.object({
  good: z.string(),
  bad: z.string(),
  next: z.string(),
  scores: z.array(z.number().nullable()),
})

export type Side = 'self' | 'assessment'

const texts = ['good', 'bad', 'next'] as const
type TextId = (typeof texts)[number]

export const labels: Readonly<Record<Side, Readonly<Record<TextId, Words>>>> = {
  self: {
    good: { zh: '做得好的', en: 'What went well' },
    bad: { zh: '没做好的', en: 'What did not' },
    next: { zh: '需要的帮助', en: 'Help I need' },
  },
  assessment: {
    good: { zh: '肯定', en: 'Strengths' },
    bad: { zh: '待改进', en: 'To improve' },
    next: { zh: '下一步', en: 'Next steps' },
  },
}

const spellings: Readonly<Record<TextId, readonly string[]>> = {
  good: ['做得好的', '做得好', '肯定', '优点', 'what went well', 'went well', 'well', 'strengths', 'good'],
  bad: ['没做好的', '没做好', '不足', '待改进', 'what did not', 'not well', 'to improve', 'improve', 'bad'],
  next: ['需要的帮助', '需要帮助', '帮助', '下一步', 'help i need', 'help', 'next steps', 'next'],
}

const LONGEST = 1000

const scoreNames: readonly Words[] = [
  { zh: '1 远未达到', en: '1 far below' },
  { zh: '2 未达到', en: '2 below' },
  { zh: '3 达到', en: '3 as expected' },
  { zh: '4 超过', en: '4 above' },
  { zh: '5 远超', en: '5 far above' },
]

/** The inputs of a form for one side, with what was filled in before. */
export function inputsFor(
  side: Side,
  items: readonly Criterion[],
  before: Answers | null,
  lang: Lang,
): readonly Input[] {
  const words = texts.map(
    (id): Input => ({
      ...{ id, label: labels[side][id][lang], kind: 'text' },
      ...(id === 'good' && { required: true }),
      ...(before && { initial: before[id] }),
    }),
  )
  const scores = items.map(({ name, weight }, at): Input => {
    const initial = before?.scores[at] ?? null
    return {
      ...{ id: `score${at}`, label: `${name} ${weight}%`, kind: 'choice', required: true },
      options: scoreNames.map((it, n) => ({ value: String(n + 1), label: it[lang] })),
      ...(initial !== null && { initial: String(initial) }),
    }
  })
  return [...words, ...scores]
}

/** What was filled in. A score that is none is null. */
export function readForm(values: FormValues, items: readonly Criterion[]): Answers {
  const said = (id: string) =>
    String(values[id] ?? '')
      .trim()
      .slice(0, LONGEST)
  return {
    ...{ good: said('good'), bad: said('bad'), next: said('next') },
    scores: items.map((_, at) => readScore(said(`score${at}`))),
  }
}

/**
 * Reads the same typed: `做得好：拜访稳定；不足：报价慢；帮助：要样机；打分 4 3 5`. The scores stand in the order of the
 * criteria. Null when nothing of it is labelled.
 */
export function readTyped(text: string, items: readonly Criterion[]): Answers | null {
  const marks = [...text.matchAll(label)].map(match => ({
    id: idOf(match[1] ?? ''),
    from: match.index,
    to: match.index + match[0].length,
  }))
  if (marks.length === 0) return null
  const parts = new Map<string, string>()
  for (const [at, { id, to }] of marks.entries()) {
    const part = text
      .slice(to, marks[at + 1]?.from ?? text.length)
      .replace(/[\s;；]+$/, '')
      .trim()
    parts.set(id, part.slice(0, LONGEST))
  }
  const digits = parts.get('scores')?.normalize('NFKC').match(/\d+/g) ?? []
  const scores = items.map((_, at) => readScore(digits.length === items.length ? (digits[at] ?? '') : ''))
  const said = (id: TextId) => parts.get(id) ?? ''
  return { good: said('good'), bad: said('bad'), next: said('next'), scores }
}

const scoreWords = ['scores', 'score', '打分', '评分', '分数']
const allWords = [...Object.values(spellings).flat(), ...scoreWords].toSorted((a, b) => b.length - a.length)
const label = new RegExp(`(?:^|[;；\\n]|\\s)(${allWords.join('|')})\\s*(?:[:：]|(?=\\s*[1-5１-５](?:\\s|$)))`, 'gi')

function idOf(word: string): TextId | 'scores' {
  const said = word.toLowerCase()
  return texts.find(id => spellings[id].includes(said)) ?? 'scores'
}

function readScore(text: string): number | null {
  const [digit] = /^[1-5]/.exec(text.normalize('NFKC')) ?? []
  return digit === undefined ? null : Number(digit)
}

/** Null when it is whole: something went well, and every criterion has a score. */
export function missingIn({ good, scores }: Answers, side: Side, items: readonly Criterion[]): Words | null {
  if (good === '') {
    const { zh, en } = labels[side].good
    return { zh: `请写“${zh}”`, en: `Please write "${en}"` }
  }
  const open = items.filter((_, at) => scores[at] === null || scores[at] === undefined)
  if (open.length === 0) return null
  const names = open.map(({ name }) => name)
  return { zh: `请给每一项打 1–5 分：${names.join('、')}`, en: `Please score each from 1 to 5: ${names.join(', ')}` }
}
