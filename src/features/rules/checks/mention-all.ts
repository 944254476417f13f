import { atLeast } from '../../../context.ts'
import type { Condition } from '../condition.ts'
import type { Check } from './check.ts'

type MentionAll = Extract<Condition, { kind: 'mention-all' }>

/** The ways in which people call everybody, as adapters hand them on: Slack's `<!channel>` arrives as `@channel`. */
const everybody = /[@＠]\s?(?:所有人|全体成员|全体|全员|大家|(?:all|everyone|everybody|channel|here)(?![\w.-]))/iu

export function mentionsAll(text: string): boolean {
  return everybody.test(text)
}

/** Whoever may not call everybody, or has called often enough today. */
export function callsAll({ mayAtLeast, perDay }: Pick<MentionAll, 'mayAtLeast' | 'perDay'>): Check {
  return (said, lately) => {
    if (!said.mentionsAll) return null
    const { index = 0, 0: { length } = '' } = everybody.exec(said.text) ?? {}
    const ranges = length > 0 ? [{ from: index, to: index + length }] : []
    if (!atLeast(said.role, mayAtLeast)) return { ranges, what: ['role'] }
    const count = lately.calledAllToday + 1
    return count > perDay ? { ranges, what: [String(count)] } : null
  }
}
