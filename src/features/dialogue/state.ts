import type { Lang } from '../../base/words.ts'
import type { Form, FormValues, Input } from '../../content/content.ts'

/** A form that is being asked for input by input. */
export interface Dialogue {
  readonly id: string
  readonly lang: Lang
  readonly form: Form
  /** Input id → what was answered; empty for one that was skipped, and not there for one that is still open. */
  readonly answers: FormValues
  /** The input that is asked just now; null when all is answered and waits to be submitted. */
  readonly at: string | null
}

export type Answer = string | readonly string[]

/** The inputs that are to be answered as things stand, in order: those whose condition holds. */
export function askedInputs({ form, answers }: Pick<Dialogue, 'form' | 'answers'>): readonly Input[] {
  const asked = new Set<string>()
  for (const { id, when } of form.inputs) {
    if (when === undefined || (asked.has(when.input) && holds(when.is, answers[when.input]))) asked.add(id)
  }
  return form.inputs.filter(({ id }) => asked.has(id))
}

function holds(is: readonly string[], given: Answer = []): boolean {
  const texts = [given].flat()
  if (is.includes('*')) return texts.some(text => text !== '' && text !== '0' && text !== 'no')
  return texts.some(text => is.includes(text))
}

/** The input that is asked just now. */
export function current(dialogue: Dialogue): Input | null {
  return askedInputs(dialogue).find(({ id }) => id === dialogue.at) ?? null
}

/** What stands for an input if nothing is said about it: what was answered before, else what was filled in beforehand. */
export function standing({ answers }: Pick<Dialogue, 'answers'>, { id, initial }: Input): Answer | null {
  const given = answers[id]
  if (given !== undefined && given.length > 0) return given
  return initial === undefined || initial.length === 0 ? null : initial
}

/** Asks for the first input that is open. */
export function goOn<D extends Dialogue>(dialogue: D): D {
  const open = askedInputs(dialogue).find(({ id }) => dialogue.answers[id] === undefined)
  return { ...dialogue, at: open?.id ?? null }
}

export function answered<D extends Dialogue>(dialogue: D, id: string, answer: Answer): D {
  const answers = { ...dialogue.answers, [id]: answer }
  const inputs = dialogue.form.inputs.map(input => (input.id === id ? withoutFault(input) : input))
  return goOn({ ...dialogue, answers, form: { ...dialogue.form, inputs } })
}

function withoutFault({ fault: _, ...input }: Input): Input {
  return input
}

/** Asks for the input before the one that is asked now; from the end for the last one. Null when there is none. */
export function back<D extends Dialogue>(dialogue: D): D | null {
  const asked = askedInputs(dialogue)
  const here = asked.findIndex(({ id }) => id === dialogue.at)
  const before = asked[(here < 0 ? asked.length : here) - 1]
  return before === undefined ? null : { ...dialogue, at: before.id }
}

/** Leaves all that is open as it was filled in beforehand, or empty; stops where something must be answered. */
export function finish<D extends Dialogue>(dialogue: D): D {
  const next = goOn(dialogue)
  const input = current(next)
  if (input === null) return next
  const answer = standing(next, input)
  if (answer === null && input.required === true) return next
  return finish(answered(next, input.id, answer ?? ''))
}

/** The form came back with faults: what was answered stays, and what is faulty is asked again. */
export function mend<D extends Dialogue>(dialogue: D, form: Form): D {
  const faulty = new Set(form.inputs.flatMap(({ id, fault }) => (fault === undefined ? [] : [id])))
  const answers = Object.fromEntries(Object.entries(dialogue.answers).filter(([id]) => !faulty.has(id)))
  const inputs = form.inputs.map(input => {
    const given = dialogue.answers[input.id]
    return given === undefined || given.length === 0 ? input : { ...input, initial: given }
  })
  return goOn({ ...dialogue, form: { ...form, inputs }, answers })
}

/** What is submitted: the answers to what is asked as things stand, as if the form had been filled in. */
export function submitted(dialogue: Dialogue): FormValues {
  const given = askedInputs(dialogue).map(({ id }) => [id, dialogue.answers[id] ?? ''] as const)
  return Object.fromEntries(given.filter(([, answer]) => answer.length > 0))
}
