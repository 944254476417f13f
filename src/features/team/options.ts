/** What somebody typed after a command: plain words, and `key=value` pairs in any order among them. */
export interface Typed {
  readonly words: readonly string[]
  /** Keys in small letters. */
  readonly options: ReadonlyMap<string, string>
}

/** Full-width characters count as their usual ones. A value cannot hold spaces. */
export function readOptions(text: string): Typed {
  const words: string[] = []
  const options = new Map<string, string>()
  for (const token of text.normalize('NFKC').split(/\s+/)) {
    const at = token.indexOf('=')
    if (at > 0) options.set(token.slice(0, at).toLowerCase(), token.slice(at + 1))
    else if (token !== '') words.push(token)
  }
  return { words, options }
}

/** Gives every spelling of a key its one name; what has none is answered as unknown. */
export function renameKeys(
  options: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): { readonly known: Readonly<Record<string, string>>; readonly unknown: readonly string[] } {
  const known: Record<string, string> = {}
  const unknown: string[] = []
  for (const [key, value] of options) {
    const name = names.get(key)
    if (name === undefined) unknown.push(key)
    else known[name] = value
  }
  return { known, unknown }
}
