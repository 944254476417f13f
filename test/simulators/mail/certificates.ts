import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What a server shows, in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

export interface Holder {
  /** The address at which it is called. */
  readonly ip: string
  /** The last moment at which it holds; tomorrow unless told. */
  readonly until?: Date
}

/** Somebody who certifies servers; who trusts `cert` trusts these. Made anew each time, so no key lies in the repository. */
export interface Authority {
  readonly cert: string
  certify(holder: Holder): Certificate
}

const DAY = 86_400_000

export function createAuthority(name = 'A test authority'): Authority {
  const own = newKeys()
  const issue = (subject: string, publicKey: KeyObject, extension: Buffer, until: Date): string => {
    const body = sequence(
      der(0xa0, der(0x02, Buffer.of(2))),
      der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
      ecdsaWithSha256,
      nameOf(name),
      sequence(moment(new Date(until.getTime() - 30 * DAY)), moment(until)),
      nameOf(subject),
      publicKey.export({ type: 'spki', format: 'der' }),
      der(0xa3, sequence(extension)),
    )
    const signature = der(0x03, Buffer.of(0), sign('sha256', body, own.privateKey))
    return pem('CERTIFICATE', sequence(body, ecdsaWithSha256, signature))
  }
  return {
    cert: issue(name, own.publicKey, isAuthority, tomorrow()),
    certify({ ip, until = tomorrow() }) {
      const { privateKey, publicKey } = newKeys()
      return {
        key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
        cert: issue(ip, publicKey, calledAt(ip), until),
      }
    },
  }
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const tomorrow = () => new Date(Date.now() + DAY)

/** A value of ASN.1 as DER writes it: its kind, its length, itself. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts)
  const { length } = value
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), value])
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts)
}

const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const commonName = der(0x06, Buffer.from('550403', 'hex'))
const basicConstraints = der(0x06, Buffer.from('551d13', 'hex'))
const subjectAltName = der(0x06, Buffer.from('551d11', 'hex'))
const isAuthority = sequence(
  basicConstraints,
  der(0x01, Buffer.of(0xff)),
  der(0x04, sequence(der(0x01, Buffer.of(0xff)))),
)

function calledAt(ip: string): Buffer {
  return sequence(subjectAltName, der(0x04, sequence(der(0x87, Buffer.from(ip.split('.').map(Number))))))
}

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(text)))))
}

/** Of this century's first half, which is how this kind of moment is read. */
function moment(date: Date): Buffer {
  const figures = date.toISOString().replaceAll(/\D/g, '')
  return der(0x17, Buffer.from(`${figures.slice(2, 14)}Z`))
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
