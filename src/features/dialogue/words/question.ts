import type { Words } from '../../../base/words.ts'
import { code, content, list, quiet, strong, text } from '../../../content/build.ts'
import type { Block, Content, Input } from '../../../content/content.ts'
import { colon } from '../../../content/plain.ts'
import type { Control } from '../controls.ts'
import { askedInputs, current, type Dialogue, standing } from '../state.ts'
import { areButtons, choiceButtons, choicesOf, ways } from './buttons.ts'
import { shown } from './shown.ts'
import { summary } from './summary.ts'

/** What comes before the question. */
export interface Before {
  /** Why the last answer was not taken. */
  readonly fault?: Words
  /** The dialogue begins, or is taken up again. */
  readonly opens?: 'begin' | 'resume'
  /** The title of the form that it replaces. */
  readonly replaces?: string | null
}

/** Asks for the input whose turn it is; with none left, for the word to submit. */
export function question(dialogue: Dialogue, before: Before = {}): Content {
  const { lang } = dialogue
  const input = current(dialogue)
  const first = [...opening(dialogue, before), before.fault ? text('⚠️ ', before.fault[lang]) : null]
  return content(lang, ...first, ...(input === null ? summary(dialogue) : asking(dialogue, input, before)))
}

/** Its first line is all that a group reads where we cannot write to the person alone. */
function opening({ form, lang }: Dialogue, { opens, replaces }: Before): readonly (Block | null)[] {
  if (opens === undefined) return []
  const w = {
    zh: {
      begin: [strong(form.title), '：我在私聊里一项一项问；中途停下也行，发 ', code('/填写'), ' 接着填。'],
      resume: ['接着填 ', strong(form.title), '。'],
      replaces: `“${replaces}”没填完，先放下了。`,
    },
    en: {
      begin: [
        strong(form.title),
        ': I ask in our direct chat, one by one; stop when you like, ',
        code('/fill'),
        ' goes on.',
      ],
      resume: ['On with ', strong(form.title), '.'],
      replaces: `“${replaces}” was not finished and is put aside.`,
    },
  }[lang]
  return [text(...w[opens]), replaces == null ? null : quiet(w.replaces)]
}

function asking(dialogue: Dialogue, input: Input, { fault }: Before): readonly (Block | null)[] {
  const { lang } = dialogue
  const asked = askedInputs(dialogue)
  const place = asked.findIndex(({ id }) => id === input.id)
  const choices = choicesOf(input, lang)
  const drawn = areButtons(input, choices)
  const now = standing(dialogue, input)
  const w = { zh: { optional: '选填', now: '现在是' }, en: { optional: 'optional', now: 'Now' } }[lang]
  return [
    input.fault === undefined || fault !== undefined ? null : text('⚠️ ', input.fault),
    text(
      { t: 'text', text: `${place + 1}/${asked.length} `, style: 'quiet' },
      strong(input.label),
      input.required === true
        ? ''
        : { t: 'text', text: { zh: `（${w.optional}）`, en: ` (${w.optional})` }[lang], style: 'quiet' },
    ),
    input.hint === undefined ? null : quiet(input.hint),
    drawn
      ? null
      : spelledOut(
          input,
          choices.map(({ name }) => name),
        ),
    now === null ? null : text(`${w.now}${colon(lang)}`, shown(input, now, lang)),
    ...ways(dialogue, drawn ? choiceButtons(dialogue, input, choices) : [], openControls(dialogue, input, place > 0)),
  ]
}

/** A scale is its own numbers. */
function spelledOut({ kind }: Input, names: readonly string[]): Block | null {
  if (kind === 'scale') return quiet(`${names[0]} – ${names.at(-1)}`)
  return list(names.map((name, at) => [`${at + 1} ${name}`]))
}

/** The most wanted first: a card has little room. */
function openControls(dialogue: Dialogue, input: Input, hasBefore: boolean): readonly Control[] {
  const stands = standing(dialogue, input) !== null
  const optional = input.required !== true
  return [
    ...(stands ? (['keep'] as const) : []),
    ...(optional && !stands ? (['skip'] as const) : []),
    'cancel',
    ...(hasBefore ? (['back'] as const) : []),
    ...(optional && stands ? (['clear'] as const) : []),
  ]
}
