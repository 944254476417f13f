import { describe, expect, it } from 'vitest'
import { content } from '../../src/content/build.ts'
import { dieWhileSending, minutes, openScene, says } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

const recalling = () => new ScriptedAdapter({ group: { recallsOthers: true } })
const callsOf = ({ adapter }: { readonly adapter: ScriptedAdapter }) => adapter.calls.map(({ call }) => call)

describe('what takes back what a member said', () => {
  it('does so before it is said, in its place', async () => {
    using scene = await openScene(recalling())
    await scene.write({ content: says('Li: 138****5678'), recalls: 'E1' })
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.calls).toMatchObject([
      { call: 'recall-said', address: { kind: 'group', channelId: 'C1' }, eventId: 'E1' },
      { call: 'send', text: 'Li: 138****5678' },
    ])
    expect(await scene.states()).toEqual(['sent'])
  })

  it('says nothing where there is nothing to say', async () => {
    using scene = await openScene(recalling())
    await scene.write({ content: content('en'), recalls: 'E1', repeatable: true })
    scene.adapter.will('taken')
    await scene.drain()
    expect(callsOf(scene)).toEqual(['recall-said'])
    expect(await scene.states()).toEqual(['sent'])
  })

  it('is tried again as a whole while the platform cannot do it', async () => {
    using scene = await openScene(recalling())
    await scene.write({ content: says('copy'), recalls: 'E1' })
    scene.adapter.will('unavailable')
    await scene.drain()
    expect(await scene.states()).toEqual(['pending'])
    scene.clock.moveTo(minutes(5))
    scene.adapter.will('taken', 'rate-limited')
    await scene.drain()
    scene.clock.moveTo(minutes(10))
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(callsOf(scene)).toEqual(['recall-said', 'recall-said', 'send', 'recall-said', 'send'])
    expect(await scene.states()).toEqual(['sent'])
  })

  it('takes it back once, however many messages stand in for it', async () => {
    using scene = await openScene(recalling())
    await scene.write({ content: says('x'.repeat(450)), recalls: 'E1' })
    scene.adapter.will('taken', 'taken', 'taken', 'taken')
    await scene.drain()
    expect(callsOf(scene)).toEqual(['recall-said', 'send', 'send', 'send'])
  })

  it('whoever is killed over it does it again and says nothing twice', async () => {
    using scene = await openScene(recalling().willFind('not there', 'there'))
    await scene.write({ content: says('copy'), recalls: 'E1' })
    // While the platform takes it back, and then while it posts the copy.
    await dieWhileSending(scene)
    scene.adapter.will('taken')
    await dieWhileSending(scene)
    await scene.drain()
    expect(callsOf(scene)).toEqual(['recall-said', 'find', 'recall-said', 'send', 'find'])
    expect(await scene.states()).toEqual(['sent'])
  })

  it.each([{ repeatable: true }, { repeatable: false }])(
    'is given up where the platform does not let us, with nothing said beside it: %j',
    async more => {
      using scene = await openScene()
      await scene.write({ content: says('copy'), recalls: 'E1', ...more })
      await scene.drain()
      expect(scene.adapter.calls).toEqual([])
      expect(await scene.rows()).toMatchObject([{ state: 'failed', lastError: expect.stringMatching(/^forbidden/) }])
    },
  )

  it('is for the channel in which it was said', async () => {
    using scene = await openScene()
    const write = scene.write({ to: { person: scene.li }, content: says('copy'), recalls: 'E1' })
    await expect(write).rejects.toThrow('needs the channel')
  })
})
