import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newKey, readKey, sealingWith } from '../../src/base/sealing.ts'

const keyOf = (text: string) => readKey(text) ?? new Uint8Array()

it('opens what was sealed, about the same and with the same key alone', () => {
  const sealing = sealingWith(keyOf(newKey()))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (words, about) => {
      const plain = words.toWellFormed()
      const sealed = sealing.seal(plain, about)
      expect(sealing.open(sealed, about)).toBe(plain)
      expect(sealing.open(sealed, `${about}x`)).toBeNull()
      expect(sealingWith(keyOf(newKey())).open(sealed, about)).toBeNull()
    }),
  )
})

it('tells what was changed, cut or never sealed, and seals the same words differently each time', () => {
  const sealing = sealingWith(keyOf(newKey()))
  const sealed = sealing.seal('合同延期', 'x')
  expect(sealing.seal('合同延期', 'x')).not.toBe(sealed)
  expect(Buffer.from(sealed, 'base64').includes('合同')).toBe(false)
  const bytes = Buffer.from(sealed, 'base64')
  for (const [at, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes)
    changed[at] = byte ^ 1
    expect(sealing.open(changed.toString('base64'), 'x')).toBeNull()
  }
  expect(sealing.open(sealed.slice(0, 20), 'x')).toBeNull()
  expect(sealing.open('', 'x')).toBeNull()
})

it('takes keys of 32 bytes in Base64 or in hexadecimal digits', () => {
  expect(readKey(newKey())).toHaveLength(32)
  expect(readKey('ab'.repeat(32))).toHaveLength(32)
  for (const text of ['', 'short', 'ab'.repeat(31), `${newKey()}x`]) expect(readKey(text)).toBeNull()
  expect(() => sealingWith(new Uint8Array(16))).toThrow(RangeError)
})
