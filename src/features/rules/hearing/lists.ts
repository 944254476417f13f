import { loadSounds, type Sounds } from '../../../filter/sounds.ts'
import type { WordList } from '../../../filter/word-list.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Rule } from '../rule.ts'
import { wordsOf } from '../word-store.ts'

/** The lists that these rules name, as the filter takes them. */
export async function listsOf(tx: Tx, teamId: string, rules: readonly Rule[]): Promise<ReadonlyMap<string, WordList>> {
  const names = new Set(rules.flatMap(({ definition: { when } }) => (when.kind === 'wording' ? when.list : [])))
  const lists = new Map<string, WordList>()
  for (const name of names) {
    const words = await wordsOf(tx, teamId, name)
    lists.set(name, {
      allowed: words.flatMap(({ word, kind }) => (kind === 'allow' ? word : [])),
      entries: words.flatMap(({ kind, ...entry }) => (kind === 'allow' ? [] : { ...entry, action: kind })),
    })
  }
  return lists
}

/** How Han is read, where one of these rules looks for words by their sound. */
export async function soundsFor(rules: readonly Rule[]): Promise<Sounds | null> {
  const areWanted = rules.some(({ definition: { when } }) => when.kind === 'wording' && when.pinyin)
  return areWanted ? loadSounds() : null
}
