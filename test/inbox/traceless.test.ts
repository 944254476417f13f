import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/base/errors.ts'
import { createLog } from '../../src/base/log.ts'
import type { MemberContext } from '../../src/context.ts'
import type { Feature } from '../../src/features/feature.ts'
import type { InboundEvent } from '../../src/platform/events.ts'
import type { Store } from '../../src/store/store.ts'
import { backupOf } from '../features/voice/dump.ts'
import { givenCast, message, openHouse, says } from '../house.ts'
import { eachDatabase } from '../store/fixture.ts'

/** Whispers back what it is told, and fails when told to. */
const whispering: Feature = {
  name: 'probe',
  commands: [
    {
      name: 'whisper',
      words: ['whisper'],
      summary: { zh: 'whisper', en: 'whisper' },
      example: { zh: '/whisper', en: '/whisper' },
      least: 'rep',
      traceless: true,
      run: whisper,
    },
  ],
}

async function whisper(ctx: MemberContext, rest: string): Promise<void> {
  if (rest === 'refuse') throw new UserError('probe.refused', { zh: '不行', en: 'That cannot be.' })
  if (rest.startsWith('stumble')) throw new TypeError(`cannot make anything of ${rest}`)
  await ctx.tx.$executeRaw`UPDATE "Team" SET name = name || '.' WHERE id = ${ctx.team.id}::uuid`
  ctx.say({ to: { reply: 'private' }, content: says(`you said ${rest}`), lane: 'reply', purpose: 'probe.whisper' })
}

const direct = (words: string, eventId: string): InboundEvent => {
  return { ...message(words, { eventId }), place: { kind: 'direct' } }
}

async function traces({ prisma }: Store) {
  return { events: await prisma.inboundEvent.count(), deliveries: await prisma.delivery.count() }
}

describe.each(eachDatabase)('what leaves no trace on $name', ({ open }) => {
  it('is answered, and neither event nor answer is kept, nor a word in the log', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    const lines: string[] = []
    const log = createLog('trace', { write: line => void lines.push(line) })
    await using house = await openHouse({ store, features: [whispering], log })
    for (const [n, words] of ['marzipan', 'refuse', 'stumble over marzipan'].entries())
      await house.app.intake(direct(`/whisper ${words}`, `E${n}`))
    await house.app.settle()
    expect(house.slack.texts).toMatchObject(['you said marzipan', 'That cannot be.', expect.stringMatching(/^Sorry/)])
    expect(await traces(store)).toEqual({ events: 0, deliveries: 0 })
    expect(lines.join('')).not.toMatch(/marzipan|E0|E1/)
  })

  it('is known when the platform delivers it again', async context => {
    await using database = await open(context)
    const { store } = database
    const { team } = await givenCast(store)
    await using house = await openHouse({ store, features: [whispering] })
    for (const _ of 'twice') {
      await house.app.intake(direct('/whisper once', 'E1'))
      await house.app.settle()
    }
    expect(house.slack.texts).toEqual(['you said once'])
    expect(await store.prisma.team.findUnique({ where: { id: team.id } })).toMatchObject({ name: `${team.name}.` })
    const [forgotten, ...more] = await store.prisma.forgottenEvent.findMany()
    expect(more).toEqual([])
    expect(JSON.stringify(forgotten)).not.toMatch(/E1|slack|U-li/)
  })

  it('is not in a backup either while its answer waits, and goes when that can not be said', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [whispering] })
    house.slack.will('unavailable')
    await house.app.intake(direct('/whisper marzipan', 'E1'))
    await house.app.settle()
    expect(await traces(store)).toEqual({ events: 0, deliveries: 1 })
    expect((await backupOf(store)).join('\n')).not.toContain('marzipan')
    house.slack.will('rejected')
    await house.app.travel(new Date(house.clock.now().getTime() + 60_000))
    expect(await traces(store)).toEqual({ events: 0, deliveries: 0 })
  })

  it('is only so in a direct chat, and is not rehearsed', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [whispering] })
    await house.app.intake(message('/whisper openly'))
    await house.app.settle()
    expect(await traces(store)).toEqual({ events: 1, deliveries: 1 })
    const foreseen = await house.app.houseFor('slack').rehearse(direct('/whisper marzipan', 'E1'))
    expect(foreseen).toEqual({ said: [], refused: false })
  })
})
