import { expect, test } from 'vitest'
import { readyWords } from '../../src/features/rules/ready-words.ts'
import { loadSounds } from '../../src/filter/sounds.ts'
import type { Entry } from '../../src/filter/word-list.ts'
import { caught, filterOf } from './list-of.ts'
import { ordinaryTalk } from './ordinary-talk.ts'

const entries = readyWords.flatMap(({ kind, ...word }): Entry[] =>
  kind === 'allow' ? [] : [{ ...word, action: kind }],
)
const allowed = readyWords.flatMap(({ kind, word }) => (kind === 'allow' ? word : []))

test('there is enough of it', () => {
  expect(new Set(ordinaryTalk).size).toBeGreaterThan(200)
})

test('ordinary talk has no word of the ready list, neither for certain nor perhaps', async () => {
  for (const sounds of [null, await loadSounds()]) {
    const filter = filterOf(entries, { allowed, sounds })
    const hits = ordinaryTalk.flatMap(text => caught(filter, text).map(hit => `${hit} in ${text}`))
    expect(hits).toEqual([])
  }
})

/** Words of which ordinary talk has the letters, or nearly. */
test('nor, besides what it says letter by letter, a word that a manager might add', () => {
  const words = [
    'fuck',
    'shit',
    'bitch',
    'asshole',
    'damn',
    'scam',
    'free',
    'best',
    'cheap',
    'trial',
    'sale',
    'win',
    'vip',
  ].concat(...['第一', '唯一', '微信', '加微信', '最好', '赌博', '返现', '回扣', '全网最低', '代开发票', '一流'])
  const plain = (text: string, hit: string) => words.some(word => hit.toLowerCase() === word) && text.includes(hit)
  const filter = filterOf(words, { allowed: ['第一时间', '第一批', '第一步', '第一季度'] })
  const hits = ordinaryTalk.flatMap(text => caught(filter, text).filter(hit => !plain(text, hit)))
  expect(hits).toEqual([])
})
