import { describe, expect, test } from 'vitest'
import type { Lang } from '../../src/base/words.ts'
import { all, type Pages, read } from './reading-pages.ts'

interface Shared {
  /** How the names of the platform's settings begin. */
  readonly settings: string
  /** What both pages must name alike, in words, and how it is found on a page. */
  readonly named: readonly (readonly [what: string, pattern: RegExp])[]
  /** What is to be clicked, in the language of the platform's own pages: the page where it is told from other words. */
  readonly clicked: { readonly on: Lang; readonly pattern: RegExp; readonly moreThan: number }
}

/** What holds for the two pages of any platform: neither tells what the other keeps from its readers. */
export function describeBothPages(platform: string, pages: Pages, { settings, named, clicked }: Shared): void {
  const { en, zh } = pages

  describe(`both pages about ${platform}`, () => {
    test.each(named)('name the same %s', (_, pattern) => {
      expect(all(zh, pattern)).not.toEqual([])
      expect(all(en, pattern)).toEqual(all(zh, pattern))
    })

    test('name the same things to click', () => {
      const other = { en: zh, zh: en }[clicked.on]
      const names = all(pages[clicked.on], clicked.pattern)
      expect(names.length).toBeGreaterThan(clicked.moreThan)
      for (const name of names) expect(other).toContain(`**${name}**`)
    })

    test('have as many rows, steps and points', () => {
      const count = (page: string) => [/^\| /gm, /^\d+\. /gm, /^- /gm].map(line => page.match(line)?.length)
      expect(count(en)).toEqual(count(zh))
    })

    test('name the settings of .env.example, all of them', () => {
      const file = read('.env.example')
      const inFile = all(file, new RegExp(`\\b${settings}_[A-Z_]+(?==)`, 'g'))
      expect(inFile).not.toEqual([])
      expect(all(en, new RegExp(`\\b${settings}_[A-Z_]+\\b`, 'g'))).toEqual(inFile)
      expect(file).toMatch(/^DATA_DIR=/m)
    })
  })
}

/** Chinese words in bold, which an English page has only for what is written so on a screen. */
export const chineseInBold = /(?<=\*\*)[^*\n]*\p{Script=Han}[^*\n]*(?=\*\*)/gu
