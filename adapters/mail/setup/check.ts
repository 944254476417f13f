import type { Check } from '../../../src/platform/adapter.ts'
import { failureOf } from '../errors.ts'
import type { MailSettings } from '../settings.ts'
import type { Transport } from '../transport.ts'
import * as told from './check-words.ts'

/** Connects and logs in, and sends nothing. */
export async function checkMail(settings: MailSettings, transport: Transport): Promise<readonly Check[]> {
  const { login, from } = settings
  const isAnother = login?.user.includes('@') === true && login.user.toLowerCase() !== from.address.toLowerCase()
  const sender = isAnother ? [told.otherSender] : []
  try {
    await transport.verify()
    return [told.ready(settings), ...sender, told.cannot]
  } catch (error) {
    return [faultOf(error, settings), ...sender]
  } finally {
    transport.close()
  }
}

const cannotConnect: ReadonlySet<string> = new Set(['EDNS', 'ETIMEDOUT', 'ECONNECTION', 'ESOCKET', 'EPROTOCOL'])

/** What keeps us from sending anything, and how to mend it. */
export function faultOf(error: unknown, { host }: Pick<MailSettings, 'host'>): Check {
  const { code, reason, status } = failureOf(error)
  if (code === 'EAUTH' || code === 'ENOAUTH') return told.loginRefused(status)
  if (/CERT_HAS_EXPIRED/.test(reason)) return told.expired(host)
  if (/ALTNAME/.test(reason)) return told.otherName(host)
  if (/CERT|UNABLE_TO_/.test(reason)) return told.unknownAuthority(reason)
  if (code === 'ETLS' || /ERR_(?:TLS|SSL)/.test(reason)) return told.noTls(reason)
  return cannotConnect.has(code) ? told.silent(reason) : told.refused(status === null ? code : String(status))
}
