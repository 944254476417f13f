import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openWorkspace, person, type Workspace } from './workspace.ts'

let database: TemporaryDatabase
let slack: Workspace
let count = 0

beforeAll(async () => {
  database = await temporaryStore()
  slack = await openWorkspace(database.store)
})
afterAll(async () => {
  await slack.house.app.stop()
  await database.close()
})

/** A team of Ann, its admin, and Bo, in a channel where nobody else is. */
async function annAndBo() {
  const n = ++count
  const channel = `A${n}`
  const ann = person(`ann-${n}`, { lang: 'en' })
  const bo = person(`bo-${n}`, { lang: 'en' })
  await slack.roster(channel, [ann, bo])
  await slack.says(channel, ann, `/setup Team ${n}`)
  return { channel, ann, bo, admin: `${ann.name} (admin)` }
}

describe('an account that is switched off', () => {
  it('ends the membership from that day, and the managers are told once', async () => {
    const { channel, ann, bo, admin } = await annAndBo()
    const off = { ...bo, active: false }
    const told = await slack.profile(off)
    expect(told).toEqual([{ where: `@${ann.accountId}`, text: expect.stringContaining(`account of ${bo.name}`) }])
    expect(await slack.members(channel)).toEqual([admin])
    const gone = await slack.store.prisma.member.findFirstOrThrow({ where: { name: bo.name ?? '' } })
    expect(gone).toMatchObject({ leftOn: '2026-11-23', leftBecause: 'switched-off' })
    expect([...(await slack.profile(off)), ...(await slack.roster(channel, [ann, off]))]).toEqual([])
    expect(await slack.members(channel)).toEqual([admin])
  })

  it('brings the member back, in the same role, when it works again', async () => {
    const { channel, ann, bo, admin } = await annAndBo()
    await slack.says(channel, ann, `/member ${bo.name} role=lead`)
    await slack.profile({ ...bo, active: false })
    expect(await slack.profile(bo)).toEqual([])
    expect(await slack.members(channel)).toEqual([admin, `${bo.name} (lead)`])
  })

  it('brings nobody back who is in none of the team’s channels until they speak there', async () => {
    const { channel, bo, admin } = await annAndBo()
    await slack.profile({ ...bo, active: false })
    await slack.leaves(channel, bo)
    await slack.profile(bo)
    expect(await slack.members(channel)).toEqual([admin])
    await slack.says(channel, bo, '/plan visits 3')
    expect(await slack.members(channel)).toEqual([admin, bo.name])
  })

  it('of the last admin makes somebody else admin, and says so', async () => {
    const { channel, ann, bo } = await annAndBo()
    const told = await slack.profile({ ...ann, active: false })
    expect(told.map(it => it.where)).toContain(`@${bo.accountId}`)
    expect(told.map(it => it.text).join()).toContain(`${bo.name} is the admin now`)
    expect(await slack.members(channel)).toEqual([`${bo.name} (admin)`])
  })

  it('is nothing to somebody who has another that works', async () => {
    const { channel, bo, admin } = await annAndBo()
    const { personId } = await slack.store.prisma.account.findFirstOrThrow({ where: { accountId: bo.accountId } })
    const room = { platform: 'room', accountId: bo.accountId, personId, lastSeenAt: new Date() }
    await slack.store.prisma.account.create({ data: room })
    expect(await slack.profile({ ...bo, active: false })).toEqual([])
    expect(await slack.members(channel)).toEqual([admin, bo.name])
  })
})

describe('a status that tells of a holiday', () => {
  // To the end of Saturday in Shanghai; the last workday before it is Friday, 27 November.
  const until = '2026-11-28T15:59:59.000Z'
  const leaveOf = async (name: string | undefined) =>
    await slack.store.prisma.leave.findMany({
      where: { member: { name: name ?? '' } },
      select: { from: true, to: true },
    })

  it('is offered as leave once, for the workdays ahead, with words to type instead', async () => {
    const { bo, channel, ann } = await annAndBo()
    const [offer, ...others] = await slack.profile({ ...bo, away: { until } })
    expect(others).toEqual([])
    expect(offer).toEqual({ where: `@${bo.accountId}`, text: expect.stringContaining('away until 2026-11-28') })
    expect(offer?.text).toContain('/leave 2026-11-23~2026-11-27')
    const again = [await slack.profile({ ...bo, away: { until } }), await slack.profile({ ...bo, away: null })]
    expect([...again.flat(), ...(await slack.roster(channel, [ann, { ...bo, away: { until } }]))]).toEqual([])
  })

  it('becomes leave by one press, and not by the other', async () => {
    const { bo } = await annAndBo()
    await slack.profile({ ...bo, away: { until } })
    expect((await slack.presses(bo, 'team.take-offered-leave', 'no'))[0]?.text).toContain('no leave is noted')
    expect(await leaveOf(bo.name)).toEqual([])
    await slack.presses(bo, 'team.take-offered-leave', '2026-11-23~2026-11-27')
    expect(await leaveOf(bo.name)).toEqual([{ from: '2026-11-23', to: '2026-11-27' }])
    expect((await slack.presses(bo, 'team.take-offered-leave', 'yesterday~'))[0]?.text).toContain('not understood')
  })

  it('is not offered where leave covers it, no workday is left, or they are back by noon', async () => {
    const { bo, channel } = await annAndBo()
    await slack.says(channel, bo, '/leave 2026-11-23~2026-11-27')
    expect(await slack.profile({ ...bo, away: { until } })).toEqual([])
    expect(await slack.profile({ ...bo, away: { until: '2026-11-20T04:00:00Z' } })).toEqual([])
    expect(await slack.profile({ ...bo, away: { until: '2026-11-30T02:00:00Z' } })).toEqual([])
    expect(await slack.profile({ ...bo, away: { until: '2026-11-30T10:00:00Z' } })).toHaveLength(1)
  })
})

describe('setting up a team', () => {
  it('takes the founder’s own clock and language for the team’s, unless told otherwise', async () => {
    const founder = person('founder', { lang: 'zh', zone: 'Europe/Berlin' })
    await slack.says('F1', founder, '/setup Nord')
    await slack.says('F2', founder, '/setup South zone=Asia/Tokyo lang=en')
    const teams = await slack.store.prisma.team.findMany({ where: { name: { in: ['Nord', 'South'] } } })
    expect(teams.map(({ zone, lang }) => [zone, lang]).sort()).toEqual([
      ['Asia/Tokyo', 'en'],
      ['Europe/Berlin', 'zh'],
    ])
  })
})
