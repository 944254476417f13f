import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Place } from '../../../src/context.ts'
import { channelFor } from '../../../src/features/team/channels.ts'
import { greetChannel, welcomeGuest } from '../../../src/features/team/greetings.ts'
import { identify } from '../../../src/features/team/identify.ts'
import { managersOf, membersOf } from '../../../src/features/team/members.ts'
import { teamById } from '../../../src/features/team/teams.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam, makeContext, wordsOf } from '../harness.ts'
import { expectRefusal, press, tell } from './talk.ts'

let database: TemporaryDatabase
let tx: Tx
let count = 0

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())

async function emptyGroup() {
  const channel = await channelFor(tx, { platform: 'room', externalId: `group-${++count}`, name: '新群' })
  const { personId } = await identify(tx, { platform: 'room', accountId: `someone-${count}`, name: '陈静' }, aMoment)
  const place: Place = { kind: 'group', channelId: channel.id }
  const actor: Actor = { personId, memberId: '', name: '陈静', role: 'guest', lang: 'zh' }
  const scene = { tx, teamId: null, place }
  const teamOfGroup = async () => {
    const { teamId } = await tx.channel.findUniqueOrThrow({ where: { id: channel.id } })
    const team = teamId === null ? null : await teamById(tx, teamId)
    if (team === null) throw new Error('the group has no team')
    return team
  }
  return { channel, personId, place, actor, scene, teamOfGroup }
}

describe('a group without a team', () => {
  it('is greeted once in the open; after that whoever speaks is reminded privately', async () => {
    const { place, actor } = await emptyGroup()
    const greet = async () => {
      const { ctx, said } = makeContext(tx, { team: null, actor, place })
      await greetChannel(ctx)
      return said
    }
    const [greeting, ...others] = await greet()
    expect(others).toEqual([])
    expect(greeting).toMatchObject({ to: { reply: 'open' } })
    expect(greeting?.content.blocks.find(block => block.b === 'form')).toMatchObject({ form: { id: 'team.setup' } })
    expect(await greet()).toMatchObject([{ to: { reply: 'private' }, purpose: 'team.greeting' }])
  })

  it('fills the form in with what is usual', async () => {
    const { place, actor } = await emptyGroup()
    const { ctx, said } = makeContext(tx, { team: null, actor, place })
    await greetChannel(ctx)
    const form = said[0]?.content.blocks.find(block => block.b === 'form')
    const initial = Object.fromEntries(form?.form.inputs.map(input => [input.id, input.initial]) ?? [])
    expect(initial).toEqual({
      name: '新群',
      zone: 'Asia/Shanghai',
      lang: 'zh',
      planDue: '09:15',
      reportDue: '19:00',
      manager: 'me',
    })
  })

  it('cannot be made up in a direct chat, which points to the group', async () => {
    const { actor } = await emptyGroup()
    const { ctx, said } = makeContext(tx, { team: null, actor, place: { kind: 'direct' } })
    await greetChannel(ctx)
    expect(wordsOf(said[0]?.content ?? { lang: 'zh', blocks: [] })).toContain('拉进群')
    await expectRefusal(tell({ tx, teamId: null }, actor.personId, '/setup 一部'), 'team.needs-group')
  })
})

