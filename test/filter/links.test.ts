import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLinks, isOn } from '../../src/filter/links.ts'

const found = (text: string) => findLinks(text).map(({ host, from, to }) => `${host} ${text.slice(from, to)}`)

test.each([
  ['看https://example.com看看', 'example.com https://example.com'],
  ['（http://shop.example.com/a?b=1#c）', 'shop.example.com http://shop.example.com/a?b=1#c'],
  ['见 https://example.com。好的', 'example.com https://example.com'],
  ['HTTP://EXAMPLE.COM:8080/x, ok', 'example.com HTTP://EXAMPLE.COM:8080/x'],
  ['http:\\\\example.com', 'example.com http:\\\\example.com'],
  ['www.example.me', 'www.example.me www.example.me'],
  ['淘宝taobao.com,ok', 'taobao.com taobao.com'],
  ['example.com。好的', 'example.com example.com'],
  ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com ｅｘａｍｐｌｅ．ｃｏｍ'],
  ['ⓔⓧⓐⓜⓟⓛⓔ。ⓒⓞⓜ', 'example.com ⓔⓧⓐⓜⓟⓛⓔ。ⓒⓞⓜ'],
  ['exam\u200bple.c\u00adom', 'example.com exam\u200bple.c\u00adom'],
  ['example.com.then', 'example.com example.com'],
  ['a.example.com.cn/x', 'a.example.com.cn a.example.com.cn/x'],
  ['x.md/y', 'x.md x.md/y'],
  ['<a href="http://example.com/x">', 'example.com http://example.com/x'],
  ['bit.ly/3x', 'bit.ly bit.ly/3x'],
  ['example点com', 'example.com example点com'],
  ['evil[.]com/x', 'evil.com evil[.]com/x'],
  ['http://例子.测试/路', 'xn--fsqu00a.xn--0zwm56d http://例子.测试/'],
  ['http://3232235777/', '192.168.1.1 http://3232235777/'],
  ['https://[::1]:80/a', '[::1] https://[::1]:80/a'],
  ['https://ex%61mple.com/', 'example.com https://ex%61mple.com/'],
])('%s is a link', (text, link) => {
  expect(found(text)).toEqual([link])
})

describe('a host that looks like another is the one that it is', () => {
  test.each([
    ['a Cyrillic letter', 'gооgle.com', 'google.com'],
    ['an accent', 'https://googl\u0065\u0301.com', 'google.com'],
    ['a letter with an accent', 'googlé.com', 'google.com'],
    ['a name for a password', 'https://google.com@evil.com/', 'google.com'],
    ['a name for a password that has an at', 'https://google.com@x@evil.com/', 'google.com'],
    ['a longer host', 'google.com.evil.com', 'google.com'],
    ['a host with more before', 'https://notgoogle.com', 'google.com'],
    ['a path that looks like a host', 'https://evil.com/google.com', 'google.com'],
    ['a path by the other slash', 'https://evil.com\\@google.com', 'google.com'],
  ])('%s', (_, text, host) => {
    const links = findLinks(text)
    expect(links).toHaveLength(1)
    expect(links.some(link => isOn(link.host, [host]))).toBe(false)
  })
})

test.each([
  ['a file', 'README.md node.js a.py run.sh'],
  ['a field of some record', 'Owner.id, Owner.name'],
  ['a version and a number', 'v1.2, 3.14, 1.000.000'],
  ['words without a space between sentences', 'done.It works, ok.so what'],
  ['an e-mail address', 'li.lei@example.com, mailto:a@b.cn'],
  ['a scheme without a host', 'http:// https:///'],
  ['Chinese', '好的。是的。再见'],
])('%s is no link', (_, text) => {
  expect(found(text)).toEqual([])
})

test('a host is on a domain when it is that or under it', () => {
  expect(isOn('example.com', ['example.com'])).toBe(true)
  expect(isOn('a.b.example.com', ['EXAMPLE.com.'])).toBe(true)
  expect(isOn('a.example.com', ['*.example.com'])).toBe(true)
  expect(isOn('example.com', ['https://example.com/about?x'])).toBe(true)
  expect(isOn('xn--fsqu00a.com', ['例子.com'])).toBe(true)
  expect(isOn('notexample.com', ['example.com'])).toBe(false)
  expect(isOn('example.com', ['a.example.com', '', '*', 'com.cn'])).toBe(false)
})

test('what somebody registered is told from what is under it', () => {
  const site = (text: string) => findLinks(text).map(link => link.site)
  expect(site('https://a.b.example.com/ shop.example.com.cn x.example.co.uk')).toEqual([
    'example.com',
    'example.com.cn',
    'example.co.uk',
  ])
  expect(site('http://10.0.0.1/ http://localhost:3000/')).toEqual(['10.0.0.1', 'localhost'])
})

test('whatever the text, links lie in it in order and have a host', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'abc.。-_/:@[]% \n例点', 'http://', 'www.', '.com', '.cn', '\u200b', 'é', '😀', '\ud83d'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, typed => {
      let last = 0
      for (const { from, to, host, site } of findLinks(typed)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(typed.length)
        expect(isOn(host, [site])).toBe(true)
        last = to
      }
    }),
    { numRuns: 2000 },
  )
})

test.each([
  'a'.repeat(200_000),
  'a.'.repeat(100_000),
  'http://'.repeat(30_000),
  'a.com/'.repeat(30_000),
  `a.com/${'.'.repeat(200_000)}x`,
])('a long text takes time in proportion to its length (%#)', { timeout: 10_000 }, text => {
  expect(findLinks(text).length).toBeLessThan(text.length / 10)
})
