import { expect, test } from 'vitest'
import { helpRows } from '../../src/commands/help.ts'

const words = (zh: string, en: string) => ({ zh, en })
const command = (name: string, least: number, called: readonly string[]) => ({
  name,
  least,
  words: called,
  summary: words('做', 'does'),
  example: words('/例', `/${name}`),
})

const catalogue = [
  command('plan', 1, ['plan', '计划', '今日计划']),
  command('settings', 3, ['settings', '设置']),
  command('why', 1, ['why']),
]

test('only what is allowed is shown, in the order of the catalogue', () => {
  expect(helpRows(catalogue, least => least <= 1).map(row => row.name)).toEqual(['plan', 'why'])
  expect(helpRows(catalogue, () => true).map(row => row.name)).toEqual(['plan', 'settings', 'why'])
  expect(helpRows(catalogue, () => false)).toEqual([])
})

test('each language is taught its own word, the first of several', () => {
  const [plan, why] = helpRows(catalogue, least => least <= 1)
  expect(plan).toMatchObject({ word: { zh: '计划', en: 'plan' } })
  expect(why).toMatchObject({ word: { zh: 'why', en: 'why' } })
})
