import type { Words } from '../../base/words.ts'
import type { Utterance } from '../feature.ts'
import { type Control, readControl } from './controls.ts'
import { readAnswer } from './read-answer.ts'
import { answered, askedInputs, back, current, type Dialogue, finish, standing } from './state.ts'
import { cannot } from './words/refusals.ts'

/** What follows from what somebody said or pressed while a dialogue is open. */
export type Step<D> =
  | { readonly do: 'ask'; readonly dialogue: D; readonly fault?: Words }
  | { readonly do: 'submit' }
  | { readonly do: 'cancel' }
  /** It was meant for somebody else; the dialogue waits. */
  | { readonly do: 'nothing' }

/**
 * A sure command is always obeyed. What is a command only perhaps is one where it is no answer: at a question that takes
 * any words it is the answer, or `leave early tomorrow` would take leave.
 */
export function stepOf<D extends Dialogue>(dialogue: D, said: Utterance, today: string): Step<D> {
  if (said.command === 'sure') return { do: 'nothing' }
  const control = readControl(said.text)
  if (control !== null) return controlled(dialogue, control)
  const input = current(dialogue)
  if (input === null) return said.command === 'perhaps' ? { do: 'nothing' } : picked(dialogue, said.text)
  const step = taken(dialogue, input.id, said.text, today)
  return said.command === 'perhaps' && 'fault' in step ? { do: 'nothing' } : step
}

/** Takes an answer to an input that is asked, now or before. */
export function taken<D extends Dialogue>(dialogue: D, id: string, text: string, today: string): Step<D> {
  const input = askedInputs(dialogue).find(one => one.id === id)
  if (input === undefined) return { do: 'ask', dialogue }
  const read = readAnswer(input, text, today)
  if (!read.ok) return { do: 'ask', dialogue, fault: read.words }
  return { do: 'ask', dialogue: answered(dialogue, id, read.answer) }
}

export function controlled<D extends Dialogue>(dialogue: D, control: Control): Step<D> {
  const input = current(dialogue)
  const ask = (next: D | null, fault: Words): Step<D> =>
    next === null ? { do: 'ask', dialogue, fault } : { do: 'ask', dialogue: next }
  switch (control) {
    case 'cancel':
      return { do: 'cancel' }
    case 'back':
      return ask(back(dialogue), cannot.back)
    case 'submit': {
      if (input === null) return { do: 'submit' }
      const finished = finish(dialogue)
      return { do: 'ask', dialogue: finished, ...(finished.at !== null && { fault: cannot.submit }) }
    }
    case 'keep':
    case 'skip':
    case 'clear': {
      if (input === null) return { do: 'ask', dialogue }
      const left = control === 'clear' ? null : standing(dialogue, input)
      if (left !== null) return ask(answered(dialogue, input.id, left), cannot.keep)
      if (control === 'keep') return ask(null, cannot.keep)
      return ask(input.required === true ? null : answered(dialogue, input.id, ''), cannot.skip)
    }
  }
}

/** At the summary a number names the input to change. */
function picked<D extends Dialogue>(dialogue: D, text: string): Step<D> {
  const number = /^\s*(\d{1,3})\s*$/.exec(text.normalize('NFKC'))?.[1]
  if (number === undefined) return { do: 'ask', dialogue }
  const input = askedInputs(dialogue)[Number(number) - 1]
  return input === undefined
    ? { do: 'ask', dialogue, fault: cannot.number }
    : { do: 'ask', dialogue: { ...dialogue, at: input.id } }
}
