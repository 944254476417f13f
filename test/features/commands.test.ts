import { expect, test } from 'vitest'
import { features } from '../../src/features/index.ts'

test('no two commands are called by one word, and no two actions by one id', () => {
  const words = features.flatMap(({ commands = [] }) => commands.flatMap(command => command.words))
  const ids = features.flatMap(({ actions = [] }) => actions.map(({ id }) => id))
  for (const all of [words, ids]) expect(all.filter((one, n) => all.indexOf(one) !== n)).toEqual([])
})
