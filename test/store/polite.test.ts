import { expect, it } from 'vitest'
import { temporaryStore } from './fixture.ts'

it('a busy embedded database leaves the event loop its turns', async () => {
  await using database = await temporaryStore()
  const busy = new AbortController()
  let turns = 0
  const turn = () => {
    turns += 1
    if (!busy.signal.aborted) setImmediate(turn)
  }
  setImmediate(turn)
  for (let n = 0; n < 100; n++) await database.store.query('SELECT 1')
  busy.abort()
  expect(turns).toBeGreaterThanOrEqual(100)
})
