/** Seen by nobody; what stands on either side of it does not act together. */
export const unseen = '\u200b'

/**
 * A member's words as they stand in a message: no mark, tag, mention, emoji or address in them acts. DingTalk takes a
 * backslash for it only here and there, so what would begin something is parted from the rest.
 */
export function neutral(text: string): string {
  // Where a line begins, lists, headings, quotes, rules and blocks of code do.
  return inLine(text).replaceAll(/^(?=[ \t]*(?:[-+=#>]|\d+[.)])| {4}|\t)/gm, unseen)
}

/** The same for words before which there is something in their line. */
export function inLine(text: string): string {
  return withoutAddresses(text.replaceAll(/[\\*_~`#>[\]<|!@&]/g, mark => mark + unseen))
}

/** For plain text, in which nothing acts but addresses, with or without their protocol. */
export function withoutAddresses(text: string): string {
  // First of all, lest their absence brings together what was apart.
  return text
    .replaceAll(controls, '')
    .replaceAll(/:(?=\/\/)/g, `:${unseen}`)
    .replaceAll(/(?<=[a-z\d-])\.(?=[a-z]{2})/gi, `.${unseen}`)
}

/** Everything that no client draws but tabs and line ends. */
const controls = /(?![\t\n])[\p{Cc}\p{Cs}]/gu
