import { fold } from '../../commands/normalise.ts'
import { readCode } from './code.ts'

/** What a manager does with a thread. */
export type Handling = 'show' | 'answer' | 'done' | 'mute' | 'unmute'

/** What is asked of `/feedback`. */
export type VoiceRequest =
  | { readonly kind: 'help' | 'list' }
  /** Without a value the results are asked for. */
  | { readonly kind: 'pulse'; readonly value: number | null }
  | { readonly kind: 'code'; readonly code: string; readonly text: string }
  | { readonly kind: 'thread'; readonly number: number; readonly handling: Handling; readonly text: string }
  | { readonly kind: 'write'; readonly text: string }

const verbs: Readonly<Record<Exclude<Handling, 'show'>, string>> = {
  answer: 'answer|reply|回复|答复|回答',
  done: 'done|did|已办|办了|已做|做了|已解决',
  unmute: 'unmute|取消屏蔽|取消静音',
  mute: 'mute|屏蔽|静音',
}

const pulse = /^(?:pulse|mood|心情)[\s:]*(\d{1,3})?$/
const oneThread = /^#?\s*(\d{1,6})$/

/** What is no other request is feedback, in its own spelling. */
export function readRequest(typed: string): VoiceRequest {
  const text = typed.trim()
  const folded = fold(text)
  if (/^(?:help|帮助|怎么用|[?]?)$/.test(folded)) return { kind: 'help' }
  if (/^(?:list|列表|清单|结果)$/.test(folded)) return { kind: 'list' }
  const mood = pulse.exec(folded)
  if (mood) return { kind: 'pulse', value: mood[1] === undefined ? null : Number(mood[1]) }
  const code = readCode(folded)
  if (code) return { kind: 'code', code: code.code, text: text.slice(code.length) }
  return readThread(text, folded) ?? { kind: 'write', text }
}

/** A number and a verb, or a number alone: `3 楼太吵` is neither. */
function readThread(text: string, folded: string): VoiceRequest | null {
  const alone = oneThread.exec(folded)?.[1]
  if (alone !== undefined) return { kind: 'thread', number: Number(alone), handling: 'show', text: '' }
  for (const handling of ['answer', 'done', 'unmute', 'mute'] as const) {
    const said = new RegExp(`^#?\\s*(\\d{1,6})\\s*(?:${verbs[handling]})(?![a-z0-9])[\\s:,]*`).exec(folded)
    if (said) return { kind: 'thread', number: Number(said[1]), handling, text: text.slice(said[0].length) }
  }
  return null
}

/** What stands after `confirm`, or null when it is not confirmed. */
export function confirmedText(text: string): string | null {
  const [opening] = /^(?:确认|确定|confirm(?![a-z])|yes(?=[,:]|$)|是(?=[,:]|$))[\s:,]*/.exec(fold(text)) ?? []
  return opening === undefined ? null : text.slice(opening.length).trim()
}

/** `午饭不方便 → 装了微波炉`: what was said, if a manager tells it, and what was done. */
export function readDone(text: string): { readonly said: string | null; readonly did: string } {
  const [, said, did] = /^([\s\S]+?)\s*(?:→|=>|->|⇒)\s*([\s\S]+)$/.exec(text.trim()) ?? []
  return said === undefined || did === undefined ? { said: null, did: text.trim() } : { said: said.trim(), did }
}
