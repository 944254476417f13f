import { describe, expect, it } from 'vitest'
import { content, text } from '../../src/content/build.ts'
import { takeLease, voidLeases } from '../../src/outbox/lease.ts'
import { dieWhileSending, minutes, openScene, says } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

describe('after a crash', () => {
  const long = content('en', text('a'.repeat(150)), text('b'.repeat(150)), text('c'.repeat(150)))

  it('between parts goes on with the next part', async () => {
    using scene = await openScene()
    await scene.write({ content: long })
    scene.adapter.will('taken', 'unavailable')
    await scene.drain()
    await scene.loseProcess()
    scene.clock.moveTo(minutes(5))
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.texts.map(words => words[0])).toEqual(['a', 'b', 'b', 'c'])
    const id = (await scene.rows()).at(0)?.id
    const keys = scene.adapter.calls.flatMap(call => (call.call === 'send' ? [call.key] : []))
    expect(keys).toEqual([`${id}:0`, `${id}:1`, `${id}:1`, `${id}:2`])
  })

  it('what nobody knows to have arrived is not said twice', async () => {
    using scene = await openScene()
    await scene.write({ content: says('bonus day') })
    const comeBack = await dieWhileSending(scene)
    await scene.drain()
    expect(await scene.rows()).toMatchObject([{ state: 'failed', lastError: expect.stringMatching(/^uncertain/) }])
    await comeBack()
    expect(scene.adapter.texts).toEqual(['bonus day'])
  })

  it.each([
    { harmless: 'it may be heard twice', group: {}, repeatable: true },
    { harmless: 'the platform drops what it has', group: { idempotent: true }, repeatable: false },
  ])('it is sent again, under the same key, because $harmless', async ({ group, repeatable }) => {
    using scene = await openScene(new ScriptedAdapter({ group }))
    await scene.write({ content: says('hello'), repeatable })
    const comeBack = await dieWhileSending(scene)
    scene.adapter.will('taken')
    await scene.drain()
    await comeBack()
    const keys = scene.adapter.calls.flatMap(call => (call.call === 'send' ? [call.key] : []))
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(2)
  })

  it('an embedded database frees at once what the former process held', async () => {
    using scene = await openScene()
    await scene.write({ content: says('hello') })
    const { prisma } = scene.store
    expect(await takeLease(prisma, scene.group, 'gone/1')).not.toBeNull()
    expect(await scene.drain()).toEqual({ next: null, isLeft: false })
    expect(scene.adapter.calls).toEqual([])
    await voidLeases(prisma)
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['hello'])
  })
})
