import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../adapters/mail/settings.ts'
import { optionsFor } from '../../../adapters/mail/transport.ts'

const whole = { SMTP_URL: 'smtps://bot%40bell.example:very%2Fsecret@smtp.bell.example' }
const each = { SMTP_HOST: 'smtp.bell.example', SMTP_USER: 'bot@bell.example', SMTP_PASSWORD: 'very-secret' }
const own = { name: 'Bellwether 领头羊', address: 'bot@bell.example' }

function read(env: Record<string, string>) {
  const answer = readSettings(env)
  if (answer.kind !== 'read') throw new Error(JSON.stringify(answer))
  return answer.settings
}

describe('the settings of mail', () => {
  it('are absent where no server is named', () => {
    expect(readSettings({ SMTP_PER_MINUTE: '5', PORT: '3000' })).toEqual({ kind: 'absent' })
  })

  it('may be one address', () => {
    expect(read(whole)).toEqual({
      ...{ host: 'smtp.bell.example', port: 465, secure: true, from: own, perMinute: 20 },
      login: { user: 'bot@bell.example', password: 'very/secret' },
    })
  })

  it('may be given each by itself', () => {
    const env = { ...each, SMTP_PORT: '587', SMTP_FROM: '领头羊 <Bot@Bell.example>', SMTP_PER_MINUTE: '5' }
    expect(read(env)).toEqual({
      ...{ host: 'smtp.bell.example', port: 587, secure: false, perMinute: 5 },
      from: { name: '领头羊', address: 'Bot@bell.example' },
      login: { user: 'bot@bell.example', password: 'very-secret' },
    })
  })

  it.each([
    [{ SMTP_HOST: 'a.example', SMTP_FROM: 'a@a.example' }, 465, true],
    [{ SMTP_HOST: '127.0.0.1', SMTP_FROM: 'a@a.example' }, 587, false],
    [{ SMTP_URL: 'smtp://a.example', SMTP_FROM: 'a@a.example' }, 587, false],
    [{ SMTP_URL: 'smtp://a.example:465', SMTP_FROM: 'a@a.example' }, 465, true],
    [{ SMTP_URL: 'smtp://[::1]:2525', SMTP_FROM: 'a@a.example' }, 2525, false],
  ])('know the port and when TLS begins: %o', (env, port, secure) => {
    expect(read(env)).toMatchObject({ port, secure, login: null })
  })

  it('never let a login go in the clear to another machine', () => {
    expect(optionsFor(read({ ...each, SMTP_PORT: '587' }))).toMatchObject({
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
    })
    expect(optionsFor(read(whole))).toMatchObject({ secure: true })
    expect(optionsFor(read({ ...each, SMTP_HOST: '127.0.0.1' }))).toMatchObject({ requireTLS: false })
    expect(optionsFor(read(whole))).toMatchObject({ disableFileAccess: true, disableUrlAccess: true, maxRequeues: 0 })
  })

  it.each([
    [{ ...each, SMTP_PASSWORD: '' }, null],
    [{ SMTP_USER: 'very' }, ['SMTP_HOST is missing', 'SMTP_PASSWORD is needed with SMTP_USER']],
    [{ SMTP_HOST: 'a.example', SMTP_PASSWORD: 'very' }, ['SMTP_USER is needed with SMTP_PASSWORD']],
    [{ SMTP_FROM: 'very@a.example' }, ['SMTP_HOST is missing']],
    [{ SMTP_HOST: 'a.example' }, ['SMTP_FROM is missing']],
    [{ ...each, SMTP_USER: 'very' }, ['SMTP_FROM is missing: the login is no address']],
    [{ ...each, SMTP_FROM: 'very' }, ['SMTP_FROM must be an address']],
    [{ ...each, SMTP_FROM: 'very\r\nBcc: x <a@b.example>' }, ['SMTP_FROM must be an address']],
    [{ ...each, SMTP_HOST: 'smtps://very.example' }, ['SMTP_HOST must be the name of a server']],
    [{ ...each, SMTP_PORT: '0' }, ['SMTP_PORT must be at least 1']],
    [{ ...each, SMTP_PORT: 'very' }, ['SMTP_PORT must be a number']],
    [{ ...each, SMTP_PER_MINUTE: '100000' }, ['SMTP_PER_MINUTE must be at most 600']],
    [{ ...whole, SMTP_HOST: 'very.example' }, ['SMTP_HOST is in SMTP_URL already']],
    [{ SMTP_URL: 'https://very:secret@a.example' }, ['SMTP_URL must look like']],
    [{ SMTP_URL: 'smtps://very%ZZ:secret@a.example' }, ['SMTP_URL must look like']],
    [{ SMTP_URL: 'smtps://very@a.example', SMTP_FROM: 'a@a.example' }, ['SMTP_URL must have both']],
  ])('tell what is wrong with %o by name and never by value', (env, faults) => {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
    const answer = readSettings(given)
    if (answer.kind !== 'faulty') throw new Error(JSON.stringify(answer))
    const wanted = faults ?? ['SMTP_PASSWORD is needed with SMTP_USER']
    expect(answer.faults).toHaveLength(wanted.length)
    for (const [at, fault] of wanted.entries()) expect(answer.faults[at]).toContain(fault)
    expect(JSON.stringify(answer)).not.toMatch(/very|secret@/)
  })
})
