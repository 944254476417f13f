import { domainToASCII } from 'node:url'

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const domain = /^(?=.{4,190}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,24}|xn--[a-z\d-]{1,59})$/

/**
 * A mail address as it goes on the wire, in any width, its domain in small ASCII letters; null for what is none. What comes
 * out holds no space, comma, bracket or line end, so it can be one recipient and nothing else.
 */
export function readMailAddress(text: string): string | null {
  const parts = text.normalize('NFKC').trim().split('@')
  const [name = '', host = ''] = parts
  if (parts.length !== 2 || name.length > 64 || !local.test(name)) return null
  const ascii = domainToASCII(host).toLowerCase()
  return domain.test(ascii) ? `${name}@${ascii}` : null
}
