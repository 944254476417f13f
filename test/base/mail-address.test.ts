import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMailAddress } from '../../src/base/mail-address.ts'

describe('a mail address', () => {
  it.each([
    ['li.lei@company.cn', 'li.lei@company.cn'],
    [' Li.Lei+bot@Company.CN ', 'Li.Lei+bot@company.cn'],
    ['ｌｉ＠ｃｏｍｐａｎｙ．ｃｎ', 'li@company.cn'],
    ['zhang@公司.中国', 'zhang@xn--55qx5d.xn--fiqs8s'],
    ['10001@qq.com', '10001@qq.com'],
  ])('is read: %j', (text, address) => {
    expect(readMailAddress(text)).toBe(address)
  })

  it.each([
    '',
    'li',
    'li@',
    '@company.cn',
    'li@company',
    'li@@company.cn',
    'li lei@company.cn',
    'li@company.cn, x@y.cn',
  ])('is no other thing: %j', text => {
    expect(readMailAddress(text)).toBeNull()
  })

  it.each([
    '<li@company.cn>',
    'li@company.cn\r\nBcc: x@y.cn',
    '.li@company.cn',
    'li..lei@company.cn',
    'li@-a.cn',
    'li@127.0.0.1',
  ])('is not bent into one: %j', text => {
    expect(readMailAddress(text)).toBeNull()
  })

  it('is one recipient and nothing else, whatever was typed, and reads as itself', () => {
    const sign = fc.constantFrom(...'ab1.@-_+＠．。,;:<>()[]"\\\r\n\t 中公司\u202E\u0000%!')
    const near = fc
      .tuple(fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: sign, maxLength: 12 }))
      .map(([name, host]) => `${name}@${host}.cn`)
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'grapheme' })), text => {
        const address = readMailAddress(text)
        if (address === null) return
        expect(address).toMatch(/^[!-~]{1,64}@[a-z\d.-]{1,190}$/)
        expect(address).not.toMatch(/[,;:<>()[\]"\\]/)
        expect(readMailAddress(address)).toBe(address)
      }),
      { numRuns: 2000 },
    )
  })
})
