import type { Lang } from '../../base/words.ts'
import type { FormValues } from '../../content/content.ts'
import { ApiError } from './errors.ts'
import type { ClockView, Group, Message, Person, Preview, Target } from './shapes.ts'
import { type Uploading, upload } from './upload.ts'

export const api = {
  people: () => call<{ people: readonly Person[] }>('people'),
  groups: () => call<{ channels: readonly Group[] }>('channels'),
  clock: (lang: Lang) => call<ClockView>(`clock?lang=${lang}`),
  messages: (asked: { channel: string; viewer: string; after?: string }) =>
    call<{ messages: readonly Message[]; cursor: string }>(`messages?${new URLSearchParams({ ...asked })}`),
  say: (words: { as: string; channel: string; text: string; eventId: string }) => call('messages', words),
  hand: (file: File, asked: { as: string; name: string; eventId: string }, uploading: Uploading) =>
    upload(`/room/api/files?${new URLSearchParams({ ...asked })}`, file, uploading),
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
