import { isDeepStrictEqual } from 'node:util'
import type { Words } from '../../base/words.ts'
import type { LocalTime } from '../../calendar/dates.ts'
import { isWithin } from '../nudges/quiet-hours.ts'
import { foldPattern, hostCovers } from './compare.ts'
import type { Condition } from './condition.ts'
import { listenAlike } from './overlap.ts'
import type { RuleDefinition } from './rule.ts'
import { titleOf } from './titles.ts'

/** Two rules that cannot hold together, or a rule and a time at which something is asked of people. */
export interface Contradiction {
  /** Of the rules; one alone where it is at odds with what is asked. */
  readonly keys: readonly string[]
  readonly words: Words
}

/** Something that is to be handed in by a time of day. */
export interface Asked {
  readonly name: Words
  readonly until: LocalTime
}

/** What cannot hold together among rules that all hold, and with what is asked of people. Each pair is told once. */
export function contradictions(
  rules: readonly RuleDefinition[],
  asked: readonly Asked[] = [],
): readonly Contradiction[] {
  const pairs = rules.flatMap((one, at) => rules.slice(at + 1).map(other => [one, other] as const))
  return [
    ...pairs.flatMap(([one, other]) => {
      const words = betweenTwo(one, other) ?? betweenTwo(other, one)
      return words ? { keys: [one.key, other.key], words } : []
    }),
    ...rules.flatMap(rule => {
      // Who hands something in speaks to the bot: silence among people is no matter for that.
      const late = rule.listens.to === 'talk' ? undefined : asked.find(({ until }) => forbidsAt(rule, until))
      return late ? { keys: [rule.key], words: silencedAt(rule, late) } : []
    }),
  ]
}

function betweenTwo(one: RuleDefinition, other: RuleDefinition): Words | null {
  if (one.when.kind === 'report-form' && one.when.until !== undefined && forbidsAt(other, one.when.until)) {
    return silencedAt(other, { name: { zh: titleOf(one, 'zh'), en: titleOf(one, 'en') }, until: one.when.until })
  }
  if (!listenAlike(one.listens, other.listens)) return null
  if (one.when.kind === 'links' && other.when.kind === 'links') return aboutLinks(one, one.when, other, other.when)
  if (one.when.kind === 'routing' && other.when.kind === 'routing') return aboutDoors(one, one.when, other, other.when)
  if (one.when.kind === 'wording' && other.when.kind === 'wording')
    return one.when.list === other.when.list ? twice(one, other) : null
  return isDeepStrictEqual(one.when, other.when) ? twice(one, other) : null
}

/** It allows no message before that time is there. */
function forbidsAt({ when, listens: { hours } }: RuleDefinition, time: LocalTime): boolean {
  return when.kind === 'anything' && hours !== undefined && hours.from !== time && isWithin(hours, time)
}

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>

function aboutLinks(
  one: RuleDefinition,
  { allowed }: Of<'links'>,
  other: RuleDefinition,
  { allowed: also }: Of<'links'>,
) {
  const disputed = allowed.find(host => !also.some(known => hostCovers(known, host)))
  if (disputed === undefined) return isDeepStrictEqual(allowed, also) ? twice(one, other) : null
  return inBoth(one, other, {
    zh: (a, b) => `“${a}”允许 ${disputed} 的链接，“${b}”不允许`,
    en: (a, b) => `"${a}" allows links to ${disputed}, "${b}" does not`,
  })
}

function aboutDoors(one: RuleDefinition, way: Of<'routing'>, other: RuleDefinition, otherWay: Of<'routing'>) {
  const theirs = new Set(otherWay.patterns.map(foldPattern))
  const disputed = way.patterns.find(pattern => theirs.has(foldPattern(pattern)))
  if (disputed === undefined) return null
  if (way.to === otherWay.to) return twice(one, other)
  return inBoth(one, other, {
    zh: (a, b) => `提到“${disputed}”时，“${a}”和“${b}”指的是两个不同的去处`,
    en: (a, b) => `for "${disputed}", "${a}" and "${b}" point to different doors`,
  })
}

/** The same is looked for in the same messages: people would hear of it twice, in one manner or in two. */
function twice(one: RuleDefinition, other: RuleDefinition): Words {
  const same = isDeepStrictEqual(one.manners, other.manners)
  return inBoth(one, other, {
    zh: (a, b) => `“${a}”和“${b}”管的是同一件事${same ? '，会提醒两遍' : '，做法却不一样'}`,
    en: (a, b) =>
      `"${a}" and "${b}" look for the same${same ? ', so it would be said twice' : ' and do different things about it'}`,
  })
}

function silencedAt(rule: RuleDefinition, { name, until }: Asked): Words {
  return {
    zh: `“${titleOf(rule, 'zh')}”在 ${until} 不让说话，而“${name.zh}”的截止正是 ${until}`,
    en: `"${titleOf(rule, 'en')}" wants silence at ${until}, which is when "${name.en}" is due`,
  }
}

function inBoth(
  one: RuleDefinition,
  other: RuleDefinition,
  words: { readonly zh: (a: string, b: string) => string; readonly en: (a: string, b: string) => string },
): Words {
  return {
    zh: words.zh(titleOf(one, 'zh'), titleOf(other, 'zh')),
    en: words.en(titleOf(one, 'en'), titleOf(other, 'en')),
  }
}
