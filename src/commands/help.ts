import type { Words } from '../base/words.ts'

/** What help needs to know of a command. `L` is the house's role. */
export interface Explained<L> {
  readonly name: string
  readonly words: readonly string[]
  readonly summary: Words
  readonly example: Words
  readonly least: L
  readonly everyday?: boolean
  readonly also?: readonly Further[]
}

/** Another thing that can be typed after a command's word. */
export interface Further {
  readonly what: Words
  readonly example: Words
  /** There is nothing to it where no mail can be sent. */
  readonly byMail?: true
}

/** A command as its reader finds it. */
export interface HelpRow {
  readonly name: string
  /** All words that call it, without a slash. */
  readonly words: readonly string[]
  /** The one to teach, in each language. */
  readonly word: Words
  readonly summary: Words
  readonly example: Words
  /** People use it on most days. */
  readonly everyday: boolean
  /** What its own help tells besides. */
  readonly also: readonly Further[]
}

/** The commands that `may` allows, in the order of the catalogue. */
export function helpRows<L>(catalogue: readonly Explained<L>[], may: (least: L) => boolean): readonly HelpRow[] {
  return catalogue.filter(command => may(command.least)).map(helpRow)
}

function helpRow({ name, words, summary, example, everyday = false, also = [] }: Explained<unknown>): HelpRow {
  const zh = words.find(word => /\p{Script=Han}/u.test(word)) ?? name
  return { name, words, word: { zh, en: name }, summary, example, everyday, also }
}
