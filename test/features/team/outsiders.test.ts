import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openWorkspace, person, type Told, type Workspace } from './workspace.ts'

let database: TemporaryDatabase
let slack: Workspace

const ann = person('ann', { lang: 'en' })
const bo = person('bo', { lang: 'en' })
const stranger = person('sid', { standing: 'stranger' })

beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.store.exec('TRUNCATE "Team", "Person", "Channel", "Delivery", "Conversation", "ScheduledJob" CASCADE')
  slack = await openWorkspace(database.store)
  await slack.roster('C1', [ann, bo])
  await slack.says('C1', ann, '/setup Sales One')
  return () => slack.house.app.stop()
})

/** A board: in the group for all, and one's own place for oneself; or all of it for oneself. */
const openly = ['#C1', '#C1>bo']
const privately = ['#C1>bo']

const whereOf = (told: readonly Told[]) => [...new Set(told.map(it => it.where))].sort()

/** The evening on which Bo's report is in and the digest of the day is due. */
async function digestDay(): Promise<Told[]> {
  await slack.says('C1', bo, '/report visits 2 calls 25')
  const before = slack.house.slack.texts.length
  await slack.house.app.travel(new Date('2026-11-23T19:05:00+08:00'))
  return slack.house.slack.calls
    .slice(before)
    .flatMap(call =>
      call.call === 'send' && call.address.kind === 'group' ? [{ where: call.address.channelId, text: call.text }] : [],
    )
}

describe('numbers where people from outside read along', () => {
  it('are posted in the group while only colleagues are there', async () => {
    expect((await digestDay()).map(it => it.text).join()).toContain('bo')
    expect(whereOf(await slack.says('C1', bo, '/board'))).toEqual(openly)
  })

  it('are not posted; an answer is for the one who asked, and the managers are told why, once', async () => {
    await slack.joins('C1', stranger)
    const told = await slack.says('C1', bo, '/board')
    expect(whereOf(told)).toEqual(['#C1>bo', '@ann'])
    expect(told.find(it => it.where === '@ann')?.text).toContain('people from outside')
    expect(whereOf(await slack.says('C1', bo, '/board'))).toEqual(privately)
    expect(await digestDay()).toEqual([])
    expect(await slack.store.prisma.delivery.count({ where: { purpose: 'digests.due' } })).toBe(0)
  })

  it('are kept back as well where the platform says that another company shares the channel', async () => {
    await slack.roster('C1', [ann, bo], { external: true })
    expect(whereOf(await slack.says('C1', bo, '/board'))).not.toContain('#C1')
    await slack.roster('C1', [ann, bo], { external: false })
    expect(whereOf(await slack.says('C1', bo, '/board'))).toContain('#C1')
  })

  it('are posted when the team says so, or an admin took the outsider in', async () => {
    await slack.joins('C1', stranger)
    await slack.says('C1', ann, '/settings team.numbersWithExternals on')
    expect(whereOf(await slack.says('C1', bo, '/board'))).toContain('#C1')
    await slack.says('C1', ann, '/settings team.numbersWithExternals off')
    expect(whereOf(await slack.says('C1', bo, '/board'))).not.toContain('#C1')
    await slack.says('C1', ann, '/member add sid')
    expect(whereOf(await slack.says('C1', bo, '/board'))).toContain('#C1')
  })
})
