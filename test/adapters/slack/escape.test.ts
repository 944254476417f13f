import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, unescapeText } from '../../../adapters/slack/render/escape.ts'

const text = fc.string({ unit: fc.constantFrom('&', '<', '>', 'a', 'm', 'p', 'l', 't', 'g', ';', '!', '华', '@', '|') })

describe('words for Slack', () => {
  it('can begin no mention, link or command', () => {
    expect(escapeText('<!channel> & <https://a.b|c>')).toBe('&lt;!channel&gt; &amp; &lt;https://a.b|c&gt;')
    fc.assert(fc.property(text, words => !/[<>]/.test(escapeText(words))))
  })

  it('are read back as they were, whatever entities a person typed', () => {
    expect(unescapeText('&amp;lt;')).toBe('&lt;')
    fc.assert(fc.property(text, words => unescapeText(escapeText(words)) === words))
  })
})
