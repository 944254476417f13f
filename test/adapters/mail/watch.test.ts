import { expect, it, vi } from 'vitest'
import { createMailAdapter } from '../../../adapters/mail/index.ts'
import type { MailSettings } from '../../../adapters/mail/settings.ts'
import { createLog } from '../../../src/base/log.ts'
import { content, text } from '../../../src/content/build.ts'
import { deaf } from '../../contract/deaf-house.ts'
import { drawnPictures, keptFiles } from '../../contract/samples.ts'
import { openMailServer } from '../../simulators/mail/index.ts'
import { LI } from './mailing.ts'

const hello = content('en', text('hello'))
const toLi = { address: { kind: 'direct', accountId: LI }, lane: 'digest' } as const

/** The adapter as a process has it, and what it logs. */
function started(settings: MailSettings) {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: line => void lines.push(JSON.parse(line)) })
  const adapter = createMailAdapter(settings, { pictures: drawnPictures, files: keptFiles, log })
  const stop = new AbortController()
  const listening = adapter.listen?.(deaf, stop.signal)
  return {
    lines,
    said: (words: string) =>
      vi.waitUntil(() => lines.find(({ msg }) => String(msg).includes(words)), { timeout: 15_000 }),
    mail: (key: string) => adapter.send({ ...toLi, payload: adapter.render(hello, 'direct', () => null), key }),
    async [Symbol.asyncDispose]() {
      stop.abort()
      await listening
    },
  }
}

it('logs at the start that the server takes our login', async () => {
  await using server = await openMailServer()
  await using process = started(server.settings)
  expect(await process.said('takes our login')).toMatchObject({
    server: `127.0.0.1:${server.settings.port}`,
    level: 30,
  })
})

it('logs at the start that the password is wrong, with what to do, and nothing of the password', async () => {
  await using server = await openMailServer()
  await using process = started({
    ...server.settings,
    login: { user: 'bot@bell.example', password: 'my-web-password' },
  })
  expect(await process.said('fails us')).toMatchObject({
    level: 50,
    fault: 'E-mail: the login is refused (535)',
    todo: expect.stringContaining('authorisation code'),
  })
  expect(JSON.stringify(process.lines)).not.toMatch(/my-web-password|very secret/)
})

it('logs a server that is down once, however many mails wait, and once that it is back', async () => {
  await using server = await openMailServer()
  await using process = started(server.settings)
  await process.said('takes our login')
  await server.down()
  for (const key of ['a:0', 'b:0', 'c:0'])
    await expect(process.mail(key)).rejects.toMatchObject({ kind: 'unavailable' })
  expect(process.lines.map(({ msg }) => msg)).toEqual([
    'the mail server takes our login',
    'the mail server fails us; mails wait and everything else goes on',
  ])
  expect(process.lines[1]).toMatchObject({ fault: 'E-mail: it does not answer (ECONNREFUSED)' })
  await server.up()
  await process.mail('d:0')
  expect(process.lines.map(({ msg }) => msg)).toHaveLength(3)
  await process.said('works again')
  await server.next(LI)
})

it('does not take what one mail meets for a failing server', async () => {
  await using server = await openMailServer()
  await using process = started(server.settings)
  await process.said('takes our login')
  server.will({ at: 'rcpt', status: 550 }, { at: 'rcpt', status: 451 }, { at: 'data', status: 554 })
  for (const key of ['a:0', 'b:0', 'c:0']) await expect(process.mail(key)).rejects.toThrow()
  expect(process.lines).toHaveLength(1)
})
