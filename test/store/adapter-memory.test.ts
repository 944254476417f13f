import { describe, expect, it } from 'vitest'
import { memoryOf } from '../../src/store/adapter-memory.ts'
import { eachDatabase } from './fixture.ts'

describe.each(eachDatabase)('what adapters keep, on $name', ({ open }) => {
  it('is there again in the next process, for each platform its own', async context => {
    await using database = await open(context)
    const memory = memoryOf(database.store, 'wecom')
    expect(await memory.get('chats')).toBeUndefined()
    await memory.set('chats', { wrONE: ['li', null, 3] })
    await memory.set('chats', { wrTWO: [] })
    expect(await memoryOf(database.store, 'wecom').get('chats')).toEqual({ wrTWO: [] })
    expect(await memoryOf(database.store, 'dingtalk').get('chats')).toBeUndefined()
  })

  it('is counted further by several at once', async context => {
    await using database = await open(context)
    const [one, other] = [memoryOf(database.store, 'dingtalk'), memoryOf(database.store, 'dingtalk')]
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one : other).add('calls', 3)))
    expect(await one.add('calls', -1)).toBe(59)
    expect(await one.get('calls')).toBe(59)
  })
})
