import tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkMail } from '../../../adapters/mail/setup/check.ts'
import { createMailTransport } from '../../../adapters/mail/transport.ts'
import { content, text } from '../../../src/content/build.ts'
import { createAuthority, type Holder } from '../../simulators/mail/certificates.ts'
import { ELSEWHERE, openMailServer } from '../../simulators/mail/index.ts'
import { LI, openMailing } from './mailing.ts'

const hello = content('en', text('hello'))
const ours = createAuthority()
const others = createAuthority('Nobody we know')

const before = tls.getCACertificates('default')
beforeAll(() => tls.setDefaultCACertificates([...before, ours.cert]))
afterAll(() => tls.setDefaultCACertificates(before))

const holder: Holder = { ip: ELSEWHERE }

describe.each(['the start', 'STARTTLS'] as const)('a server elsewhere that encrypts from %s', from => {
  it('is spoken to under encryption, its certificate checked', async () => {
    await using server = await openMailServer({ host: ELSEWHERE, encryption: { from, ...ours.certify(holder) } })
    await using mailing = openMailing(server.settings)
    await mailing.mail(hello)
    await server.next(LI)
  })

  it.each([
    ['from an authority that nobody knows', others.certify(holder), /from nobody we trust/, /NODE_EXTRA_CA_CERTS/],
    ['for another name', ours.certify({ ip: '192.0.2.7' }), /for another name than 0\.0\.0\.0/, /SMTP_HOST/],
    ['that is over', ours.certify({ ...holder, until: new Date(0) }), /has expired/, /renews it/],
  ])('is refused with a certificate %s: the mail waits, and doctor says what to do', async (_, shown, said, todo) => {
    await using server = await openMailServer({ host: ELSEWHERE, encryption: { from, ...shown } })
    await using mailing = openMailing(server.settings)
    await expect(mailing.mail(hello)).rejects.toMatchObject({ kind: 'unavailable' })
    const [fault] = await checkMail(server.settings, createMailTransport(server.settings))
    expect(fault).toMatchObject({
      level: 'fault',
      said: { en: expect.stringMatching(said) },
      todo: { en: expect.stringMatching(todo) },
    })
    expect(server.unread()).toEqual([])
  })
})

describe('a server elsewhere that does not encrypt', () => {
  it('gets neither the login nor a mail, which waits', async () => {
    await using server = await openMailServer({ host: ELSEWHERE })
    await using mailing = openMailing(server.settings)
    await expect(mailing.mail(hello)).rejects.toMatchObject({ kind: 'unavailable' })
    const [fault] = await checkMail(server.settings, createMailTransport(server.settings))
    expect(fault).toMatchObject({ level: 'fault', said: { en: expect.stringContaining('no encrypted connection') } })
    expect(server.logins).toBe(0)
  })
})
