import type { Lang } from '../../../base/words.ts'
import { actions, code, quiet } from '../../../content/build.ts'
import type { Block, Button, Input } from '../../../content/content.ts'
import { type Control, controlWord } from '../controls.ts'
import type { AnswerPress, ControlPress } from '../press.ts'
import type { Dialogue } from '../state.ts'
import { yesNo } from './shown.ts'

/** More than these no card of any platform holds. */
const MOST = 6
/** Buttons stand side by side: longer names are a list. */
const LONGEST_NAME = 12

interface Choice {
  readonly value: string
  readonly name: string
}

/** The answers to pick from, in the order of their numbers. */
export function choicesOf({ kind, options = [], scale }: Input, lang: Lang): readonly Choice[] {
  switch (kind) {
    case 'yes-no':
      return (['yes', 'no'] as const).map(value => ({ value, name: yesNo(value, lang) }))
    case 'choice':
    case 'choices':
      return options.map(({ value, label }) => ({ value, name: label }))
    case 'scale': {
      const { from, to } = scale ?? { from: 1, to: 5 }
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String(from + step)).map(value => ({
        value,
        name: value,
      }))
    }
    default:
      return []
  }
}

/** Whether they are buttons; where not, they are told in words. Of `choices` one button would be all that is picked. */
export function areButtons({ kind }: Input, choices: readonly Choice[]): boolean {
  const room = MOST - 1
  return kind !== 'choices' && choices.length <= room && choices.every(({ name }) => name.length <= LONGEST_NAME)
}

/** A choice's button bears its number, so that the number can be typed. */
export function choiceButtons(dialogue: Dialogue, input: Input, choices: readonly Choice[]): readonly Button[] {
  return choices.map(({ value, name }, at) => {
    const press: AnswerPress = { d: dialogue.id, i: input.id, v: value }
    const words = input.kind === 'scale' ? name : String(at + 1)
    const label = words === name ? name : `${words} ${name}`
    return { id: 'dialogue.answer', label, words, value: JSON.stringify(press) }
  })
}

/** The choices and as many of the other ways on as a card has room for; the rest of them in words. */
export function ways(
  dialogue: Dialogue,
  choices: readonly Button[],
  open: readonly Control[],
): readonly (Block | null)[] {
  const room = MOST - choices.length
  const { lang } = dialogue
  const rest = open.slice(room).map(control => controlWord(control, lang))
  return [
    actions(...choices, ...open.slice(0, room).map(control => controlButton(dialogue, control))),
    rest.length === 0
      ? null
      : quiet(
          { zh: '也可以说：', en: 'You can also say: ' }[lang],
          ...rest.flatMap((word, at) => (at === 0 ? [code(word)] : [' · ', code(word)])),
        ),
  ]
}

function controlButton({ id, at, form, lang }: Dialogue, control: Control): Button {
  const words = controlWord(control, lang)
  const press: ControlPress = { d: id, c: control, ...(at !== null && { i: at }) }
  const label = control === 'submit' ? form.submit : words.replace(/^[a-z]/, letter => letter.toUpperCase())
  const style = control === 'submit' ? { style: 'primary' as const } : {}
  return { id: 'dialogue.control', label, words, value: JSON.stringify(press), ...style }
}
