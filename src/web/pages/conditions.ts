import type { FormValues, Input } from '../../content/content.ts'

const nothing: ReadonlySet<string> = new Set(['', '0', 'no'])

/** Whether an input is to be shown, given what the others hold; one that hangs on a hidden one is hidden too. */
export function isAsked(input: Input, inputs: readonly Input[], values: FormValues): boolean {
  const { when } = input
  if (when === undefined) return true
  const other = inputs.find(it => it.id === when.input)
  // An input can only hang on an earlier one; otherwise two could hang on each other.
  if (other === undefined || inputs.indexOf(other) >= inputs.indexOf(input)) return false
  return isAsked(other, inputs, values) && textsOf(values[other.id]).some(text => holds(when.is, text))
}

function textsOf(value: string | readonly string[] = ''): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function holds(is: readonly string[], text: string): boolean {
  return is.includes(text) || (is.includes('*') && !nothing.has(text.trim()))
}
