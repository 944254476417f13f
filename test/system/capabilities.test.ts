import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readmes, withTable } from './capabilities.ts'

it.each(readmes)('$file says of each platform what its adapter declares (npm run capabilities)', ({ file, lang }) => {
  const text = readFileSync(file, 'utf8')
  expect(text).toBe(withTable(text, lang))
})
