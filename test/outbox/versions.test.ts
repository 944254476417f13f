import { describe, expect, it } from 'vitest'
import { content, text } from '../../src/content/build.ts'
import { openScene, says } from './scene.ts'
import { ScriptedAdapter } from './scripted-adapter.ts'

describe('versions of one message', () => {
  const revises = { key: 'digest:1', short: says('late: Li') }

  it('revise it in place', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('second'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('third'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.calls.slice(1)).toEqual([
      { call: 'revise', message: 'm1', text: 'second' },
      { call: 'revise', message: 'm1', text: 'third' },
    ])
  })

  it('go out as one when several wait', async () => {
    using scene = await openScene()
    for (const words of ['first', 'second', 'third']) await scene.write({ content: says(words), revises })
    scene.adapter.will('taken')
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['third'])
    expect(await scene.states()).toEqual(['merged', 'merged', 'sent'])
  })

  it('are added in short, or not at all, where nothing can be revised', async () => {
    using scene = await openScene(new ScriptedAdapter({ group: { revises: false } }))
    await scene.write({ content: says('first'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('second'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('third'), revises: { ...revises, short: null } })
    await scene.drain()
    expect(scene.adapter.texts).toEqual(['first', 'late: Li'])
    expect(await scene.states()).toEqual(['sent', 'sent', 'merged'])
  })

  it('are added in short when the message is gone', async () => {
    using scene = await openScene()
    await scene.write({ content: says('first'), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: says('second'), revises })
    scene.adapter.will('unreachable', 'taken')
    await scene.drain()
    expect(scene.adapter.texts.at(-1)).toBe('late: Li')
  })

  it('grow by parts that follow and shrink by parts that are recalled', async () => {
    using scene = await openScene()
    await scene.write({ content: says('a'.repeat(150)), revises })
    scene.adapter.will('taken')
    await scene.drain()
    await scene.write({ content: content('en', text('b'.repeat(150)), text('c'.repeat(150))), revises })
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.calls.slice(1)).toMatchObject([{ call: 'revise', message: 'm1' }, { call: 'send' }])
    await scene.write({ content: says('small'), revises })
    scene.adapter.will('taken', 'taken')
    await scene.drain()
    expect(scene.adapter.calls.slice(3)).toEqual([
      { call: 'revise', message: 'm1', text: 'small' },
      { call: 'recall', message: 'm3' },
    ])
  })
})
