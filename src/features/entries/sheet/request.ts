/** What is asked of `/record import`. */
export type SheetRequest = { readonly kind: 'paste'; readonly text: string } | { readonly kind: 'record' | 'drop' }

const word = /^(?:导入|import)(?=[\s:：]|$|确认|取消)[^\S\r\n]*[:：]?/i

/** Null for anything that does not ask for an import. */
export function readSheetRequest(typed: string): SheetRequest | null {
  const [said] = word.exec(typed) ?? []
  if (said === undefined) return null
  // Spaces within the first line may be tabs before an empty cell; only blank lines before it go.
  const text = typed
    .slice(said.length)
    .replace(/^\s*[\r\n]/, '')
    .trimEnd()
  const asked = text.normalize('NFKC').trim()
  if (/^(?:确认|记下|记录|是|好|confirm|record|yes|ok)$/i.test(asked)) return { kind: 'record' }
  if (/^(?:取消|不导入|不要|算了|cancel|discard|no)$/i.test(asked)) return { kind: 'drop' }
  return { kind: 'paste', text }
}
