import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../store/fixture.ts'
import { openScene, says } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

describe.each(eachDatabase)('several senders on $name', ({ open }) => {
  it('never send in one conversation at once, and leave nothing behind', async context => {
    await using database = await open(context)
    using scene = await openScene(new ScriptedAdapter(), database.store)
    scene.adapter.takeAll()
    const words = Array.from({ length: 12 }, (_, n) => `message ${n}`)
    const owners = ['a', 'b', 'c']
    await Promise.all(
      words.map(async (said, n) => {
        await scene.write({ content: says(said), key: said })
        const send = () => scene.drain(scene.group, { owner: owners[n % owners.length] ?? 'a' })
        // As the queue does with what was left to it.
        while ((await send()).next !== null);
      }),
    )
    expect(scene.adapter.texts.toSorted()).toEqual(words.toSorted())
    expect(new Set(await scene.states())).toEqual(new Set(['sent']))
    expect(scene.adapter.mostAtOnce).toBe(1)
  })
})
