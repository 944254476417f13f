import { describe, expect, it } from 'vitest'
import { content, list, text } from '../../src/content/build.ts'
import { openScene, says } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

describe('a message for one person', () => {
  const answer = () => content('en', text('Your month: 80,000'), list([['secret']]))
  const reply = { to: { reply: 'private' }, lane: 'reply' } as const

  it('is whispered where that can be', async () => {
    using scene = await openScene()
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.calls).toMatchObject([{ address: { kind: 'group', channelId: 'C1', whisperTo: 'U-li' } }])
  })

  it('is said directly where the group does not whisper', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { whispers: false } }))
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.calls).toMatchObject([{ address: { kind: 'direct', accountId: 'U-li' } }])
  })

  it('is said directly when the whisper is refused', async () => {
    using scene = await openScene()
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('unreachable', 'taken')
    await scene.drain()
    expect(scene.adapter.calls.at(-1)).toMatchObject({ address: { kind: 'direct', accountId: 'U-li' } })
    expect(await scene.states()).toEqual(['sent'])
  })

  it('is at last said openly, in short, with a mention and without its details', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { whispers: false }, direct: { starts: 'never' } }))
    await scene.write({ ...reply, content: answer() })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['@Li Your month: 80,000'])
    expect(scene.adapter.mentioned).toEqual(['U-li'])
  })

  it('is not said at all, not even in short, where it is for nobody else', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { whispers: false } }))
    await scene.write({ ...reply, content: { ...answer(), discreet: true } })
    scene.adapter.will('unreachable')
    await scene.drain()
    expect(scene.adapter.calls.map(call => 'address' in call && call.address.kind)).toEqual(['direct'])
    expect(await scene.states()).toEqual(['failed'])
  })

  it('fails with a reason when there is no way', async () => {
    using scene = await openScene(new ScriptedAdapter({ direct: { starts: 'never' } }))
    await scene.write({ content: says('nudge'), to: { person: scene.li }, lane: 'nudge' })
    await scene.drain(scene.direct)
    expect(await scene.rows()).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('unreachable') }])
  })
})
