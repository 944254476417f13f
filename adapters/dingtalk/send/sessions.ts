import type { Clock } from '../../../src/base/clock.ts'
import type { Address } from '../../../src/platform/adapter.ts'
import { isLoopback } from '../../shared/loopback.ts'
import type { Session } from '../decode/robot.ts'
import type { DingTalkSettings } from '../settings.ts'

/**
 * The addresses at which DingTalk takes answers to what was said in a conversation, free of charge. In memory alone: without
 * one an answer is a message like any other.
 */
export interface Sessions {
  /** False when its address is not one of DingTalk's: then it is not kept, and nothing is ever sent there. */
  keep(session: Session): boolean
  /** The one that lasts longest of those to this address. */
  newest(address: Address): string | null
  /** DingTalk does not take it any more. */
  drop(address: Address, url: string): void
}

export interface SessionsParts {
  readonly settings: Pick<DingTalkSettings, 'apiUrl' | 'oapiUrl'>
  /** Real time. */
  readonly clock: Clock
}

/** So long before its end a session is not used any more, in milliseconds: an answer may wait for its turn. */
const margin = 60_000
const mostEach = 3

export function createSessions({ settings, clock }: SessionsParts): Sessions {
  const kept = new Map<string, readonly Session[]>()
  const isFresh = ({ expiresAt }: Session) => expiresAt.getTime() - margin > clock.now().getTime()

  function write(name: string, sessions: readonly Session[]): void {
    if (sessions.length === 0) kept.delete(name)
    else kept.set(name, sessions)
  }

  return {
    keep(session) {
      if (!isOfDingTalk(session.url, settings)) return false
      for (const [name, sessions] of kept) write(name, sessions.filter(isFresh))
      const name = nameOf(session)
      if (name === null || !isFresh(session)) return true
      const all = [...(kept.get(name) ?? []), session]
      write(name, all.toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime()).slice(-mostEach))
      return true
    },
    newest(address) {
      return (kept.get(nameAt(address)) ?? []).findLast(isFresh)?.url ?? null
    },
    drop(address, url) {
      const name = nameAt(address)
      write(
        name,
        (kept.get(name) ?? []).filter(session => session.url !== url),
      )
    },
  }
}

/** With people from outside there is no direct chat that we could name. */
function nameOf({ kind, conversationId, staffId }: Session): string | null {
  if (kind === 'group') return `group ${conversationId}`
  return staffId === null ? null : `direct ${staffId}`
}

function nameAt(address: Address): string {
  return address.kind === 'group' ? `group ${address.channelId}` : `direct ${address.accountId}`
}

/** It comes from outside, and what we send there is what our members say. */
export function isOfDingTalk(url: string, { apiUrl, oapiUrl }: SessionsParts['settings']): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, origin, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  if ([apiUrl, oapiUrl].some(base => new URL(base).origin === origin))
    return protocol === 'https:' || isLoopback(hostname)
  return protocol === 'https:' && port === '' && /(^|\.)dingtalk\.(com|io)$/.test(hostname)
}
