import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../src/audit/verify.ts'
import { newId } from '../../src/base/ids.ts'
import type { MemberContext } from '../../src/context.ts'
import type { Feature, MemberCommand } from '../../src/features/feature.ts'
import { type Cast, givenCast, type House, message, openHouse, says } from '../house.ts'
import { sayingJob } from '../schedule/jobs.ts'
import { type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'

const command = (name: string, run: (ctx: MemberContext, rest: string) => Promise<void>): MemberCommand => ({
  name,
  words: [name],
  summary: { zh: name, en: name },
  example: { zh: `/${name}`, en: `/${name}` },
  least: 'rep',
  run,
})

const heard: unknown[] = []

const speaker: Feature = {
  name: 'speaker',
  commands: [
    command('whisper', async (ctx, rest) =>
      ctx.say({ to: { reply: 'private' }, content: says(rest), lane: 'reply', purpose: 'speaker.whisper' }),
    ),
    command('everywhere', async (ctx, rest) =>
      ctx.say({
        to: { team: ctx.team.id },
        content: says(rest),
        lane: 'digest',
        purpose: 'speaker.everywhere',
        key: rest,
      }),
    ),
    command('unkeyed', async (ctx, rest) => {
      ctx.say({ to: { reply: 'open' }, content: says(`${rest} 1`), lane: 'reply', purpose: 'speaker.unkeyed' })
      ctx.say({ to: { reply: 'open' }, content: says(`${rest} 2`), lane: 'reply', purpose: 'speaker.unkeyed' })
    }),
    command('join', async ctx =>
      ctx.emit({ name: 'member.joined', teamId: ctx.team.id, payload: { memberId: ctx.actor.memberId } }),
    ),
    command('note', async (ctx, rest) => {
      const entry = { what: 'speaker.noted', words: { zh: '记下', en: 'noted' }, about: ctx.actor.memberId, by: null }
      ctx.note({ ...entry, detail: { rest } })
      if (rest === 'badly') throw new Error('on second thoughts')
    }),
    command('change', async (ctx, rest) => {
      ctx.emit({ name: 'team.changed', teamId: ctx.team.id, payload: {} })
      if (rest === 'badly') throw new Error('on second thoughts')
    }),
  ],
  jobs: [sayingJob('board')],
}

const listener: Feature = {
  name: 'listener',
  reactions: [
    {
      on: 'member.joined',
      async run(ctx, payload) {
        heard.push(payload)
        ctx.say({
          to: { team: ctx.team.id },
          content: says('welcome'),
          lane: 'reply',
          purpose: 'listener.welcome',
          key: `welcome ${payload['memberId']}`,
        })
      },
    },
  ],
}

describe('the corridor', () => {
  let database: TemporaryDatabase
  let house: House
  let cast: Cast
  beforeAll(async () => {
    database = await temporaryStore()
    cast = await givenCast(database.store)
    await database.store.prisma.channel.create({
      data: { id: newId(), platform: 'slack', externalId: 'C-second', teamId: cast.team.id },
    })
    house = await openHouse({ store: database.store, features: [speaker, listener] })
  })
  afterAll(async () => {
    await house.app.stop()
    await database.close()
  })

  /** What the platform was asked to say because of these words, with where. */
  async function told(...lines: readonly string[]) {
    const before = house.slack.calls.length
    for (const words of lines) await house.app.intake(message(words))
    await house.app.settle()
    return house.slack.calls.slice(before).flatMap(it => (it.call === 'send' ? [{ ...it.address, text: it.text }] : []))
  }

  it('answers privately where the person spoke', async () => {
    expect(await told('/whisper hush')).toEqual([{ kind: 'group', channelId: 'C-li', whisperTo: 'U-li', text: 'hush' }])
  })

  it('says to every group of a team, and the same key never twice', async () => {
    const said = await told('/everywhere news', '/everywhere news')
    expect(said.map(it => 'channelId' in it && it.channelId).toSorted()).toEqual(['C-li', 'C-second'])
  })

  it('keeps apart what one message is answered and what the next is', async () => {
    const said = await told('/unkeyed a', '/unkeyed a')
    expect(said.map(it => it.text)).toEqual(['a 1', 'a 2', 'a 1', 'a 2'])
  })

  it('tells those who listen, after the commit', async () => {
    const said = await told('/join')
    expect(heard).toEqual([{ memberId: cast.li.memberId }])
    expect(said.map(it => it.text)).toEqual(['welcome', 'welcome'])
  })

  it('keeps in the log what was noted, unless it did not happen after all', async () => {
    const { audit } = house.store.prisma
    await told('/note well', '/note badly', '/note again')
    expect(await audit.findMany({ orderBy: { seq: 'asc' } })).toMatchObject([
      { seq: 1, what: 'speaker.noted', at: house.clock.now(), memberId: cast.li.memberId, detail: { rest: 'well' } },
      { seq: 2, what: 'speaker.noted', read: false, actorPersonId: null, detail: { rest: 'again' } },
    ])
    expect(await verify(house.store, cast.team.id)).toMatchObject({ last: { seq: 2 }, fault: null })
  })

  it('derives the schedules of a team that changed, unless it did not change after all', async () => {
    const { scheduledJob } = house.store.prisma
    await told('/change badly')
    expect(await scheduledJob.count()).toBe(0)
    await told('/change')
    expect(await scheduledJob.findMany()).toMatchObject([{ job: 'probe.board', teamId: cast.team.id }])
  })
})
