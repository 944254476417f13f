import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filenameIn } from '../../../adapters/shared/disposition.ts'

/** Bare bytes in a header, as `fetch` gives them. */
const bare = (name: string) => Buffer.from(name).toString('latin1')

describe('the name of a file in a content-disposition', () => {
  it.each([
    [`attachment; filename*=UTF-8''${encodeURIComponent('报价 1.xlsx')}`, '报价 1.xlsx'],
    [`attachment; filename="a.txt"; filename*=utf-8'zh'${encodeURIComponent('甲.txt')}`, '甲.txt'],
    [`attachment; filename*="UTF-8''a%20b.txt"`, 'a b.txt'],
    [`attachment; filename="${encodeURIComponent('报价.xlsx')}"`, '报价.xlsx'],
    [`attachment; filename="${bare('报价.xlsx')}"`, '报价.xlsx'],
    ['attachment; filename="caf\xe9.txt"', 'café.txt'],
    ['attachment; filename="a \\"b\\".txt"', 'a "b".txt'],
    ['attachment; filename=a.pdf; size=3', 'a.pdf'],
    ['attachment; filename="100% .txt"', '100% .txt'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\x\\\\a.doc"', 'a.doc'],
    [`attachment; filename*=UTF-8''a%00b%E2%80%AEc.txt`, 'abc.txt'],
  ])('%s is %s', (disposition, name) => {
    expect(filenameIn(disposition)).toBe(name)
  })

  it.each([null, '', 'attachment', 'attachment; filename=""', 'attachment; filename="a/"'])('%s gives none', none => {
    expect(filenameIn(none)).toBeNull()
  })

  it('is read from anything without a fault, and has no path in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', "*=UTF-8''", '="', '='), (text, sign) => {
        expect(filenameIn(`attachment; filename${sign}${text}`) ?? '').not.toMatch(/[/\\\0]/)
      }),
    )
  })
})
