import { z } from 'zod'
import { readMailAddress } from '../../src/base/mail-address.ts'
import { isLoopback } from '../shared/loopback.ts'
import { type ReadSettings, readGiven } from '../shared/settings.ts'

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().min(1, 'must be at least 1').max(most, `must be at most ${most}`))

const sender = z.string().transform((text, ctx): Mailbox => {
  const [, name = '', address = ''] = /^(?:"?([^"<>\r\n]*?)"?\s*<([^<>]*)>)$/.exec(text.trim()) ?? ['', '', text]
  const read = readMailAddress(address)
  if (read !== null) return { name: name.trim() || 'Bellwether 领头羊', address: read }
  ctx.addIssue({ code: 'custom', message: 'must be an address, or a name and <an address>' })
  return z.NEVER
})

const server = z.string().transform((text, ctx): Server => {
  const url = URL.canParse(text) ? new URL(text) : null
  const decoded = url && [url.username, url.password].map(part => decodedOf(part))
  const [user = null, password = null] = decoded ?? []
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || user === null || password === null) {
    const message = 'must look like smtps://login:password@host:465 (signs such as @ : / in them as %40 %3A %2F)'
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  const secure = url.protocol === 'smtps:' || url.port === '465'
  const port = url.port === '' ? null : Number(url.port)
  return { host: url.hostname, port, secure, user: user || null, password: password || null }
})

function decodedOf(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

const given = z.object({
  SMTP_URL: server.optional(),
  SMTP_HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'must be the name of a server, without a port')
    .optional(),
  SMTP_PORT: whole(65_535).optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_FROM: sender.optional(),
  SMTP_PER_MINUTE: whole(600).default(20),
})

type Given = z.infer<typeof given>

interface Server {
  readonly host: string
  readonly port: number | null
  readonly secure: boolean
  readonly user: string | null
  readonly password: string | null
}

export interface Mailbox {
  readonly name: string
  readonly address: string
}

export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else it begins plain and must become TLS, unless the server is this machine. */
  readonly secure: boolean
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: Mailbox
  readonly perMinute: number
}

const single = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD'] as const

/** Reads our part of the environment; absent where no server is named. */
export function readSettings(env: Readonly<Record<string, string>>): ReadSettings<MailSettings> {
  const read = readGiven(env, { prefix: 'SMTP_', asking: ['SMTP_URL', 'SMTP_FROM', ...single], given })
  if (read.kind !== 'given') return read
  const faults = halves(read.given)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const settings = settingsOf(read.given)
  return settings === null
    ? { kind: 'faulty', faults: ['SMTP_FROM is missing: the login is no address to write from'] }
    : { kind: 'read', settings }
}

function halves(all: Given): readonly string[] {
  const { SMTP_URL: url, SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password } = all
  if (url !== undefined) {
    const twice = single.filter(name => all[name] !== undefined)
    if (twice.length > 0) return twice.map(name => `${name} is in SMTP_URL already: give one of the two`)
    if ((url.user === null) !== (url.password === null))
      return ['SMTP_URL must have both a login and a password, or none']
    return []
  }
  const faults: string[] = []
  if (host === undefined) faults.push('SMTP_HOST is missing (or SMTP_URL, which holds all of it)')
  if (user !== undefined && password === undefined) faults.push('SMTP_PASSWORD is needed with SMTP_USER')
  if (password !== undefined && user === undefined) faults.push('SMTP_USER is needed with SMTP_PASSWORD')
  return faults
}

/** Null where nobody can be told to be the sender. */
function settingsOf(all: Given): MailSettings | null {
  const { SMTP_URL, SMTP_HOST = '', SMTP_PORT = null, SMTP_USER = null, SMTP_PASSWORD = null } = all
  const one = { host: SMTP_HOST, port: SMTP_PORT, secure: false, user: SMTP_USER, password: SMTP_PASSWORD }
  const { host, port, secure, user, password } = SMTP_URL ?? one
  const isSecure = secure || port === 465 || (SMTP_URL === undefined && port === null && !isLoopback(host))
  const own = user === null ? null : readMailAddress(user)
  const from = all.SMTP_FROM ?? (own === null ? null : { name: 'Bellwether 领头羊', address: own })
  if (from === null) return null
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: port ?? (isSecure ? 465 : 587),
    secure: isSecure,
    login: user === null || password === null ? null : { user, password },
    from,
    perMinute: all.SMTP_PER_MINUTE,
  }
}
