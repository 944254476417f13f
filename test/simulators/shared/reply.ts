/** How a platform's side answers an HTTP request, or does not. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string | Uint8Array
    }
  | { readonly kind: 'hang' }
  /** Cuts the connection instead of answering. */
  | { readonly kind: 'drop' }

export function jsonReply(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reply {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  return { kind: 'answer', status, headers: { ...type, ...headers }, body: JSON.stringify(body) }
}
