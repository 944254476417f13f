import type { Filter } from '../../../filter/compile.ts'
import type { Condition } from '../condition.ts'
import type { Found, Lately, Said } from '../said.ts'
import { customerData } from './customer-data.ts'
import { flooding } from './flooding.ts'
import { foreignLinks } from './links.ts'
import { callsAll } from './mention-all.ts'
import type { Patterns } from './patterns.ts'
import { anyOf } from './phrases.ts'
import { repeats } from './repeats.ts'
import { reportForm } from './report-form.ts'
import { unanswered } from './unanswered.ts'
import { wording } from './wording.ts'

/** What checks share within a team, because it is dear to build. */
export interface Tools {
  /** The patterns of all rules. */
  readonly patterns: Patterns
  /** The words of a list, with `pinyin` by their sound, too; null where there is none of that name. */
  filter(list: string, pinyin: boolean): Filter | null
}

/** Looks at one message. Pure, and well under a millisecond. */
export type Check = (said: Said, lately: Lately) => Found | null

/** The message as a whole. */
const whole: Found = { ranges: [], what: [] }

export function checkFor(condition: Condition, tools: Tools): Check {
  switch (condition.kind) {
    case 'anything':
      return () => whole
    case 'mention-all':
      return callsAll(condition)
    case 'flooding':
      return flooding(condition)
    case 'repeats':
      return repeats(condition)
    case 'links':
      return foreignLinks(condition)
    case 'customer-data':
      return customerData(condition)
    case 'wording':
      return wording(tools.filter(condition.list, condition.pinyin))
    case 'routing':
    case 'off-topic':
      return anyOf(condition.patterns, tools.patterns)
    case 'unanswered':
      return unanswered
    case 'report-form':
      return reportForm(condition)
  }
}
