import { describe, expect, it } from 'vitest'
import { fromFailure } from '../../../adapters/mail/errors.ts'
import { content, image, text } from '../../../src/content/build.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { openMailServer, type Temper } from '../../simulators/mail/index.ts'
import { LI, openMailing } from './mailing.ts'

const hello = content('en', text('hello'))

async function failing(work: Promise<unknown>): Promise<PlatformError> {
  const error = await work.then(
    () => new Error('it was taken'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof PlatformError)) throw error
  return error
}

describe('a mail that is not taken', () => {
  it.each<[string, Temper, PlatformError['kind'], string]>([
    ['the login is refused', { at: 'auth', status: 535 }, 'unauthorized', 'AUTH: 535'],
    ['the login cannot be looked up now', { at: 'auth', status: 454 }, 'unavailable', 'AUTH: 454'],
    ['we may not write under that name', { at: 'mail', status: 553 }, 'unauthorized', 'MAIL FROM: 553'],
    ['there were too many mails', { at: 'mail', status: 452 }, 'unavailable', 'MAIL FROM: 452'],
    ['there is a greylist', { at: 'rcpt', status: 451 }, 'unavailable', 'RCPT TO: 451'],
    ['there is no such mailbox', { at: 'rcpt', status: 550 }, 'unreachable', 'RCPT TO: 550'],
    ['it is taken for spam', { at: 'data', status: 554 }, 'rejected', 'DATA: 554'],
    ['the server has no room', { at: 'data', status: 452 }, 'unavailable', 'DATA: 452'],
    ['the connection ends before the message', { at: 'rcpt', cut: true }, 'unavailable', 'CONN: ECONNECTION'],
    ['the connection ends in the message', { at: 'data', cut: true }, 'uncertain', 'CONN: ECONNECTION'],
  ])('because %s', async (_, temper, kind, message) => {
    await using server = await openMailServer()
    await using mailing = openMailing(server.settings)
    server.will(temper)
    const error = await failing(mailing.mail(hello))
    expect([error.kind, error.message]).toEqual([kind, message])
    await mailing.mail(hello)
    await server.next(LI)
  })

  it('may have arrived when no answer came', async () => {
    await using server = await openMailServer()
    await using mailing = openMailing(server.settings)
    server.will({ at: 'data', swallow: true })
    const key = 'swallowed:0'
    expect((await failing(mailing.mail(hello, { key }))).kind).toBe('uncertain')
    await mailing.mail(hello, { key })
    await server.next(LI)
    expect([server.copies, server.unread()]).toEqual([1, []])
  })

  it('because nobody listens, or only somebody who says nothing', async () => {
    const server = await openMailServer()
    await using mailing = openMailing(server.settings)
    await server[Symbol.asyncDispose]()
    expect((await failing(mailing.mail(hello))).kind).toBe('unavailable')
  })

  it('because its pictures cannot be read', async () => {
    await using server = await openMailServer()
    const pictures = () => Promise.reject(new Error('the database is away'))
    await using mailing = openMailing(server.settings, { pictures })
    const error = await failing(mailing.mail(content('en', image('p', 'a board'))))
    expect(error.kind).toBe('unavailable')
    expect(server.connections).toBe(0)
  })
})

describe('an error of the library', () => {
  it('is told without its words, which quote addresses, logins and answers', () => {
    const quoting = Object.assign(new Error('Invalid login for bot@bell.example: 535 very secret'), {
      code: 'EAUTH',
      command: 'AUTH PLAIN AGJvdABzZWNyZXQ=',
      response: '535 very secret',
      responseCode: 535,
    })
    const error = fromFailure(quoting, false)
    expect([error.kind, error.message, error.cause]).toEqual(['unauthorized', 'AUTH: 535', undefined])
  })

  it.each([
    ['EDNS', false, 'unavailable'],
    ['ETIMEDOUT', false, 'unavailable'],
    ['ETIMEDOUT', true, 'uncertain'],
    ['EABORT', true, 'uncertain'],
    ['EMESSAGE', false, 'rejected'],
    ['EENVELOPE', false, 'rejected'],
    ['ENOAUTH', false, 'unauthorized'],
    ['ETLS', false, 'unavailable'],
  ])('%s, begun %s, is %s', (code, begun, kind) => {
    expect(fromFailure(Object.assign(new Error('x'), { code }), begun).kind).toBe(kind)
  })

  it.each([
    ['550 5.1.1 no such user', 'unreachable'],
    ['550-5.2.1 switched off\n550 5.2.1 for good', 'unreachable'],
    ['550 no such user', 'unreachable'],
    ['550 5.7.1 no relay for you', 'forbidden'],
    ['550 5.4.5 too many mails today', 'unavailable'],
  ])('blames the address only for what is its fault: %s', (response, kind) => {
    const refused = Object.assign(new Error(response), {
      ...{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
      response,
    })
    expect(fromFailure(refused, false).kind).toBe(kind)
  })

  it('may be anything at all', () => {
    expect([fromFailure(undefined, false).kind, fromFailure('x', true).kind]).toEqual(['unavailable', 'uncertain'])
  })
})
