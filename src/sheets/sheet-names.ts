const longest = 31

/** Names as Excel takes them, each once: members may share a name, and call themselves whatever they like. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map(name => {
    const clean = name.replaceAll(/[[\]/\\:*?\p{Cc}]+|^'|'$/gu, ' ').trim() || '–'
    let unique = cut(clean, longest)
    // Excel tells no case apart.
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${cut(clean, longest - 5)} (${n})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** Never between the halves of a sign. */
function cut(text: string, most: number): string {
  let kept = ''
  for (const sign of text) {
    if (kept.length + sign.length > most) break
    kept += sign
  }
  return kept.trim()
}
