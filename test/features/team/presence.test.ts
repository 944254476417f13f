import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hearNews } from '../../../src/features/team/hear-news.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { counted } from '../counted.ts'
import { makeContext } from '../harness.ts'
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

/** A channel with a team whose admin is `ann-…`, and names that nobody else has. */
async function teamChannel() {
  const n = ++count
  const channel = `C${n}`
  const who = (name: string, facts = {}) => person(`${name}-${n}`, facts)
  const ann = who('ann', { lang: 'en' })
  await slack.says(channel, ann, `/setup Team ${n}`)
  return { channel, ann, who, admin: `ann-${n} (admin)` }
}

describe('being in the channel of a team', () => {
  it('makes members of all colleagues who are there when the team is set up, with one line for all', async () => {
    const [ann, bo, cy] = [person('ann-s', { lang: 'en' }), person('bo-s'), person('cy-s')]
    const guest = person('guest-s', { standing: 'guest' })
    const stranger = person('stranger-s', { standing: 'stranger' })
    const off = person('off-s', { active: false })
    expect(await slack.roster('CS', [ann, bo, cy, guest, stranger, off])).toEqual([])
    const told = await slack.says('CS', ann, '/setup Sales One')
    expect(told).toEqual([
      { where: '#CS', text: expect.stringContaining('2 others of this group are members already') },
    ])
    expect(await slack.members('CS')).toEqual(['ann-s (admin)', 'bo-s', 'cy-s'])
  })

  it('makes members quietly when a roster comes later, and nobody of the bot that tells it', async () => {
    const { channel, ann, who, admin } = await teamChannel()
    expect(await slack.roster(channel, [ann, who('bo'), who('cy')])).toEqual([])
    expect(await slack.members(channel)).toEqual([admin, who('bo').name, who('cy').name])
    expect(await slack.store.prisma.account.count({ where: { accountId: 'UBOT' } })).toBe(0)
  })

  it('welcomes whoever comes in, for their eyes only', async () => {
    const { channel, who } = await teamChannel()
    const bo = who('bo', { lang: 'en' })
    const told = await slack.joins(channel, bo)
    expect(told).toEqual([{ where: `@${bo.accountId}`, text: expect.stringContaining('this is your first week') }])
    expect(await slack.joins(channel, bo)).toEqual([])
  })

  it('does not undo that somebody left the team or was removed; their own word does', async () => {
    const { channel, ann, who, admin } = await teamChannel()
    const [bo, cy] = [who('bo'), who('cy')]
    await slack.roster(channel, [ann, bo, cy])
    await slack.says(channel, bo, '/leave-team confirm')
    await slack.says(channel, ann, `/member ${cy.name} remove confirm`)
    await slack.roster(channel, [ann, bo, cy])
    await slack.joins(channel, bo)
    expect(await slack.members(channel)).toEqual([admin])
    await slack.says(channel, bo, '/join')
    expect(await slack.members(channel)).toEqual([admin, bo.name])
  })

  it('is not needed to stay a member', async () => {
    const { channel, ann, who, admin } = await teamChannel()
    const bo = who('bo')
    await slack.roster(channel, [ann, bo])
    await slack.leaves(channel, bo)
    await slack.roster(channel, [ann])
    expect(await slack.present(channel)).toEqual([ann.accountId])
    expect(await slack.members(channel)).toEqual([admin, bo.name])
  })
})

