import { expect, it } from 'vitest'
import type { Job } from '../../src/features/feature.ts'
import { givenCast, openHouse, says } from '../house.ts'
import { temporaryStore } from '../store/fixture.ts'
import { feature, slotsOf } from './jobs.ts'

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)

/** Steps that wait, as rows of a feature would: a step that has run is followed by the next, if there is one. */
function ladder(steps: readonly Date[]) {
  const climbed: Date[] = []
  const job: Job = {
    name: 'probe.ladder',
    what: { zh: '梯子', en: 'ladder' },
    catchUp: { grace: 24 * 60, missed: 'all' },
    schedules: async () => [],
    moments: async () => steps.slice(climbed.length, climbed.length + 1).map(moment => ({ arg: 'one', at: moment })),
    async run(ctx, slot) {
      climbed.push(slot.at)
      const words = `step ${climbed.length}`
      ctx.say({ to: { team: ctx.team.id }, content: says(words), lane: 'urgent', purpose: 'probe.ladder', key: words })
      ctx.emit({ name: 'schedule.changed', teamId: ctx.team.id, payload: { job: 'probe.ladder' } })
    },
  }
  return { job, climbed }
}

async function openLadder(steps: readonly Date[]) {
  const database = await temporaryStore()
  await givenCast(database.store)
  const { job, climbed } = ladder(steps)
  const house = await openHouse({ store: database.store, features: [feature(job)] })
  await house.app.rescheduleAll()
  return {
    ...{ house, climbed },
    async [Symbol.asyncDispose]() {
      await house.app.stop()
      await database.close()
    },
  }
}

it('a moment comes once, and its work may set the next one', async () => {
  await using stage = await openLadder([at('10:00'), at('10:10')])
  const { house } = stage
  await house.app.travel(at('10:05'))
  expect(house.slack.texts).toEqual(['step 1'])
  await house.app.travel(at('12:00'))
  expect(house.slack.texts).toEqual(['step 1', 'step 2'])
  await house.app.rescheduleAll()
  await house.tick()
  await house.app.settle()
  expect(house.slack.texts).toEqual(['step 1', 'step 2'])
  expect(await house.store.prisma.scheduledJob.count()).toBe(0)
})

it('moments that passed while nobody was there come in order, each for its own time', async () => {
  await using stage = await openLadder([at('10:00'), at('10:10'), at('13:00')])
  const { house } = stage
  house.clock.moveTo(at('12:00'))
  await house.tick()
  await house.app.settle()
  expect(stage.climbed).toEqual([at('10:00'), at('10:10')])
  expect(await slotsOf(house)).toEqual([
    'ladder 11-23T02:00 ran caught-up: 120 minutes late',
    'ladder 11-23T02:10 ran caught-up: 110 minutes late',
  ])
  const [next] = await house.store.prisma.scheduledJob.findMany()
  expect(next?.nextAt).toEqual(at('13:00'))
})

it('a moment that lies in the past already when it is asked for comes at the next tick', async () => {
  await using stage = await openLadder([at('08:00')])
  await stage.house.app.travel(at('09:30'))
  expect(stage.house.slack.texts).toEqual(['step 1'])
})
