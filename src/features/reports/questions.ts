import type { Ask, Guess, LineReading, Unknown } from './line/reading.ts'

type Values = Readonly<Record<string, number>>

/** One answer that a tap gives: numbers to record, or words to keep as a note. */
export type Option = { readonly set: Values } | { readonly note: string }

/** Something in a typed line that is asked rather than guessed. `text` is its wording. */
export interface Question {
  readonly text: string
  readonly kind: Ask['question'] | 'unknown' | 'guess'
  /** The metric that it is about, as far as is known. */
  readonly metric: string | null
  readonly options: readonly Option[]
}

/** In the order of the line. `thousands`: how a bare small amount is usually meant, 1e4 for 万 and 1e3 for k. */
export function questionsOf(reading: LineReading, thousands: 1e4 | 1e3): readonly Question[] {
  const asked = [
    ...reading.asks.map(ask => ({ start: ask.start, question: ofAsk(ask, thousands) })),
    ...reading.unknowns.map(unknown => ({ start: unknown.start, question: ofUnknown(unknown) })),
    ...reading.guesses.map(guess => ({ start: guess.start, question: ofGuess(guess) })),
  ]
  return asked.toSorted((a, b) => a.start - b.start).map(({ question }) => question)
}

function ofAsk(ask: Ask, thousands: number): Question {
  return { text: ask.text, kind: ask.question, metric: ask.metric, options: optionsOf(ask, thousands) }
}

function optionsOf(ask: Ask, thousands: number): readonly Option[] {
  switch (ask.question) {
    case 'count-of-amount':
      return numbers(ask.metric, [1, 2, 3])
    case 'count-or-amount':
      return [{ set: { [ask.metric]: 1, [ask.amountKey]: ask.value } }, { set: { [ask.metric]: ask.value } }]
    case 'conflict':
      return numbers(ask.metric, ask.values)
    case 'fraction':
      return numbers(ask.metric, [Math.floor(ask.value), Math.ceil(ask.value)])
    case 'amount-unit':
      return numbers(ask.metric, [ask.value * thousands, ask.value])
    case 'approximate':
    case 'implausible':
    case 'unit':
      return numbers(ask.metric, [ask.value])
  }
}

function ofUnknown({ text, value, nearest }: Unknown): Question {
  const options: readonly Option[] = [...(nearest === undefined ? [] : numbers(nearest, [value])), { note: text }]
  return { text, kind: 'unknown', metric: nearest ?? null, options }
}

function ofGuess({ text, metric, value }: Guess): Question {
  return { text, kind: 'guess', metric, options: numbers(metric, [value]) }
}

function numbers(metric: string, values: readonly number[]): readonly Option[] {
  return [...new Set(values)].map(value => ({ set: { [metric]: value } }))
}
