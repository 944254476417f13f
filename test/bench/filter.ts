import { createRandom } from '../../src/base/random.ts'
import { compile } from '../../src/filter/compile.ts'
import { findLinks } from '../../src/filter/links.ts'
import { findPersonalData } from '../../src/filter/personal-data.ts'
import { percentile } from './numbers.ts'
import { ms, type Row, times } from './table.ts'

const words = 10_000
const messages = 100_000
const signs = 120
/** The plain loop asks for each word in each message: of so few that it ends. */
const plainly = 500

/** Ten thousand words looked for in a hundred thousand messages of 120 signs, and what else is found in them. */
export function measureFilter(): Row[] {
  const list = wordsBy(1)
  const texts = textsBy(2, list)
  const from = performance.now()
  const { filter } = compile({ entries: list.map(word => ({ word, action: 'block' })), allowed: [] })
  const compiled = performance.now() - from
  if (filter === null) throw new Error('There are more words than a list may have')
  // What a sign stands for is found out once: that is no part of how it goes on.
  for (const text of texts.slice(0, 2000)) filter.find(text)
  let hits = 0
  const filtered = timed(texts, text => {
    hits += filter.find(text).length
  })
  const read = timed(texts, text => [findPersonalData(text), findLinks(text)])
  const walked = timed(texts, text => [...text].length)
  const searched = timed(texts.slice(0, plainly), text => list.filter(word => text.includes(word)).length)
  return [
    { what: `word filter, ${words} words to compile`, value: ms(compiled) },
    {
      what: `word filter, a message of ${signs} signs (${hits} hits in ${messages})`,
      value: each(filtered.mean),
      ratio: `${times(filtered.mean / searched.mean, 'a plain loop of includes')}, ${times(filtered.mean / walked.mean, 'walking its signs')}`,
      goal: { words: 'p99 under 1 ms', met: filtered.p99 < 1 },
    },
    {
      what: 'personal data and links in a message',
      value: each(read.mean),
      ratio: times(read.mean / walked.mean, 'walking its signs'),
    },
  ]
}

const each = (value: number): string => `${value.toFixed(4)} ms`

function timed(texts: readonly string[], work: (text: string) => unknown): { mean: number; p99: number } {
  const took = texts.map(text => {
    const from = performance.now()
    work(text)
    return performance.now() - from
  })
  return { mean: took.reduce((sum, one) => sum + one, 0) / took.length, p99: percentile(took, 0.99) }
}

const firstHan = 0x4e00
/** About as many as people write with. */
const hanInUse = 5000

function wordsBy(seed: number): readonly string[] {
  const random = createRandom(seed)
  const all = new Set<string>()
  while (all.size < words) all.add(hanOf(random, random.int(2, 5)))
  return [...all]
}

/** Chinese with some Latin, figures and signs; every tenth with a word of the list in it. */
function textsBy(seed: number, list: readonly string[]): readonly string[] {
  const random = createRandom(seed)
  return Array.from({ length: messages }, (_, at) => {
    let text = at % 10 === 0 ? random.pick(list) : ''
    while (text.length < signs) text += random.chance(0.15) ? random.pick(between) : hanOf(random, 1)
    return text
  })
}

const between = ['，', '。', ' ', '10%', 'CRM', 'ok ', '😀', '、', '2026-11-22', 'Ｑ３'] as const

function hanOf(random: ReturnType<typeof createRandom>, count: number): string {
  return String.fromCharCode(...Array.from({ length: count }, () => firstHan + random.int(0, hanInUse - 1)))
}
