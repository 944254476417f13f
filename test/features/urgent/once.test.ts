import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Role } from '../../../src/context.ts'
import { team as teamFeature } from '../../../src/features/team/feature.ts'
import { urgent } from '../../../src/features/urgent/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { givenCast, type House, message, openHouse } from '../../house.ts'
import { temporaryPostgres, temporaryStore } from '../../store/fixture.ts'
import { givenMember } from '../harness.ts'

/** Li raises it on a Monday at 09:00 in Shanghai; Ann leads, Bob manages, Eve is the admin. Ten minutes for each. */
const chain: readonly (readonly [string, Role])[] = [
  ['Ann', 'lead'],
  ['Bob', 'manager'],
  ['Eve', 'admin'],
]
const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)

async function givenChain(store: Store): Promise<void> {
  const { team } = await givenCast(store)
  for (const [name, role] of chain) {
    const { personId } = await givenMember(store.prisma, team, { name, role })
    await store.prisma.account.create({
      data: { platform: 'slack', accountId: `U-${name}`, personId, lastSeenAt: at('09:00') },
    })
  }
}

const open = (store: Store, owner = 'test/1') => openHouse({ store, features: [urgent, teamFeature], owner })

async function raise({ app }: House): Promise<void> {
  await app.intake(message('/urgent critical the line stands', { eventId: newId() }))
  await app.settle()
}

/** The timeline, each line with the minutes since it was raised. */
async function timeline({ store: { prisma } }: House): Promise<readonly string[]> {
  const names = new Map((await prisma.member.findMany()).map(({ id, name }) => [id, name]))
  const rows = await prisma.urgentStep.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ kind, memberId, at: moment }) =>
    [(moment.getTime() - at('09:00').getTime()) / 60_000, kind, names.get(memberId ?? '')]
      .filter(it => it !== undefined)
      .join(' '),
  )
}

const whole = ['0 raised', '0 asked Ann', '10 asked Bob', '20 asked Eve', '30 unanswered']

/** How often each of the texts that are said once was said, on all the adapters together. */
function saidOnce(houses: readonly House[]): readonly number[] {
  const texts = houses.flatMap(({ slack }) => slack.texts)
  return [/leads are asked/, /managers are asked/, /admins are asked/, /nobody has taken it/].map(
    words => texts.filter(text => words.test(text) && !text.includes('Please phone Eve\n[')).length,
  )
}

describe('each step is taken once', () => {
  it('at its time, however far the clock is moved', async () => {
    await using database = await temporaryStore()
    await givenChain(database.store)
    await using house = await open(database.store)
    await raise(house)
    await house.app.travel(at('20:00'))
    expect(await timeline(house)).toEqual(whole)
  })

  it('and after an outage whoever is asked still has the whole time to answer', async () => {
    await using database = await temporaryStore()
    await givenChain(database.store)
    await using house = await open(database.store)
    await raise(house)
    house.clock.moveTo(at('15:00'))
    for (let ticks = 0; ticks < 3; ticks++) {
      await house.tick()
      await house.app.settle()
    }
    expect(await timeline(house)).toEqual(['0 raised', '0 asked Ann', '360 asked Bob'])
    house.clock.moveTo(at('15:10'))
    await house.tick()
    await house.app.settle()
    expect((await timeline(house)).slice(3)).toEqual(['370 asked Eve'])
    const noted = await database.store.prisma.audit.findMany({ orderBy: { seq: 'asc' } })
    expect(noted).toMatchObject([
      { what: 'urgent.escalated', detail: { minutesLate: 350 } },
      { what: 'urgent.escalated', detail: { toEverybody: false } },
    ])
    expect(noted[1]?.detail).not.toHaveProperty('minutesLate')
  })

  it('also if the process dies over it: what was not committed is done again, what was is not', async () => {
    await using database = await temporaryStore()
    await givenChain(database.store)
    const { store } = database
    const dying = await open(store)
    await raise(dying)
    await dying.app.stop()
    const steps = urgent.jobs?.find(({ name }) => name === 'urgent.step')
    if (!steps) throw new Error('no job for the steps')
    let deaths = 0
    const fatal = {
      ...urgent,
      jobs: [
        {
          ...steps,
          async run(...args: Parameters<typeof steps.run>) {
            await steps.run(...args)
            if (deaths++ < 2) throw new Error('the process dies before it commits')
          },
        },
      ],
    }
    await using house = await openHouse({ store, features: [fatal, teamFeature], owner: 'test/2' })
    for (const time of ['09:10', '09:11', '09:12', '09:13', '09:22', '09:32', '09:42'] as const) {
      house.clock.moveTo(at(time))
      await house.tick()
      await house.app.settle()
    }
    expect(deaths).toBeGreaterThan(2)
    const kinds = (await timeline(house)).map(line => line.replace(/^\d+ /, ''))
    expect(kinds.slice(0, 4)).toEqual(['raised', 'asked Ann', 'asked Bob', 'asked Eve'])
    expect(new Set(kinds).size).toBe(kinds.length)
  })

  it('by one of two processes that come to it at the same moment', async context => {
    const opened = await temporaryPostgres()
    if ('reason' in opened) return context.skip(opened.reason)
    await using database = opened
    await givenChain(database.store)
    await using one = await open(database.store, 'test/1')
    await using other = await open(database.store, 'test/2')
    await raise(one)
    // Both have the same time, or the later one would count as late, and whoever is asked has the whole time to answer.
    for (const time of ['09:10', '09:20', '09:30', '20:00'])
      await Promise.all([one.app.travel(at(time)), other.app.travel(at(time))])
    await one.app.travel(at('20:01'))
    expect(await timeline(one)).toEqual(whole)
    expect(saidOnce([one, other]).slice(0, 3)).toEqual([1, 1, 1])
  })
})
