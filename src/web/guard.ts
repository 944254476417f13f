import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refuse } from './errors.ts'

const cookieName = 'bellwether-room'

/** Compared as digests, so neither content nor length of the token shows in the time it takes. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

/**
 * Asks for the Room's token: as `Authorization: Bearer`, as a cookie, or once as `?token=` by which a browser gets the
 * cookie. Without a token (only possible on loopback) it still refuses pages of other sites, whose requests name a host
 * or an origin that is not ours.
 */
export function guard(token: string | null): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))) {
      return refuse(c, 403, 'foreign-origin', 'This page may not use the Room.')
    }
    if (token === null) {
      const host = new URL(`http://${c.req.header('host') ?? 'localhost'}`).hostname.replace(/^\[|\]$/g, '')
      if (!loopbackNames.test(host))
        return refuse(c, 403, 'foreign-host', 'Without ROOM_TOKEN the Room answers on loopback only.')
      return next()
    }
    const asked = c.req.query('token')
    const given = asked ?? c.req.header('authorization')?.replace(/^Bearer /i, '') ?? getCookie(c, cookieName) ?? ''
    if (!isSame(given, token)) {
      return refuse(c, 401, 'token', 'This Room asks for its token: open /?token=… once with the value of ROOM_TOKEN.')
    }
    if (asked !== undefined) setCookie(c, cookieName, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return next()
  }
}

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|::1)$/
