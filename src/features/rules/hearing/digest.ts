const offset = 0x811c9dc5

/** 30 bits that are rarely the same for two texts: FNV-1a, from another beginning with another `seed`. Nothing to hide by. */
export function digestOf(text: string, seed = offset): number {
  let digest = seed
  for (let at = 0; at < text.length; at++) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193)
  return digest >>> 2
}
