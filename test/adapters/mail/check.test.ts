import { describe, expect, it } from 'vitest'
import type { MailSettings } from '../../../adapters/mail/settings.ts'
import { checkMail } from '../../../adapters/mail/setup/check.ts'
import { createMailTransport } from '../../../adapters/mail/transport.ts'
import { openMailServer } from '../../simulators/mail/index.ts'

async function check(settings: MailSettings) {
  const findings = await checkMail(settings, createMailTransport(settings))
  expect(JSON.stringify(findings)).not.toMatch(/authorisation-code"|very secret/)
  return findings
}

describe('doctor', () => {
  it('tells that the server takes our login, and sends nothing', async () => {
    await using server = await openMailServer()
    const [ready, cannot] = await check(server.settings)
    expect(ready).toMatchObject({
      level: 'ok',
      said: { en: expect.stringMatching(/^E-mail: 127\.0\.0\.1:\d+ takes our login/) },
    })
    expect(cannot).toMatchObject({ level: 'ok' })
    expect(server.unread()).toEqual([])
  })

  it('names the authorisation code where the login is refused', async () => {
    await using server = await openMailServer()
    const login = { user: 'bot@bell.example', password: 'my-web-password' }
    const [fault, ...others] = await check({ ...server.settings, login })
    expect(fault).toMatchObject({ level: 'fault', said: { zh: expect.stringContaining('535') } })
    expect(fault?.todo?.zh).toContain('授权码')
    expect(others).toEqual([])
  })

  it('warns of a sender who is not the login', async () => {
    await using server = await openMailServer()
    const from = { name: 'Boss', address: 'boss@bell.example' }
    const findings = await check({ ...server.settings, from })
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'warning', 'ok'])
  })

  it('tells that nobody answers, and by which code', async () => {
    const server = await openMailServer()
    await server[Symbol.asyncDispose]()
    const [fault] = await check(server.settings)
    expect(fault).toMatchObject({ level: 'fault', said: { en: 'E-mail: it does not answer (ECONNREFUSED)' } })
  })

  it('tells of the encryption where a port speaks otherwise than we think', async () => {
    await using server = await openMailServer()
    const [fault] = await check({ ...server.settings, secure: true })
    expect(fault).toMatchObject({ level: 'fault', said: { en: expect.stringContaining('no encrypted connection') } })
  })
})
