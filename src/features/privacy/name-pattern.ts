/** How a name stands in a column: as the whole text or part of one, or within JSON as the database writes it. */
export type Shape = 'text' | 'json'

/**
 * A regular expression of PostgreSQL that finds a name and none of the `longer` names in which it also stands: erasing 张三
 * leaves 张三丰 whole, erasing Li leaves List. A name of one letter is found only where nothing else stands beside it.
 */
export function namePattern(name: string, longer: readonly string[], shape: Shape): string {
  const found = literal(name, shape)
  if ([...name].length < 2) return shape === 'json' ? `(?<=")${found}(?=")` : `^${found}$`
  const before = isLetter(name.at(0)) ? '(?<![A-Za-z0-9])' : ''
  const after = isLetter(name.at(-1)) ? '(?![A-Za-z0-9])' : ''
  const guards = longer.flatMap(other => placesOf(name, other).map(at => guard(name, other, at, shape)))
  return `${before}${[...new Set(guards)].join('')}${found}${after}`
}

/** True unless the longer name stands around this place. */
function guard(name: string, longer: string, at: number, shape: Shape): string {
  const isNotAfter = `(?<!${literal(longer.slice(0, at), shape)})`
  const isNotBefore = `(?!${literal(longer.slice(at), shape)})`
  if (at === 0) return isNotBefore
  return at + name.length === longer.length ? isNotAfter : `(?:${isNotAfter}|${isNotBefore})`
}

function placesOf(name: string, longer: string): readonly number[] {
  const places: number[] = []
  for (let at = longer.indexOf(name); at >= 0; at = longer.indexOf(name, at + 1)) places.push(at)
  return places
}

/** Where case does not count PostgreSQL misses letters that are of neither case, as ǅ, but not in a range between the two. */
function literal(text: string, shape: Shape): string {
  const written = shape === 'json' ? JSON.stringify(text).slice(1, -1) : text
  return written
    .replaceAll(/[^\p{L}\p{N}\s]/gu, letter => `\\${letter}`)
    .replaceAll(/[ǅǈǋǲ]/g, letter => `[${letter.toUpperCase()}-${letter.toLowerCase()}]`)
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[A-Za-z0-9]/.test(letter)
}