describe('setting up', () => {
  it('makes a team from one line, with the typist as its admin', async () => {
    const { scene, personId, teamOfGroup } = await emptyGroup()
    const heard = await tell(scene, personId, '/setup 销售 三部 zone=america/new_york lang=en plan=8:30 report=下午6点')
    const team = await teamOfGroup()
    expect(team).toMatchObject({
      name: '销售 三部',
      zone: 'America/New_York',
      lang: 'en',
      settings: { team: { planDue: '08:30', reportDue: '18:00', adminsManage: true } },
    })
    expect(await membersOf(tx, team)).toMatchObject([{ personId, role: 'admin', lang: 'en' }])
    expect(heard.emitted.map(it => it.name)).toEqual(['team.created', 'member.joined'])
    expect(heard.said).toMatchObject([{ to: { reply: 'open' }, content: { lang: 'en' } }])
  })

  it('does the same through the form', async () => {
    const { scene, personId, teamOfGroup } = await emptyGroup()
    const values = { name: '四部', zone: '上海', lang: 'zh', planDue: '09:00', reportDue: '18:30', manager: 'other' }
    await press(scene, personId, 'team.setup', values)
    expect(await teamOfGroup()).toMatchObject({
      name: '四部',
      zone: 'Asia/Shanghai',
      settings: { team: { adminsManage: false } },
    })
  })

  it('shows a form with faults again as it was filled in, each fault with its input, and makes nothing', async () => {
    const { scene, personId, channel } = await emptyGroup()
    const values = { name: '四部', zone: 'Mars', lang: 'zh', planDue: '09:00', reportDue: '10:00', manager: 'me' }
    const { said } = await press(scene, personId, 'team.setup', values)
    const shown = said.flatMap(({ content }) => content.blocks).find(block => block.b === 'form')
    const inputs = shown?.b === 'form' ? shown.form.inputs : []
    expect(Object.fromEntries(inputs.map(({ id, initial }) => [id, initial]))).toEqual(values)
    expect(inputs.filter(({ fault }) => fault !== undefined).map(({ id }) => id)).toEqual(['zone', 'reportDue'])
    expect(await tx.channel.findUniqueOrThrow({ where: { id: channel.id } })).toMatchObject({ teamId: null })
  })

  it('tells every fault at once and makes nothing', async () => {
    const { scene, personId, channel } = await emptyGroup()
    const attempt = tell(scene, personId, '/setup zone=Mars lang=fr plan=25:00 colour=red')
    await expect(attempt).rejects.toMatchObject({
      code: 'team.setup-unreadable',
      words: { en: expect.stringMatching(/colour.*name.*Mars.*fr.*25:00/) },
    })
    expect(await tx.channel.findUniqueOrThrow({ where: { id: channel.id } })).toMatchObject({ teamId: null })
  })

  it('shows the form to whoever types the bare word', async () => {
    const { scene, personId } = await emptyGroup()
    const { said } = await tell(scene, personId, '/setup')
    expect(said[0]?.content.blocks.some(block => block.b === 'form')).toBe(true)
  })

  it('is refused in a group that has a team', async () => {
    const { scene, personId, teamOfGroup } = await emptyGroup()
    await tell(scene, personId, '/setup 五部')
    const { id } = await teamOfGroup()
    await expectRefusal(tell({ ...scene, teamId: id }, personId, '/setup 六部'), 'team.exists')
    await expectRefusal(tell(scene, personId, '/setup 六部'), 'team.exists')
    await expectRefusal(tell({ ...scene, teamId: id }, personId, '/setup 六部 zone=Mars'), 'team.exists')
  })

  it('lets admins hear what managers hear until there is the manager they spoke of', async () => {
    const { scene, personId, teamOfGroup } = await emptyGroup()
    await tell(scene, personId, '/setup 七部 manager=other')
    const team = await teamOfGroup()
    const names = async () => (await managersOf(tx, team)).map(member => member.name)
    expect(await names()).toEqual(['陈静'])
    await givenMember(tx, team, { name: '周总', role: 'manager' })
    expect(await names()).toEqual(['周总'])
  })
})

describe('joining and leaving', () => {
  it('makes whoever speaks in the group a rep, once', async () => {
    const { place, actor } = await emptyGroup()
    const team = await givenTeam(tx)
    const { ctx, said, emitted } = makeContext(tx, { team, actor, place })
    const joined = await welcomeGuest(ctx)
    expect(joined).toMatchObject({ role: 'rep', personId: actor.personId, name: '陈静' })
    expect(said).toMatchObject([{ to: { reply: 'private' }, purpose: 'team.joined' }])
    const payload = { memberId: joined.memberId, how: 'came' }
    expect(emitted).toEqual([{ name: 'member.joined', teamId: team.id, payload }])
    const again = makeContext(tx, { team, actor, place })
    expect(await welcomeGuest(again.ctx)).toEqual(joined)
    expect([...again.said, ...again.emitted]).toEqual([])
  })

  it('asks before somebody leaves; a later word does not bring them back, /join does', async () => {
    const team = await givenTeam(tx)
    await givenMember(tx, team, { name: '管', role: 'admin' })
    const li = await givenMember(tx, team, { name: '李雷', role: 'lead' })
    const scene = { tx, teamId: team.id }
    expect((await tell(scene, li.personId, '/leave-team')).words).toContain('/leave-team 确认')
    expect(await membersOf(tx, team)).toHaveLength(2)
    await press(scene, li.personId, 'team.leave-team')
    expect(await membersOf(tx, team)).toHaveLength(1)

    const guest = { ...li, memberId: '', role: 'guest' as const }
    const { ctx } = makeContext(tx, { team, actor: guest, place: { kind: 'direct' } })
    await expectRefusal(welcomeGuest(ctx), 'team.has-left')
    await tell(scene, li.personId, '/join')
    expect(await membersOf(tx, team)).toContainEqual(
      expect.objectContaining({ memberId: li.memberId, role: 'rep', joinedOn: '2026-11-21', leftOn: null }),
    )
  })

  it('keeps those who left in the days when they were there', async () => {
    const team = await givenTeam(tx)
    await givenMember(tx, team, { name: '管', role: 'admin' })
    const { personId } = await givenMember(tx, team, { name: '李雷', joinedOn: '2026-11-10' })
    await tell({ tx, teamId: team.id }, personId, '/leave-team 确认')
    const on = async (date: string) => (await membersOf(tx, team, date)).map(member => member.name)
    expect(await on('2026-11-09')).toEqual(['管'])
    expect(await on('2026-11-10')).toEqual(['管', '李雷'])
    expect(await on('2026-11-20')).toEqual(['管', '李雷'])
    expect(await on('2026-11-21')).toEqual(['管'])
  })
})
