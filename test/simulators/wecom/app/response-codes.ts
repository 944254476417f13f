import type { Message } from '../corp.ts'

const lifeMs = 72 * 3_600_000

/** Codes by which cards of the app can be changed: each once, within three days. */
export interface ResponseCodes {
  issue(messages: readonly Message[]): string
  /** The messages whose card it changes; null when it is unknown, used or too old. */
  take(code: string): readonly Message[] | null
}

export function createResponseCodes(now: () => Date, newId: (prefix: string) => string): ResponseCodes {
  const codes = new Map<string, { readonly messages: readonly Message[]; readonly at: Date }>()
  return {
    issue(messages) {
      const code = newId('code')
      codes.set(code, { messages, at: now() })
      return code
    },
    take(code) {
      const known = codes.get(code)
      codes.delete(code)
      return known !== undefined && now().getTime() - known.at.getTime() < lifeMs ? known.messages : null
    },
  }
}
