import { Readable } from 'node:stream'
import { createTransport, type SendMailOptions, type SMTPPoolOptions } from 'nodemailer'
import { isLoopback } from '../shared/loopback.ts'
import { failureOf, fromFailure } from './errors.ts'
import type { MailSettings } from './settings.ts'
import type { Watch } from './watch.ts'

/** Everything of one mail has to be done in that time, which is shorter than the outbox keeps a conversation for us. */
const WITHIN_MS = 30_000

/** How we speak to the server: never in the clear to another machine, and nothing is read from files or addresses. */
export function optionsFor({ host, port, secure, login }: MailSettings): SMTPPoolOptions & { pool: true } {
  const isHere = isLoopback(host) || host === '::1'
  return {
    pool: true,
    host,
    port,
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: !secure && isHere,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    maxConnections: 2,
    // Whether a mail is tried again is for the outbox to decide.
    maxRequeues: 0,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    idleTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

export interface Transport {
  /** Answers the mail's id as its receivers see it. Throws PlatformError. */
  send(mail: SendMailOptions & { readonly messageId: string }): Promise<string>
  /** Connects and logs in. Throws the library's errors. */
  verify(): Promise<void>
  close(): void
}

/** Failures of the connection and the login: no mail can be sent, whatever it says and to whomever it goes. */
function isOfTheServer(error: unknown): boolean {
  const { code, status } = failureOf(error)
  return code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS' || (status === null && unconnected.has(code))
}

const unconnected: ReadonlySet<string> = new Set(['EDNS', 'ETIMEDOUT', 'ESOCKET', 'EPROTOCOL'])

export function createMailTransport(settings: MailSettings, watch?: Watch): Transport {
  const transporter = createTransport(optionsFor(settings))
  /** The ids of mails of which the server has asked for, and begun to get, the message itself. */
  const begun = new Set<string>()

  transporter.use('stream', (mail, next) => {
    const { messageId } = mail.data
    mail.message.processFunc(whole => whenRead(whole, () => void begun.add(messageId ?? '')))
    next()
  })

  return {
    async send(mail) {
      try {
        const sent = await transporter.sendMail({ ...mail, signal: AbortSignal.timeout(WITHIN_MS) })
        watch?.worked()
        return sent.serverMessageId ?? sent.messageId
      } catch (error) {
        if (isOfTheServer(error)) watch?.failed(error)
        throw fromFailure(error, begun.has(mail.messageId))
      } finally {
        begun.delete(mail.messageId)
      }
    },
    async verify() {
      await transporter.verify()
    },
    close: () => transporter.close({ force: true }),
  }
}

/** The same stream, which tells when somebody begins to read it: a connection does so when the server says go on. */
function whenRead(whole: Readable, begins: () => void): Readable {
  async function* chunks() {
    begins()
    yield* whole
  }
  return Readable.from(chunks(), { objectMode: false })
}
