/**
 * Full-width forms to half-width and A–Z to a–z, one unit for one unit: an index into the folded text is an index into the
 * original, which keeps its own spelling for whoever reads the rest.
 */
export function fold(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, wideForm => String.fromCharCode(wideForm.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll(/[A-Z]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 32))
}

/** What a message opens with, once marks that nobody sees are gone. */
export interface Opening {
  /** `loose`: a slash, but one that is also typed for other reasons: `、` or with a space after it. */
  readonly slash: 'none' | 'plain' | 'loose'
  readonly body: string
}

const unseen = '[\\s\\u200b-\\u200f\\u2060\\ufeff]*'
const start = new RegExp(`^${unseen}([/／、]?)(${unseen})`)

/** With these some platforms keep apart what would act as a mark; whoever copies words from there brings them along. */
const spacers = /[\u200b\u2060\ufeff]/g

export function readOpening(text: string): Opening {
  const typed = text.replaceAll(spacers, '')
  const [whole = '', slash = '', space = ''] = start.exec(typed) ?? []
  return { slash: slashKind(slash, space), body: typed.slice(whole.length).trimEnd() }
}

function slashKind(slash: string, space: string): Opening['slash'] {
  if (slash === '') return 'none'
  return slash === '、' || space !== '' ? 'loose' : 'plain'
}
