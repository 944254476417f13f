/**
 * The name in a `content-disposition`, or null where there is none: bare of its path and of what cannot be seen. Some write it
 * as the standard has it, some in percents where it says none, some as bare bytes.
 */
export function filenameIn(disposition: string | null): string | null {
  if (disposition === null) return null
  const [, extended] = /filename\*\s*=\s*"?utf-8'[^']*'([^;"\s]+)/i.exec(disposition) ?? []
  const [, quoted, bare] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(disposition) ?? []
  const named = extended ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
  if (named === undefined) return null
  const last = withoutPercents(asText(named)).split(/[/\\]/).at(-1) ?? ''
  const seen = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return seen === '' ? null : seen
}

/** A header's bytes come as one letter each. */
function asText(bytes: string): string {
  if (!/^[\0-\xff]*[\x80-\xff][\0-\xff]*$/.test(bytes)) return bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'))
  } catch {
    // These letters were meant.
    return bytes
  }
}

function withoutPercents(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // A name with a percent of its own.
    return name
  }
}
