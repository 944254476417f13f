import { describe, expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'

describe('an id', () => {
  const moment = new Date('2026-11-23T01:00:00Z')

  it('is a UUID of version 7 that tells when it was made', () => {
    const id = newId(moment)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(moment.getTime())
  })

  it('is another one each time, however many are made', () => {
    const chances = Array.from({ length: 5000 }, () => newId(moment).slice(-12))
    expect(new Set(chances).size).toBe(5000)
  })

  it('sorts in the order of making, also within a millisecond', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(moment))
    expect(ids.toSorted()).toEqual(ids)
    expect(newId(new Date(moment.getTime() + 1)) > newId(moment)).toBe(true)
  })
})
