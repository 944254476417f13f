import { isLoopback } from '../../shared/loopback.ts'

/** WeCom keeps what people send to bots in Tencent's object storage. */
const tencent = /\.(qq\.com|myqcloud\.com)$/

/**
 * Whether WeCom may keep a file there. A private deployment has its files where its connection is; a stand-in on this machine
 * has no certificate.
 */
export function isFileAddress(url: string, wsUrl: string): boolean {
  const address = URL.parse(url)
  if (address === null) return false
  const { protocol, hostname } = address
  const isOurServer = hostname === URL.parse(wsUrl)?.hostname
  if (isOurServer && isLoopback(hostname)) return protocol === 'http:' || protocol === 'https:'
  return protocol === 'https:' && (isOurServer || tencent.test(hostname))
}
