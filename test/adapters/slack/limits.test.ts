import fc from 'fast-check'
import { expect, test } from 'vitest'
import { homeView } from '../../../adapters/slack/render/home-view.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { surfaces } from '../../../adapters/slack/surfaces.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { plain } from '../../../src/content/plain.ts'
import { longContent } from './long-contents.ts'
import { accountOf, reading, refusals } from './reader.ts'

/** The words alone: spaces, marks and the addresses behind links are how they are shown. */
function wordsOf(text: string): string {
  return text.replaceAll('https://example.com/a?b=1&c=2', '').replaceAll(/[\s•·→()[\]:：*`|-]/g, '')
}

test('whatever fits the canvas is drawn within the limits of Slack', () => {
  fc.assert(
    fc.property(longContent, content => {
      for (const part of fitTo(content, surfaces.group.canvas)) {
        const { text, blocks, pictures } = render(part, 'group', accountOf)
        expect(refusals(blocks, 'message')).toEqual([])
        expect(blocks.length).toBeGreaterThan(0)
        expect(text.length).toBeLessThanOrEqual(3_000)
        for (const { blockIndex } of pictures) expect(blocks[blockIndex]?.type).toBe('image')
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('a home tab is drawn within its limits, however much there is to say', () => {
  fc.assert(
    fc.property(longContent, content => {
      expect(refusals(homeView(content, accountOf).blocks, 'home')).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('no word is lost in drawing, but those that are typed instead of a button', () => {
  fc.assert(
    fc.property(longContent, content => {
      for (const part of fitTo(content, surfaces.group.canvas)) {
        const worded = { ...part, blocks: part.blocks.filter(({ b }) => !['actions', 'form', 'image'].includes(b)) }
        const { blocks } = render(worded, 'group', () => null)
        expect(wordsOf(reading(blocks).text)).toBe(wordsOf(plain(worded)))
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)
