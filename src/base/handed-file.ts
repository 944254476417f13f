/** The largest file that people may hand to us: the most that every platform takes from us in turn. */
export const mostFileBytes = 20 * 1024 * 1024

/** A name under which anybody may save it: no path, nothing unseen, and short enough for any disk. */
export function safeFileName(filename: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z\d]{1,8})?$/isu.exec(filename.toWellFormed()) ?? []
  const clean = stem.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|\s]+/gu, ' ').trim()
  return `${[...clean].slice(0, 60).join('') || 'file'}${ending}`
}
