const marks = ['@', '＠']
/** What stands between a mention and what is said: a space of some kind, and people's commas. */
const parting = /^[\s,，:：、]+/
const ends = /^(?:[\s\p{P}]|$)/u

/**
 * Takes the mention of the bot out of what was said to it. WeCom sends it as words, and tells nowhere what the bot is called:
 * where we do not know it either, the first word of what is said in a group is taken for the mention.
 *
 * @param name - as people see it; may have spaces in it
 */
export function withoutMention(text: string, name: string | null, isGroup: boolean): string {
  const said = text.trim()
  if (name !== null) return withoutName(said, name, isGroup)
  return isGroup
    ? said
        .replace(/^[@＠]\S+/u, '')
        .replace(parting, '')
        .trim()
    : said
}

function withoutName(text: string, name: string, isGroup: boolean): string {
  const whole = cut(text, name, rest => ends.test(rest))
  // In a group it was mentioned for certain, be it without a space behind.
  const found = whole ?? (isGroup ? cut(text, name, () => true) : null)
  if (found === null) return text
  const { before, after } = found
  if (before !== '') return `${before}${after}`.trim()
  const rest = after.replace(parting, '')
  return startsWithMention(rest, name) ? withoutName(rest, name, false) : rest.trim()
}

/** Parts the text at the first mention of the name behind which it may end: somebody else's name may begin with ours. */
function cut(text: string, name: string, mayEnd: (rest: string) => boolean): { before: string; after: string } | null {
  for (const { index } of text.matchAll(/[@＠]/g)) {
    const after = text.slice(index + 1 + name.length)
    if (text.startsWith(name, index + 1) && mayEnd(after)) return { before: text.slice(0, index).trimEnd(), after }
  }
  return null
}

function startsWithMention(text: string, name: string): boolean {
  return marks.some(mark => text.startsWith(mark + name))
}
