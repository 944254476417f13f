import type { Lang } from '../../base/words.ts'
import type { Content, FormValues } from '../../content/content.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** By the team's id. */
  readonly roles: Readonly<Record<string, string>>
}

export interface Group {
  readonly id: string
  readonly name: string
  readonly team: { readonly id: string; readonly name: string; readonly zone: string; readonly lang: Lang } | null
}

export interface Message {
  readonly id: string
  /** A person's id, or `bot`. */
  readonly from: string
  /** Who alone sees it. */
  readonly to?: string
  readonly at: string
  readonly text: string
  readonly content: Content | null
  readonly revision: number
  readonly recalled: boolean
}

export interface ClockView {
  readonly now: string
  readonly zone: string
  readonly day: { readonly work: boolean | 'unknown'; readonly reason: string; readonly name?: string } | null
  readonly next: { readonly at: string; readonly what: string } | null
  readonly travelling: boolean
}

export interface Foreseen {
  readonly at: string
  readonly to: { readonly kind: 'group' | 'person'; readonly name?: string }
  readonly why: string | null
  readonly text: string
}

export interface Preview {
  /** The moment that a name such as `friday-17` stands for. */
  readonly until: string
  readonly messages: readonly Foreseen[]
  readonly complete: boolean
}

/** A moment with its offset, or one that the team's calendar knows by name. */
export type Target = string

/** `code` is the server's, or `offline` when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export const api = {
  people: () => call<{ people: readonly Person[] }>('people'),
  groups: () => call<{ channels: readonly Group[] }>('channels'),
  clock: (lang: Lang) => call<ClockView>(`clock?lang=${lang}`),
  messages: (asked: { channel: string; viewer: string; after?: string }) =>
    call<{ messages: readonly Message[]; cursor: string }>(`messages?${new URLSearchParams({ ...asked })}`),
  say: (words: { as: string; channel: string; text: string; eventId: string }) => call('messages', words),
  act: (action: { as: string; messageId: string; actionId: string; value?: string; values?: FormValues }) =>
    call('actions', action),
  preview: (until: Target, lang: Lang) => call<Preview>(`preview?${new URLSearchParams({ until, lang })}`),
  travel: (to: Target, lang: Lang) => call<ClockView>(`clock?lang=${lang}`, { to }),
  stream: (viewer: string) => new EventSource(`/room/api/stream?${new URLSearchParams({ viewer })}`),
}

/** Throws ApiError. */
async function call<T>(path: string, body?: object): Promise<T> {
  const response = await reach(`/room/api/${path}`, body)
  const answer = await response.json().catch(() => null)
  if (response.ok && answer !== null) return answer
  const { code = 'internal', message = response.statusText } = answer?.error ?? {}
  throw new ApiError(code, message)
}

async function reach(url: string, body: object | undefined): Promise<Response> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    return await fetch(url, body && post)
  } catch (cause) {
    throw new ApiError('offline', String(cause))
  }
}
