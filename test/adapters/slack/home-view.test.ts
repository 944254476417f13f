import { expect, it } from 'vitest'
import { homeView } from '../../../adapters/slack/render/home-view.ts'
import { content, details, table, text } from '../../../src/content/build.ts'
import { accountOf, refusals } from './reader.ts'

const drawn = (...blocks: Parameters<typeof content> extends [unknown, ...infer B] ? B : never) =>
  homeView(content('en', ...blocks), accountOf)

it('shows a whole page, its details too, and tables in letters of one width', () => {
  const { type, blocks } = drawn(text('Li'), table([{ label: 'Calls' }], [['25']]), details, text('more'))
  expect(type).toBe('home')
  expect(blocks.map(block => block.type)).toEqual(['rich_text', 'rich_text', 'rich_text'])
  expect(JSON.stringify(blocks)).toContain('Calls\\n25')
  expect(JSON.stringify(blocks)).toContain('more')
})

it('points to the rest when there is too much for one page', () => {
  const { blocks } = drawn(...Array.from({ length: 120 }, (_, n) => text(`line ${n}`)))
  expect(refusals(blocks, 'home')).toEqual([])
  expect(JSON.stringify(blocks.at(-1))).toContain('message me \\"my\\"')
})
