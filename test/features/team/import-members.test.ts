import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Team } from '../../../src/context.ts'
import { identify } from '../../../src/features/team/identify.ts'
import { importMembers, previewMembers } from '../../../src/features/team/import-members.ts'
import { membersOf } from '../../../src/features/team/members.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam, makeContext } from '../harness.ts'

let database: TemporaryDatabase
let tx: Tx
let team: Team
let admin: Actor

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())
beforeEach(async () => {
  await tx.account.deleteMany()
  team = await givenTeam(tx)
  admin = await givenMember(tx, team, { name: '管理', role: 'admin' })
})

const platforms = ['room', 'slack']
const stage = () => makeContext(tx, { team, actor: null, place: null })
const run = async (text: string) => {
  const { ctx, emitted } = stage()
  const progress: string[] = []
  const result = await importMembers(ctx, text, { platforms, onProgress: (n, of) => progress.push(`${n}/${of}`) })
  return { result, emitted, progress }
}

describe('importing members', () => {
  it('brings everybody in, with account, role, aliases and language', async () => {
    const { result, emitted, progress } = await run(
      'name,role,aliases,platform,account,lang\n李雷,经理,Leo;小李,room,li,en\n"韩, 梅梅",,,slack,U2,\n',
    )
    expect(result).toEqual({ kind: 'imported', created: 2, updated: 0 })
    expect(progress).toEqual(['1/2', '2/2'])
    expect(emitted.map(it => it.name)).toEqual(['member.joined', 'member.joined'])
    const members = await membersOf(tx, team)
    expect(members).toHaveLength(3)
    expect(members).toContainEqual(
      expect.objectContaining({ name: '李雷', role: 'manager', aliases: ['Leo', '小李'], lang: 'en' }),
    )
    expect(members).toContainEqual(expect.objectContaining({ name: '韩, 梅梅', role: 'rep', lang: 'zh' }))
    const { personId } = await identify(tx, { platform: 'slack', accountId: 'U2' }, aMoment)
    expect(members.map(member => member.personId)).toContain(personId)
  })

  it('brings those who are in already up to date, so that it can be run again', async () => {
    const text = '姓名,平台,账号,角色\n李雷,room,li,rep'
    await run(text)
    expect((await run(text.replace('rep', 'lead'))).result).toEqual({ kind: 'imported', created: 0, updated: 1 })
    expect(await membersOf(tx, team)).toMatchObject([{ role: 'admin' }, { name: '李雷', role: 'lead' }])
  })

  it('finds every fault with its line and writes nothing', async () => {
    const { result, emitted } = await run(
      [
        'name,role,platform,account,lang',
        '李雷,king,room,a1,',
        ',rep,room,a2,',
        '"张',
        '三",rep,fax,,fr',
        '赵,rep,room,a3,,,',
        '钱,rep,room,a4,zh',
        '孙,rep,room,a4,zh',
        '管理,rep,room,a5,zh',
      ].join('\r\n'),
    )
    expect(result.kind === 'refused' && result.faults.map(fault => [fault.line, fault.words.en])).toEqual([
      [2, 'there is no role "king"; there are rep, lead, manager, admin'],
      [3, 'the name is missing'],
      [4, 'there is no platform "fax"; there are room, slack'],
      [4, 'the account is missing'],
      [4, 'there is no language "fr"; there are zh, en'],
      [6, 'there are more cells than columns'],
      [8, '"room a4" is on line 7 already'],
      [9, '"管理" is a name or alias of the member 管理 already'],
    ])
    expect(await membersOf(tx, team)).toHaveLength(1)
    expect(emitted).toEqual([])
  })

  it.each([
    ['', 1, 'the file is empty'],
    ['name,account\n李雷,li', 1, 'the header lacks: platform'],
    ['name,platform,account\n李雷,room,"li', 2, 'a quote is never closed'],
  ])('refuses %j', async (text, line, en) => {
    const { faults } = await previewMembers(stage().ctx, text, platforms)
    expect(faults).toMatchObject([{ line, words: { en } }])
  })

  it('does not take the role of the last admin away', async () => {
    await tx.account.create({
      data: { platform: 'room', accountId: 'boss', personId: admin.personId, lastSeenAt: aMoment },
    })
    const { result } = await run('name,role,platform,account\n管理,rep,room,boss')
    expect(result).toMatchObject({ kind: 'refused', faults: [{ line: 2 }] })
  })
})
