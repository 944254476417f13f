import { compile, type Filter } from '../../../filter/compile.ts'
import type { Sounds } from '../../../filter/sounds.ts'
import type { WordList } from '../../../filter/word-list.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Tools } from '../checks/check.ts'
import { type Looks, looksOf } from '../checks/looks.ts'
import { compilePatterns } from '../checks/patterns.ts'
import type { Rule } from '../rule.ts'
import { listsOf, soundsFor } from './lists.ts'

/** What these rules of a team look for, with its lists as they are. Costs some 100 ms where there are long ones. */
export async function prepareLooks(tx: Tx, teamId: string, rules: readonly Rule[]): Promise<Looks> {
  const filter = filtersOf(await listsOf(tx, teamId, rules), await soundsFor(rules))
  const patterns = compilePatterns(
    rules.flatMap(({ definition: { when } }) => ('patterns' in when ? when.patterns : [])),
  )
  return looksOf(rules, { patterns, filter })
}

/** Each list is compiled once for each way in which some rule looks for its words. */
function filtersOf(lists: ReadonlyMap<string, WordList>, sounds: Sounds | null): Tools['filter'] {
  const made = { byLetters: new Map<string, Filter | null>(), bySound: new Map<string, Filter | null>() }
  return (name, pinyin) => {
    const own = pinyin ? made.bySound : made.byLetters
    const known = own.get(name)
    if (known !== undefined) return known
    const list = lists.get(name)
    const filter = list === undefined ? null : compile(list, pinyin ? sounds : null).filter
    own.set(name, filter)
    return filter
  }
}
