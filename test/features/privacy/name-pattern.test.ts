import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namePattern } from '../../../src/features/privacy/name-pattern.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** The text as the database leaves it when the name is replaced. */
async function without(name: string, text: string, longer: readonly string[] = []): Promise<string> {
  const rows = await database.store.query<{ said: string }>(`SELECT regexp_replace($1, $2, '#', 'gi') AS said`, [
    text,
    namePattern(name, longer, 'text'),
  ])
  return rows[0]?.said ?? ''
}

/** The same for a text that stands in JSON. */
async function withoutInJson(name: string, text: string): Promise<unknown> {
  const rows = await database.store.query<{ said: unknown }>(
    `SELECT regexp_replace($1::jsonb::text, $2, '#', 'gi')::jsonb AS said`,
    [JSON.stringify([text]), namePattern(name, [], 'json')],
  )
  return rows[0]?.said
}

describe('a name', () => {
  it.each([
    ['张三', '问张三，张三说好', [], '问#，#说好'],
    ['张三', '张三丰和张三', ['张三丰'], '张三丰和#'],
    ['张三', '小张三和张三', ['小张三'], '小张三和#'],
    ['张三', '小张三丰、小张三、张三丰', ['小张三丰'], '小张三丰、小#、#丰'],
    ['Li', 'Li asked for a List; LI, li.', [], '# asked for a List; #, #.'],
    ['Li Lei', 'with li lei', [], 'with #'],
    ['J. (Jo) O’Neil*', 'J. (Jo) O’Neil* left', [], '# left'],
    ['王', '王府井', [], '王府井'],
    ['王', '王', [], '#'],
    ['𠮷田', '找𠮷田', [], '找#'],
    ['ǅoko', 'ǅoko and ǆoko', [], '# and #'],
  ])('%s in “%s”', async (name, text, longer, expected) => {
    expect(await without(name, text, longer)).toBe(expected)
  })

  it('is found whatever letters it is made of, and JSON stays JSON', async () => {
    const aName = fc
      .string({ minLength: 2, maxLength: 8, unit: 'grapheme' })
      .filter(name => name.trim().length > 1 && !name.includes('\0') && name.isWellFormed())
    await fc.assert(
      fc.asyncProperty(aName, async name => {
        expect(await without(name, `，${name}。`)).toBe('，#。')
        expect(await withoutInJson(name, `，${name}。`)).toEqual(['，#。'])
      }),
      { numRuns: 60 },
    )
  })
})
