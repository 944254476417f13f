import type { Verdict } from './judge.ts'
import type { Ask, LineReading, Value } from './reading.ts'

/** Sorts verdicts into lists, in the order of the line, and turns metrics that are given more than once into conflicts. */
export function settle(verdicts: readonly Verdict[]): Pick<LineReading, 'values' | 'asks' | 'refused' | 'guesses'> {
  const given = Map.groupBy(
    verdicts.flatMap(verdict => (verdict.is === 'value' ? [verdict.value] : [])),
    value => value.key,
  )
  const asks = verdicts.flatMap(verdict => (verdict.is === 'ask' ? [verdict.ask] : []))
  const open = asks.filter(ask => ask.question !== 'count-of-amount' || !given.has(ask.metric))
  const conflicts = [...given.values()].flatMap(conflictOf)
  return {
    values: [...given.values()].flatMap(values => (values.length === 1 ? values : [])),
    asks: [...open, ...conflicts].toSorted((a, b) => a.start - b.start),
    refused: verdicts.flatMap(verdict => (verdict.is === 'refused' ? [verdict.refusal] : [])),
    guesses: verdicts.flatMap(verdict => (verdict.is === 'guess' ? [verdict.guess] : [])),
  }
}

/** Stands where the metric is given last. */
function conflictOf(values: readonly Value[]): readonly Ask[] {
  const last = values.at(-1)
  if (last === undefined || values.length < 2) return []
  const { key, text, start, end } = last
  return [{ question: 'conflict', metric: key, values: values.map(({ value }) => value), text, start, end }]
}
