import { describe, expect, it } from 'vitest'
import type { NewRoomMessage, RoomMessages } from '../../adapters/room/messages.ts'
import { createRoomMessages } from '../../src/store/room-messages.ts'
import { eachDatabase } from './fixture.ts'

const at = new Date('2026-11-23T01:00:00.123Z')

function message(key: string, facts: Partial<NewRoomMessage> = {}): NewRoomMessage {
  return { channel: 'sales', from: 'li', to: null, at, text: key, content: null, key, ...facts }
}

describe.each(eachDatabase)("the Room's messages on $name", ({ open }) => {
  it('come back as they were said', async context => {
    await using database = await open(context)
    const messages: RoomMessages = createRoomMessages(database.store)
    const said = message('odd', { text: `'"\\ \n 🎉 @all <b>`, content: { lang: 'zh', blocks: [] }, to: 'wang' })
    const kept = await messages.append(said)
    expect(kept).toMatchObject({ ...said, revision: 1, recalled: false })
    expect(await messages.find(kept.id)).toEqual(kept)
  })

  it('are one for each key, also among those that are said at the same moment', async context => {
    await using database = await open(context)
    const messages: RoomMessages = createRoomMessages(database.store)
    const heard: string[] = []
    messages.subscribe(({ key }) => void heard.push(key))
    const keys = Array.from({ length: 60 }, (_, n) => `k${n % 20}`)
    const kept = await Promise.all(keys.map(key => messages.append(message(key))))
    expect(kept.map(({ key }) => key)).toEqual(keys)
    expect(new Set(kept.map(({ id }) => id)).size).toBe(20)
    expect(heard.toSorted()).toEqual([...new Set(keys)].toSorted())
    expect((await messages.history({ channel: 'sales' })).messages.map(({ key }) => key)).toEqual([...new Set(keys)])
  })

  it('take a new place when they change, and none when they do not', async context => {
    await using database = await open(context)
    const messages: RoomMessages = createRoomMessages(database.store)
    const { id } = await messages.append(message('first'))
    await messages.append(message('second'))
    const { cursor } = await messages.history({ channel: 'sales' })
    const words = { text: 'mended', content: { a: 1 } }
    expect([await messages.revise(id, words), await messages.revise(id, words)]).toEqual([true, true])
    expect((await messages.history({ channel: 'sales', after: cursor })).messages).toMatchObject([{ id, revision: 2 }])
    expect([await messages.recall(id), await messages.recall(id)]).toEqual([true, true])
    expect([await messages.revise(id, words), await messages.recall('none')]).toEqual([false, false])
  })

  it('leave a mark and no word when they are recalled, by whichever name', async context => {
    await using database = await open(context)
    const messages: RoomMessages = createRoomMessages(database.store)
    const { id } = await messages.append(message('number 1', { content: { a: 'number 1' } }))
    await messages.append(message('number 2'))
    await messages.append(message('number 3', { channel: 'other' }))
    const { cursor } = await messages.history({ channel: 'sales' })
    await messages.recall(id)
    const heard: string[] = []
    messages.subscribe(({ key, text }) => void heard.push(`${key}:${text}`))
    for (const key of ['number 2', 'number 2', 'number 3', 'none'])
      await messages.recallKeyed({ channel: 'sales', key })
    expect(heard).toEqual(['number 2:'])
    const gone = { text: '', content: null, recalled: true, revision: 2 }
    expect((await messages.history({ channel: 'sales', after: cursor })).messages).toMatchObject([gone, gone])
    const rows = await database.store.prisma.roomMessage.findMany({ orderBy: { key: 'asc' } })
    expect(rows).toMatchObject([gone, gone, { text: 'number 3', recalled: false }])
  })

  it('reach a reader with a cursor all, however many write and revise meanwhile', async context => {
    await using database = await open(context)
    const writers: RoomMessages[] = Array.from({ length: 8 }, () => createRoomMessages(database.store))
    const reader: RoomMessages = createRoomMessages(database.store)
    let writing = true
    const work = Promise.all(
      writers.map(async (messages, writer) => {
        for (let n = 0; n < 25; n++) {
          const { id } = await messages.append(message(`${writer}-${n}`))
          if (n % 3 === 0) await messages.revise(id, { text: 'revised', content: null })
        }
      }),
    ).finally(() => {
      writing = false
    })
    const seen = new Map<string, number>()
    let cursor = '0'
    for (let last = false; !last; ) {
      last = !writing
      const page = await reader.history({ channel: 'sales', after: cursor })
      for (const { key, revision } of page.messages) seen.set(key, revision)
      cursor = page.cursor
    }
    await work
    expect(seen.size).toBe(8 * 25)
    expect([...seen.values()].filter(revision => revision === 2)).toHaveLength(8 * 9)
  })
})

describe.each(eachDatabase)('what the Room shows and does not write down on $name', ({ open }) => {
  it('stands where it was said, for this process alone', async context => {
    await using database = await open(context)
    const messages: RoomMessages = createRoomMessages(database.store)
    const heard: string[] = []
    messages.subscribe(({ key }) => void heard.push(key))
    const direct = { channel: 'dm:li' }
    await messages.append(message('before', direct))
    const { cursor } = await messages.history({ ...direct, viewer: 'li' })
    const shown = await messages.show(message('secret', direct))
    expect(await messages.show(message('secret', direct))).toEqual(shown)
    await messages.append(message('after', direct))
    const keys = async (of: RoomMessages, after?: string) =>
      (await of.history({ ...direct, ...(after !== undefined && { after }) })).messages.map(({ key }) => key)
    expect(await keys(messages)).toEqual(['before', 'secret', 'after'])
    expect(await keys(messages, cursor)).toEqual(['secret', 'after'])
    expect(await keys(messages, shown.change)).toEqual(['after'])
    expect(await messages.find(shown.id)).toEqual(shown)
    expect(heard).toEqual(['before', 'secret', 'after'])
    expect((await messages.history({ channel: 'dm:wang' })).messages).toEqual([])
    expect(await keys(createRoomMessages(database.store))).toEqual(['before', 'after'])
  })
})
