import { describe, expect, it } from 'vitest'
import { content, text } from '../../src/content/build.ts'
import { PlatformError, type PlatformErrorKind } from '../../src/platform/errors.ts'
import { eachDatabase } from '../store/fixture.ts'
import { dieWhileSending, minutes, openScene, says } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

const callsOf = ({ adapter }: { adapter: ScriptedAdapter }) => adapter.calls.map(({ call }) => call)

describe('what may have arrived before a crash, where the platform can be asked', () => {
  it('is out when it is there, and is revised there', async () => {
    using scene = await openScene()
    const revises = { key: 'digest', short: null }
    await scene.write({ content: says('2 of 5'), revises })
    const comeBack = await dieWhileSending(scene)
    scene.adapter.willFind('there')
    await scene.drain()
    expect(await scene.rows()).toMatchObject([{ state: 'sent', platform: 'slack', lastError: null }])
    await scene.write({ content: says('5 of 5'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await comeBack()
    expect(callsOf(scene)).toEqual(['send', 'find', 'revise'])
    expect(scene.adapter.calls.at(-1)).toMatchObject({ message: 'found 0', text: '5 of 5' })
  })

  it('is sent under the same key when it is not there', async () => {
    using scene = await openScene()
    await scene.write({ content: says('bonus day') })
    const comeBack = await dieWhileSending(scene)
    scene.adapter.willFind('not there').will('taken')
    expect(await scene.drain()).toEqual({ next: null, isLeft: false })
    await comeBack()
    expect(callsOf(scene)).toEqual(['send', 'find', 'send'])
    const keys = scene.adapter.calls.flatMap(call => ('key' in call ? [call.key] : []))
    expect(new Set(keys).size).toBe(1)
    expect(await scene.states()).toEqual(['sent'])
  })

  it('waits until the platform can tell, and what follows waits behind it', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first') })
    const comeBack = await dieWhileSending(scene)
    await scene.write({ content: says('second') })
    scene.adapter.willFind('unavailable', 'there')
    const { next } = await scene.drain()
    expect(await scene.states()).toEqual(['sending', 'pending'])
    expect(next).not.toBeNull()
    scene.clock.moveTo(minutes(1))
    scene.adapter.will('taken')
    await scene.drain()
    await comeBack()
    expect(scene.adapter.texts).toEqual(['first', 'second'])
    expect(await scene.states()).toEqual(['sent', 'sent'])
  })

  it.each(['unreachable', 'forbidden', 'rejected'] as const)(
    'is given up, not said twice, when looking is %s',
    async kind => {
      using scene = await openScene()
      await scene.write({ content: says('bonus day') })
      const comeBack = await dieWhileSending(scene)
      scene.adapter.willFind(kind)
      await scene.drain()
      expect(await scene.rows()).toMatchObject([{ state: 'failed', lastError: expect.stringMatching(/^uncertain/) }])
      await comeBack()
      expect(scene.adapter.texts).toEqual(['bonus day'])
    },
  )

  it('is given up when nobody could tell until the end of its life', async () => {
    using scene = await openScene()
    await scene.write({ content: says('today only'), expiresAt: minutes(5) })
    const comeBack = await dieWhileSending(scene)
    scene.clock.moveTo(new Date(minutes(5).getTime() - 500))
    scene.adapter.willFind('unavailable')
    await scene.drain()
    await comeBack()
    expect(callsOf(scene)).toEqual(['send', 'find'])
  })

  it('goes on after the part that was found, which is sought as the continuation that it is', async () => {
    using scene = await openScene()
    const [a, b, c] = ['a', 'b', 'c'].map(letter => text(letter.repeat(150)))
    await scene.write({ content: content('en', a ?? null, b ?? null, c ?? null) })
    scene.adapter.will('taken', 'uncertain')
    scene.adapter.willFind('there')
    await scene.drain()
    scene.clock.moveTo(minutes(1))
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts.map(words => words[0])).toEqual(['a', 'b', 'c'])
    expect(scene.adapter.calls.find(({ call }) => call === 'find')).toMatchObject({ after: { message: 'm1' } })
    expect(await scene.states()).toEqual(['sent'])
  })

  it('is not looked for when it may be heard twice', async () => {
    using scene = await openScene()
    await scene.write({ content: says('help'), repeatable: true })
    const comeBack = await dieWhileSending(scene)
    scene.adapter.willFind()
    scene.adapter.will('taken')
    await scene.drain()
    await comeBack()
    expect(callsOf(scene)).toEqual(['send', 'send'])
  })
})

describe('how far a message of several calls has come', () => {
  /** It keeps that, and then fails like this. */
  const keeps = (scene: Awaited<ReturnType<typeof openScene>>, said: number, kind: PlatformErrorKind) => async () => {
    await scene.adapter.progress?.keep({ said })
    throw new PlatformError(kind, 'scripted')
  }
  const progressIn = async (scene: Awaited<ReturnType<typeof openScene>>) =>
    (await scene.rows()).map(({ progress }) => progress)

  it('is told to whoever goes on with it, and to whoever looks for it, and forgotten once it is out', async () => {
    using scene = await openScene()
    await scene.write({ content: says('hello') })
    scene.adapter.will(keeps(scene, 1, 'unavailable'))
    await scene.drain()
    scene.clock.moveTo(minutes(1))
    scene.adapter.will(keeps(scene, 2, 'uncertain')).willFind('not there')
    await scene.drain(scene.group, { owner: 'another' })
    expect(scene.adapter.progress?.kept).toEqual({ said: 1 })
    expect(await progressIn(scene)).toEqual([{ said: 2 }])
    scene.clock.moveTo(minutes(2))
    scene.adapter.will('taken')
    await scene.drain(scene.group, { owner: 'a third' })
    expect(scene.adapter.calls.find(({ call }) => call === 'find')).toMatchObject({ kept: { said: 2 } })
    expect(scene.adapter.progress?.kept).toEqual({ said: 2 })
    expect(await progressIn(scene)).toEqual([null])
    expect(await scene.states()).toEqual(['sent'])
  })

  it('is of one part alone, and forgotten when it is given up', async () => {
    using scene = await openScene()
    const [a, b] = ['a', 'b'].map(letter => text(letter.repeat(150)))
    await scene.write({ content: content('en', a ?? null, b ?? null) })
    const kept: unknown[] = []
    scene.adapter.will(
      async () => scene.adapter.progress?.keep({ said: 1 }),
      async () => void kept.push(scene.adapter.progress?.kept),
    )
    await scene.drain()
    await scene.write({ to: { person: scene.li }, content: says('in private') })
    scene.adapter.will(keeps(scene, 5, 'rejected'))
    await scene.drain(scene.direct)
    expect(kept).toEqual([null])
    expect(await progressIn(scene)).toEqual([null, null])
    expect(await scene.states()).toEqual(['sent', 'failed'])
  })
})

describe('an answer that never came', () => {
  it.each([
    ['there', ['send', 'find']],
    ['not there', ['send', 'find', 'send']],
  ] as const)('is looked into a little later: %s', async (found, calls) => {
    using scene = await openScene()
    await scene.write({ content: says('hello') })
    scene.adapter.will('uncertain')
    scene.adapter.willFind(found)
    const { next } = await scene.drain()
    expect(callsOf(scene)).toEqual(['send'])
    expect(await scene.states()).toEqual(['sending'])
    scene.clock.moveTo(next ?? minutes(1))
    if (found === 'not there') scene.adapter.will('taken')
    await scene.drain()
    expect(callsOf(scene)).toEqual(calls)
    expect(await scene.states()).toEqual(['sent'])
  })

  it('is looked into by whoever comes after a restart', async () => {
    using scene = await openScene()
    await scene.write({ content: says('hello') })
    scene.adapter.will('uncertain')
    scene.adapter.willFind('there')
    await scene.drain()
    scene.clock.moveTo(minutes(1))
    await scene.drain(scene.group, { owner: 'another' })
    expect(scene.adapter.texts).toEqual(['hello'])
    expect(await scene.states()).toEqual(['sent'])
  })
})

describe.each(eachDatabase)('after a process was killed between sending and settling, on $name', ({ open }) => {
  it('two others that come at once leave exactly one message', async context => {
    await using database = await open(context)
    using scene = await openScene(new ScriptedAdapter(), database.store)
    await scene.write({ content: says('bonus day') })
    const comeBack = await dieWhileSending(scene)
    scene.adapter.willFind('there')
    await Promise.all(['b', 'c'].map(owner => scene.drain(scene.group, { owner })))
    await comeBack()
    expect(callsOf(scene)).toEqual(['send', 'find'])
    expect(await scene.states()).toEqual(['sent'])
  })
})
