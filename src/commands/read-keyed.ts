/** What somebody typed after a command: what comes first, and `key=value` pairs whose values may hold spaces. */
export interface Keyed<K extends string> {
  readonly head: string
  readonly values: Readonly<Partial<Record<K, string>>>
}

/**
 * Reads `most revenue prize=two cinema tickets name=sprint`: a value goes on to the next key. Each key has several
 * spellings, in small letters; a word before a `=` that is no key stays where it is. Full-width forms count as usual ones, and
 * are written so in what is answered unless it is to stay `as-typed`.
 */
export function readKeyed<K extends string>(
  text: string,
  keys: Readonly<Record<K, readonly string[]>>,
  spelling: 'usual' | 'as-typed' = 'usual',
): Keyed<K> {
  const plain = (spelling === 'usual' ? text.normalize('NFKC') : text).trim()
  const names = new Map<string, K>()
  for (const key in keys) for (const name of keys[key]) names.set(name, key)
  const marks = [...plain.matchAll(/(?<=^|\s)([^\s=＝]+)\s?[=＝]/gu)].flatMap(found => {
    const key = names.get((found[1] ?? '').normalize('NFKC').toLowerCase())
    return key === undefined ? [] : [{ key, from: found.index, to: found.index + found[0].length }]
  })
  const values: Partial<Record<K, string>> = {}
  for (const [at, { key, to }] of marks.entries()) values[key] = plain.slice(to, marks[at + 1]?.from).trim()
  return { head: plain.slice(0, marks[0]?.from).trim(), values }
}
