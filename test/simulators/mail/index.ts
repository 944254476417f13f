import { once } from 'node:events'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { MailSettings } from '../../../adapters/mail/settings.ts'
import type { Certificate } from './certificates.ts'
import { readMail, type SeenMail } from './reading.ts'

export type { SeenMail } from './reading.ts'

/** What the server answers to one command, once: a refusal, or the connection is cut. `swallow` takes the mail and then cuts. */
export type Temper =
  | { readonly at: 'auth' | 'mail' | 'rcpt' | 'data'; readonly status: number }
  | { readonly at: 'mail' | 'rcpt' | 'data'; readonly cut: true }
  | { readonly at: 'data'; readonly swallow: true }

/** How it wants to be spoken to; in the clear, unless told. */
export interface Encryption extends Certificate {
  /** As at port 465, or as at 587. */
  readonly from: 'the start' | 'STARTTLS'
}

/** This machine, by an address that nobody takes for its own: the adapter speaks to it as to any other. */
export const ELSEWHERE = '0.0.0.0'

export interface MailServer extends AsyncDisposable {
  readonly settings: MailSettings
  /** How many mails came for an address that had come before, by their id: a mailbox shows them as one. */
  readonly copies: number
  /** How often somebody connected. */
  readonly connections: number
  /** How often somebody told a login, right or wrong. */
  readonly logins: number
  will(...tempers: readonly Temper[]): void
  /** There is no such mailbox, or it has that trouble, until told otherwise with null. */
  refuse(address: string, status: number | null): void
  /** The next mail to an address that was not read yet; waits for it. */
  next(address: string): Promise<SeenMail>
  /** All that nobody has read. */
  unread(): readonly SeenMail[]
  down(): Promise<void>
  up(): Promise<void>
}

const WAIT_MS = 20_000
const login = { user: 'bot@bell.example', password: 'an-authorisation-code' }

/**
 * A mail server on this machine, strict about what it is given: one login, only its own mailbox as sender, mails as the
 * standards want them, and where it encrypts, nothing of worth in the clear. When it is given back nothing may be left
 * unread, no temper unshown and nothing have been malformed.
 */
export async function openMailServer({
  host = '127.0.0.1',
  encryption = null,
}: {
  /** The name by which it is to be called. */
  readonly host?: string
  readonly encryption?: Encryption | null
} = {}): Promise<MailServer> {
  const mails: SeenMail[] = []
  const seen = new Set<string>()
  const faults: string[] = []
  const tempers: Temper[] = []
  const refused = new Map<string, number>()
  const sockets = new Set<Socket>()
  const arrivals = new EventTarget()
  const count = { copies: 0, connections: 0, logins: 0 }
  let port = 0
  let server = await listenOn(0)

  /** The temper for this command, if its turn has come. */
  function temperAt(at: Temper['at']): Temper | undefined {
    return tempers[0]?.at === at ? tempers.shift() : undefined
  }

  /** Answers a command as the next temper wants; true when it was answered. */
  function shown(at: Temper['at'], answer: (error: Error) => void): boolean {
    const temper = temperAt(at)
    if (temper === undefined) return false
    if ('status' in temper) answer(refusal(temper.status))
    else cutAll()
    return true
  }

  function cutAll(): void {
    for (const socket of sockets) socket.destroy()
  }

  async function take(raw: Buffer, { envelope, secure }: SMTPServerSession): Promise<readonly string[]> {
    if (encryption !== null && !secure) faults.push('a mail came in the clear')
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
    const read = await readMail(raw, { from, to: envelope.rcptTo.map(({ address }) => address) })
    if ('faults' in read) {
      faults.push(...read.faults)
      return read.faults
    }
    const id = `${read.to} ${read.messageId}`
    if (seen.has(id)) count.copies += 1
    else mails.push(read)
    seen.add(id)
    arrivals.dispatchEvent(new Event('mail'))
    return []
  }

  async function listenOn(at: number): Promise<SMTPServer> {
    const fresh = new SMTPServer({
      authMethods: ['PLAIN', 'LOGIN'],
      ...(encryption === null
        ? { allowInsecureAuth: true, disabledCommands: ['STARTTLS'] }
        : { secure: encryption.from === 'the start', key: encryption.key, cert: encryption.cert }),
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 50,
      onAuth({ username, password }, _session, answer) {
        count.logins += 1
        if (shown('auth', error => answer(error))) return
        if (username === login.user && password === login.password) answer(null, { user: login.user })
        else answer(refusal(535))
      },
      onMailFrom({ address }, _session, answer) {
        if (shown('mail', answer)) return
        answer(address === login.user ? null : refusal(553))
      },
      onRcptTo({ address }, _session, answer) {
        if (shown('rcpt', answer)) return
        const status = refused.get(address)
        answer(status === undefined ? null : refusal(status))
      },
      onData(stream, session, answer) {
        void receive()
        async function receive() {
          const temper = temperAt('data')
          const raw = await buffer(stream)
          if (temper && 'status' in temper) return answer(refusal(temper.status))
          if (temper && 'cut' in temper) return cutAll()
          const wrong = await take(raw, session)
          if (temper) return cutAll()
          answer(wrong.length > 0 ? refusal(554) : null)
        }
      },
    })
    fresh.on('error', () => {
      // A connection that we cut ourselves.
    })
    fresh.server.on('connection', socket => {
      count.connections += 1
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    fresh.listen(at, '127.0.0.1')
    await once(fresh.server, 'listening')
    const address = fresh.server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
    return fresh
  }

  async function down(): Promise<void> {
    const closed = new Promise<void>(resolve => void server.close(() => resolve()))
    cutAll()
    await closed
  }

  return {
    get settings() {
      const from = { name: '领头羊', address: login.user }
      return { host, port, secure: encryption?.from === 'the start', login, from, perMinute: 600 }
    },
    get copies() {
      return count.copies
    },
    get connections() {
      return count.connections
    },
    get logins() {
      return count.logins
    },
    will: (...more) => void tempers.push(...more),
    refuse(address, status) {
      if (status === null) refused.delete(address)
      else refused.set(address, status)
    },
    async next(address) {
      const until = AbortSignal.timeout(WAIT_MS)
      for (;;) {
        const at = mails.findIndex(({ to }) => to === address)
        const [mail] = at < 0 ? [] : mails.splice(at, 1)
        if (mail) return mail
        await once(arrivals, 'mail', { signal: until })
      }
    },
    unread: () => [...mails],
    down,
    async up() {
      server = await listenOn(port)
    },
    async [Symbol.asyncDispose]() {
      await down()
      const left = [
        ...mails.map(({ to, subject }) => `nobody expected “${subject}” to ${to}`),
        ...tempers.map(({ at }) => `nobody came to ${at} for a temper`),
        ...faults,
      ]
      if (left.length > 0) throw new Error(`The mail server is left with: ${left.join('; ')}`)
    },
  }
}

/** In words that no caller may pass on. */
function refusal(status: number): Error {
  return Object.assign(new Error('refused: very secret words of the server'), { responseCode: status })
}
