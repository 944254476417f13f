import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Authority, createAuthority } from '../../simulators/mail/certificates.ts'
import { ELSEWHERE, type Encryption, type MailServer, openMailServer } from '../../simulators/mail/index.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { roomClient } from '../room-client.ts'
import type { Settings } from '../server.ts'

/** A company's mail server on another machine, as it seems, with a certificate of the company's own. */
export interface Office extends AsyncDisposable {
  readonly authority: Authority
  readonly mail: MailServer
  /** What makes a process trust the company's certificates. */
  readonly trust: Settings
  /** What stands in `.env`: each by itself, which encrypts by STARTTLS at such a port, or all in one. */
  readonly settings: Settings
}

export async function openOffice(
  from: Encryption['from'] | 'never',
  certify: (authority: Authority) => Omit<Encryption, 'from'> = own => own.certify({ ip: ELSEWHERE }),
): Promise<Office> {
  const authority = createAuthority()
  const file = path.join(temporaryFolder(), 'authority.pem')
  writeFileSync(file, authority.cert)
  const encryption = from === 'never' ? null : { from, ...certify(authority) }
  const mail = await openMailServer({ host: ELSEWHERE, encryption })
  return {
    authority,
    mail,
    trust: { NODE_EXTRA_CA_CERTS: file },
    settings: { ...(from === 'the start' ? inOne(mail) : apart(mail)), SMTP_PER_MINUTE: '600' },
    [Symbol.asyncDispose]: () => mail[Symbol.asyncDispose](),
  }
}

function apart({ settings: { host, port, login } }: MailServer): Settings {
  const { user = '', password = '' } = login ?? {}
  return { SMTP_HOST: host, SMTP_PORT: String(port), SMTP_USER: user, SMTP_PASSWORD: password }
}

function inOne({ settings: { host, port, login } }: MailServer): Settings {
  const [user, password] = [login?.user ?? '', login?.password ?? ''].map(encodeURIComponent)
  return { SMTP_URL: `smtps://${user}:${password}@${host}:${port}` }
}

/** Somebody in the Room of a running process. */
export function roomMember(base: string, as: string) {
  const room = roomClient(base)
  const say = async (text: string, channel: string) => {
    const { status } = await room.post('messages', { as, channel, text })
    if (status !== 202) throw new Error(`${text}: ${status}`)
  }
  /** What the bot has said to them alone, oldest first. */
  const told = async () => {
    const direct = await room.messages(`dm:${as}`, as)
    return direct.filter(({ from }) => from === 'bot').map(({ text }) => text)
  }
  const read = async () => {
    const group = await room.messages('sales', as)
    return group.filter(({ from }) => from === 'bot').map(({ text }) => text)
  }
  return {
    says: (text: string) => say(text, 'sales'),
    tells: (text: string) => say(text, 'dm'),
    told,
    /** What the bot has said in the group that they can read, oldest first. */
    read,
  }
}
