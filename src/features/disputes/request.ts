/** What is asked of `/dispute`. */
export type DisputeRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'accept' | 'decline'; readonly number: number; readonly rest: string }
  | { readonly kind: 'raise'; readonly text: string }

const accept = /^(?:accept|接受|同意|认可)[\s:：]*#?\s*(\d{1,9})(?!\d)\s*(.*)$/is
const decline = /^(?:decline|reject|驳回|拒绝|不同意|不接受)[\s:：]*#?\s*(\d{1,9})(?!\d)\s*(.*)$/is

export function readRequest(typed: string): DisputeRequest {
  const text = typed.normalize('NFKC').trim()
  if (/^(?:|list|列表|全部|查看)$/i.test(text)) return { kind: 'list' }
  for (const [kind, words] of [['accept', accept] as const, ['decline', decline] as const]) {
    const [, number, rest = ''] = words.exec(text) ?? []
    if (number !== undefined) return { kind, number: Number(number), rest: rest.trim() }
  }
  return { kind: 'raise', text }
}
