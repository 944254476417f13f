import { z } from 'zod'
import { jsonOf } from '../shared/json.ts'
import { fromSilence, fromStranger, type Refusal, type Twice } from './errors.ts'

export interface Question {
  /** How errors call it, such as `message/send`; the address itself holds a token or a key and is never told. */
  readonly method: string
  readonly url: URL
  /** Posted as JSON, or as a form with a file in it; without it the question is a GET. */
  readonly body?: object | undefined
  readonly twice: Twice
  readonly answerWithinMs?: number | undefined
}

/** WeCom's answer, be it a refusal or not; its other fields are for whoever asked. */
export type Answer = Refusal & Readonly<Record<string, unknown>>

/** So long an answer may take. */
const ANSWER_WITHIN_MS = 10_000
/** The same where a file goes up before: 20 MB over a line of 3 Mbit/s. */
export const UPLOAD_WITHIN_MS = 60_000
/** Far more than any answer that we ask for. */
const MOST_CHARACTERS = 20_000_000

const answer = z.looseObject({ errcode: z.number().int(), errmsg: z.string().optional().catch(undefined) })

/** One question to WeCom's HTTP API and its answer. Throws PlatformError where there is none; refusals are answers. */
export async function exchange(question: Question): Promise<Answer> {
  const { method, twice } = question
  const { status, text } = await fetched(question)
  const read = text.length > MOST_CHARACTERS ? null : answer.safeParse(jsonOf(text))
  if (!read?.success) throw fromStranger(method, status, twice)
  return read.data
}

async function fetched({ method, url, body, twice, answerWithinMs = ANSWER_WITHIN_MS }: Question) {
  try {
    const response = await fetch(url, {
      ...(body !== undefined && posting(body)),
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    throw fromSilence(method, error, twice)
  }
}

function posting(body: object): RequestInit {
  if (body instanceof FormData) return { method: 'POST', body }
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** An address below `/cgi-bin/` of WeCom's API. */
export function addressOf(apiUrl: string, method: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(`${apiUrl}/cgi-bin/${method}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}
