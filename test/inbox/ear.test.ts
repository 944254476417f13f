import { expect, it } from 'vitest'
import type { Feature } from '../../src/features/feature.ts'
import type { Ear } from '../../src/inbox/ear.ts'
import { givenCast, message, openHouse, says } from '../house.ts'
import { temporaryStore } from '../store/fixture.ts'
import { keepLines } from './lines.ts'
import { probe } from './probe.ts'

/** Repeats to the group what it overheard. */
const parrot: Feature = {
  name: 'parrot',
  async overhears(ctx, { text, forUs, noticed = '' }) {
    if (text.includes('fails')) throw new Error('a parrot with a cold')
    const words = `${ctx.actor.name} said: ${text}${forUs ? ' (to us)' : ` (${noticed})`}`
    ctx.say({ to: { reply: 'open' }, content: says(words), lane: 'reply', purpose: 'parrot.repeat', forAnybody: true })
  },
}

/** Wants what has that word in it. */
const earFor = (word: string, heard: string[] = []): Ear => {
  return async talk => {
    heard.push(...talk.map(({ text }) => text))
    const wanted = talk.filter(({ text }) => text.includes(word))
    return new Map(wanted.map(one => [one, { noticed: word, kept: `sealed: ${one.text.length}` }]))
  }
}

async function openParrot(ear: Ear, { lines, log } = keepLines()) {
  const database = await temporaryStore()
  await givenCast(database.store)
  const house = await openHouse({ store: database.store, features: [probe, parrot], ear, log })
  const say = async (words: string, eventId?: string) => {
    await house.app.intake(message(words, eventId === undefined ? {} : { eventId }))
    await house.app.settle()
  }
  return {
    ...{ house, say, lines },
    rows: () => database.store.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } }),
    async [Symbol.asyncDispose]() {
      await house.app.stop()
      await database.close()
    },
  }
}

it('only the talk that the ear wants is handled, once, and no words are left of any', async () => {
  const heard: string[] = []
  await using stage = await openParrot(earFor('cheese', heard))
  await stage.say('good morning')
  await stage.say('any cheese left?', 'E1')
  await stage.say('any cheese left?', 'E1')
  expect(stage.house.slack.texts).toEqual(['Li said: any cheese left? (cheese)'])
  expect(heard).toEqual(['good morning', 'any cheese left?', 'any cheese left?'])
  expect(await stage.rows()).toMatchObject([
    { state: 'handled', payload: null, heard: null },
    { state: 'handled', payload: null, heard: 'sealed: 16' },
  ])
})

it('a command is not talk: no ear is asked, and it is overheard besides being done', async () => {
  const heard: string[] = []
  await using stage = await openParrot(earFor('echo', heard))
  await stage.say('/echo hello')
  expect(heard).toEqual([])
  expect(stage.house.slack.texts.toSorted()).toEqual(['Li said: /echo hello (to us)', 'hello'])
})

it('an ear that fails keeps no message out, and the operator reads it without the words', async () => {
  const broken: Ear = async () => {
    throw new Error('what was said: secret cheese')
  }
  await using stage = await openParrot(broken)
  await stage.say('secret cheese')
  await stage.say('/echo on we go')
  expect(stage.house.slack.texts).toContain('on we go')
  expect(await stage.rows()).toMatchObject([{ state: 'handled' }, { state: 'handled' }])
  expect(stage.lines.filter(line => line.includes('talk could not be listened to'))).toHaveLength(1)
  expect(stage.lines.join('')).not.toContain('cheese')
})

it('whoever asked nothing gets no apology when handling it fails', async () => {
  await using stage = await openParrot(earFor('fails'))
  await stage.say('this fails')
  expect(stage.house.slack.texts).toEqual([])
  expect(await stage.rows()).toMatchObject([{ state: 'failed', payload: null }])
  await stage.say('/echo on we go')
  expect(stage.house.slack.texts).toContain('on we go')
})
