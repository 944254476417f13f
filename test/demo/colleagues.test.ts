import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MovableClock } from '../../src/base/clock.ts'
import { type Bellwether, compose } from '../../src/compose.ts'
import { colleagues } from '../../src/demo/colleagues.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { features } from '../../src/features/index.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'

describe('the colleagues of the demo', () => {
  let database: TemporaryDatabase
  let house: Bellwether
  const clock = new MovableClock({ frozenAt: new Date('2026-11-22T12:00:00+08:00') })

  beforeAll(async () => {
    database = await temporaryStore()
    const { store } = database
    house = compose({ store, clock, log: quiet, features: [...features, colleagues], owner: 'test' })
    await house.app.engine.prepare()
    await seedDemo({ store, clock, app: house.app, log: quiet, lang: 'zh' })
  })

  afterAll(async () => {
    await house.app.stop()
    await database.close()
  })

  const post = async (path: string, body: object) => {
    const request = new Request(`http://localhost/room/api/${path}`, { method: 'POST', body: JSON.stringify(body) })
    expect((await house.room.webhook(request)).status).toBe(202)
    await house.app.settle()
  }

  const handedIn = async (kind: string) => {
    const where = { kind, date: '2026-11-23' }
    const reports = await database.store.prisma.report.findMany({ where, include: { member: true } })
    return new Map(
      reports.map(({ member, values, submittedBy }) => [member.name, { values, own: submittedBy === member.personId }]),
    )
  }

  test('hand in their plans and reports as the clock moves on, and the digest shows them', async () => {
    await house.app.travel(new Date('2026-11-23T09:15:00+08:00'))
    expect([...(await handedIn('plan')).keys()].toSorted()).toEqual(['刘洋', '赵强', '陈晨'].toSorted())
    await post('messages', { as: 'liu', channel: 'sales', text: '/日报 拜访9 电话99' })
    await house.app.travel(new Date('2026-11-23T19:00:00+08:00'))
    const reports = await handedIn('report')
    expect([...reports.keys()].toSorted()).toEqual(['刘洋', '赵强', '陈晨'].toSorted())
    expect([...reports.values()].every(({ own }) => own)).toBe(true)
    expect(reports.get('刘洋')?.values, 'what a visitor handed in stays').toEqual({ visits: 9, calls: 99 })
    const digest = await database.store.prisma.delivery.findFirst({
      where: { purpose: 'digests.due' },
      orderBy: { seq: 'desc' },
    })
    expect(JSON.stringify(digest?.content)).toContain('3/6')
  })

  test('are not there for a team of real people', async () => {
    await database.store.prisma.team.updateMany({ data: { demo: false } })
    await house.app.rescheduleAll()
    expect(await database.store.prisma.scheduledJob.count({ where: { job: 'demo.colleagues' } })).toBe(0)
  })
})