describe('guests and strangers', () => {
  it('do not become members by being there, speaking or asking; they are told kindly, and an admin takes them in', async () => {
    const { channel, ann, who, admin } = await teamChannel()
    const guest = who('gil', { standing: 'guest', lang: 'en' })
    await slack.roster(channel, [ann, guest])
    expect(await slack.joins(channel, guest)).toEqual([])
    for (const words of ['/plan visits 3', '/join']) {
      const [told, ...others] = await slack.says(channel, guest, words)
      expect(others).toEqual([])
      expect(told?.where).toBe(`#${channel}>${guest.accountId}`)
      expect(told?.text).toContain(`/member add ${guest.name}`)
    }
    expect(await slack.members(channel)).toEqual([admin])

    const told = await slack.says(channel, ann, `/member add @${guest.name}`)
    expect(told.map(it => it.where).sort()).toEqual([`#${channel}>${ann.accountId}`, `@${guest.accountId}`])
    expect(await slack.members(channel)).toEqual([admin, guest.name])
  })

  it('are taken in by admins only, and only from the team’s groups', async () => {
    const { channel, ann, who } = await teamChannel()
    const [bo, guest] = [who('bo', { lang: 'en' }), who('gil', { standing: 'guest' })]
    await slack.roster(channel, [ann, bo, guest])
    expect((await slack.says(channel, bo, `/member add ${guest.name}`))[0]?.text).toContain('takes an admin')
    expect((await slack.says(channel, ann, '/member add Nobody'))[0]?.text).toContain('Nobody called "Nobody"')
  })

  it('are not guessed at: in a shared channel one whom nobody knows yet is asked to wait, and is let in when known', async () => {
    const { channel, ann, who, admin } = await teamChannel()
    await slack.roster(channel, [ann], { external: true })
    const { accountId } = who('bo')
    const told = await slack.says(channel, { accountId, lang: 'en' }, '/join')
    expect(told[0]?.text).toContain('try again in a minute')
    await slack.roster(channel, [ann, { accountId }])
    expect(await slack.members(channel)).toEqual([admin])
    await slack.profile({ accountId, name: accountId, standing: 'member' })
    expect(await slack.members(channel)).toEqual([admin, accountId])
  })
})

describe('what is kept', () => {
  it('costs a few statements for two hundred people, and no write when nothing changed', async () => {
    const people = Array.from({ length: 200 }, (_, n) => person(`crowd-${n}`, { zone: 'Asia/Shanghai', lang: 'zh' }))
    const { channel } = await teamChannel()
    const { id: channelId } = await slack.store.prisma.channel.findFirstOrThrow({ where: { externalId: channel } })
    const roster = (them = people) =>
      inTransaction(slack.store, async tx => {
        const calls: string[] = []
        const { ctx, emitted } = makeContext(counted(tx, calls), { team: null, actor: null, place: null })
        await hearNews(ctx, 'slack', { kind: 'roster', channelId, people: them })
        return { calls, emitted: emitted.length }
      })
    const first = await roster()
    expect(first.emitted).toBe(200)
    expect(first.calls.length).toBeLessThan(15)
    const again = await roster()
    expect(again.calls.filter(call => /create|update|delete|execute/i.test(call))).toEqual([])
    expect(again).toMatchObject({ emitted: 0, calls: { length: expect.toSatisfy((n: number) => n <= 6) } })
    const renamed = await roster(people.map(it => ({ ...it, name: `${it.name}!` })))
    expect(renamed.calls.filter(call => /create|update|delete|execute/i.test(call))).toHaveLength(2)
  })

  it('is nothing of people whom nobody of ours met', async () => {
    await slack.profile(person('unmet', { away: { until: '2026-11-30T00:00:00Z' } }))
    expect(await slack.store.prisma.account.count({ where: { accountId: 'unmet' } })).toBe(0)
  })

  it('is the last roster and what followed it, in whatever order things came', { timeout: 60_000 }, async () => {
    const ids = ['p', 'q', 'r', 's'] as const
    const someone = fc.constantFrom(...ids)
    const event = fc.oneof(
      fc.record({ kind: fc.constant('roster' as const), ids: fc.uniqueArray(someone) }),
      fc.record({ kind: fc.constantFrom('joined' as const, 'left' as const), id: someone }),
      fc.record({ kind: fc.constant('profile' as const), id: someone, active: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 7 }), async events => {
        const channel = `C${++count}`
        let expected = new Set<string>()
        for (const it of events) {
          if (it.kind === 'roster') {
            await slack.roster(
              channel,
              it.ids.map(id => person(id)),
            )
            expected = new Set(it.ids)
          } else if (it.kind === 'profile') {
            await slack.profile(person(it.id, { active: it.active }))
          } else if (it.kind === 'joined') {
            await slack.joins(channel, person(it.id))
            expected.add(it.id)
          } else {
            await slack.leaves(channel, person(it.id))
            expected.delete(it.id)
          }
        }
        expect(await slack.present(channel)).toEqual([...expected].sort())
      }),
      { numRuns: 12 },
    )
  })
})
