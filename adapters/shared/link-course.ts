import { within } from '../../src/base/wait.ts'
import type { Link } from './links.ts'
import type { Ended } from './supervise.ts'

/** What a platform's own client can do with a connection. */
export interface LinkClient {
  /** There is a connection that can be closed. */
  readonly joined: boolean
  /** Asks for the end of the connection. */
  hangUp(): void
  /** Ends the connection without waiting for the other side. */
  cut(): void
}

export interface CourseParts {
  /** From the question for an address to the open connection. */
  readonly openWithinMs: number
  /** How it is called when it takes longer. */
  readonly notOpen: string
  /** The platform tells us from now on what happens. */
  readonly onOpen?: (() => void) | undefined
  /** Once after each `onOpen`. */
  readonly onClosed?: (() => void) | undefined
}

/** What happens to one connection, from its opening to its end. Whoever has the client tells it here. */
export interface LinkCourse {
  /** Aborts when nothing that is running is waited for any more. */
  readonly leaving: AbortSignal
  readonly ended: Promise<Ended>
  readonly closed: Promise<void>
  opened(): void
  /** It has ended, or is about to. The first end counts. */
  end(how: Ended): void
  /** The connection is gone. */
  gone(why: string): void
  /** Has what came carried out, unless we are about to leave; `work` never rejects. */
  take(work: () => Promise<void>): void
  /** The link whose course this is. */
  link(client: LinkClient): Link
}

const DRAIN_WITHIN_MS = 3_000
const GOODBYE_WITHIN_MS = 500

export function createLinkCourse({ openWithinMs, notOpen, onOpen, onClosed }: CourseParts): LinkCourse {
  const ended = Promise.withResolvers<Ended>()
  const closed = Promise.withResolvers<void>()
  const leaving = new AbortController()
  const running = new Set<Promise<void>>()
  let taking = true
  const opening = setTimeout(() => ended.resolve({ kind: 'lost', why: notOpen }), openWithinMs)
  void ended.promise.finally(() => clearTimeout(opening))

  async function leave(client: LinkClient): Promise<void> {
    taking = false
    ended.resolve({ kind: 'lost', why: 'left' })
    await within(Promise.race([Promise.all(running), closed.promise]), DRAIN_WITHIN_MS, 'late')
    leaving.abort()
    client.hangUp()
    await within(closed.promise, client.joined ? GOODBYE_WITHIN_MS : 0, 'late')
    client.cut()
    closed.resolve()
  }

  return {
    leaving: leaving.signal,
    ended: ended.promise,
    closed: closed.promise,
    opened() {
      clearTimeout(opening)
      onOpen?.()
      void closed.promise.then(() => onClosed?.())
    },
    end: ended.resolve,
    gone(why) {
      ended.resolve({ kind: 'lost', why })
      closed.resolve()
    },
    take(work) {
      if (!taking) return
      const doing = work().finally(() => running.delete(doing))
      running.add(doing)
    },
    link(client) {
      let farewell: Promise<void> | undefined
      return {
        ended: ended.promise,
        closed: closed.promise,
        close() {
          farewell ??= leave(client)
          return farewell
        },
      }
    },
  }
}
