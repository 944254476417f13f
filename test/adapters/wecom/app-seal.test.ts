import { describe, expect, it } from 'vitest'
import { judgeTime, unseal } from '../../../adapters/wecom/app/seal.ts'

/** WeCom's own examples: its SDKs in Go and Python, and developer.work.weixin.qq.com/document/path/90968. */
const golang = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', corpId: 'wx5823bf96d3bd56c7' }
const python = {
  token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  aesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
  corpId: 'ww1436e0e65a779aee',
}
const examples = [
  {
    seal: golang,
    signed: { timestamp: '1409659589', nonce: '263014780', signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3' },
    sealed: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    message: '1616140317555161061',
  },
  {
    seal: python,
    signed: { timestamp: '1476416373', nonce: '47744683', signature: '012bc692d0a58dd4b10f8dfe5c4ac00ae211ebeb' },
    sealed: 'fsi1xnbH4yQh0+PJxcOdhhK6TDXkjMyhEPA7xB2TGz6b+g7xyAbEkRxN/3cNXW9qdqjnoVzEtpbhnFyq6SVHyA==',
    message: '1288432023552776189',
  },
]

describe("WeCom's own examples", () => {
  it.each(examples)('are opened: $message', ({ seal, signed, sealed, message }) => {
    expect(unseal(seal, signed, sealed)).toBe(message)
  })

  it.each(examples)('are not opened with anything changed: $message', ({ seal, signed, sealed }) => {
    expect(unseal({ ...seal, corpId: `${seal.corpId}x` }, signed, sealed)).toBeNull()
    expect(unseal({ ...seal, token: 'x' }, signed, sealed)).toBeNull()
    expect(unseal({ ...seal, aesKey: 'A'.repeat(43) }, signed, sealed)).toBeNull()
    expect(unseal({ ...seal, aesKey: 'short' }, signed, sealed)).toBeNull()
    expect(unseal(seal, { ...signed, nonce: '1' }, sealed)).toBeNull()
    expect(unseal(seal, { ...signed, timestamp: '1409659590' }, sealed)).toBeNull()
    expect(unseal(seal, { ...signed, signature: signed.signature.slice(0, -1) }, sealed)).toBeNull()
    expect(unseal(seal, { ...signed, signature: null }, sealed)).toBeNull()
  })
})

describe('the time of a call', () => {
  const now = new Date('2026-11-23T01:00:00Z')
  const at = (seconds: number) => ({ signature: 's', nonce: 'n', timestamp: `${now.getTime() / 1000 + seconds}` })

  it.each([
    [-301, 'stale'],
    [-300, 'ok'],
    [0, 'ok'],
    [300, 'ok'],
    [301, 'future'],
  ])('%i seconds from now is %s', (seconds, verdict) => {
    expect(judgeTime(at(seconds), now)).toBe(verdict)
  })

  it.each(['', '-1', '1e9', ' 1764000000', '99999999999999', '0x10'])('is missing when it is %j', timestamp => {
    expect(judgeTime({ ...at(0), timestamp }, now)).toBe('missing')
  })
})
