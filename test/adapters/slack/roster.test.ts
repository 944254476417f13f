import { describe, expect, it } from 'vitest'
import type { EventDecoded } from '../../../adapters/slack/decode/event.ts'
import { createLearning } from '../../../adapters/slack/people/learning.ts'
import { tellRoster, tellRosters } from '../../../adapters/slack/people/roster.ts'
import { type InboundEvent, inboundEventSchema } from '../../../src/platform/events.ts'
import { openWorkspace } from './workspace.ts'

async function openTeam(options?: Parameters<typeof openWorkspace>[0]) {
  const workspace = await openWorkspace(options)
  const { slack } = workspace
  void slack.addUser({ id: 'U1', name: '李四', locale: 'zh-CN' })
  void slack.addUser({ id: 'U2', name: 'Ann' })
  void slack.addUser({ id: 'U9', isBot: true })
  void slack.addChannel({ id: 'C1', name: 'sales', members: ['U1', 'U2', 'U9', slack.bot.userId] })
  return workspace
}

const peopleOf = (event: InboundEvent | undefined) =>
  event?.body.kind === 'roster' ? event.body.people.map(({ accountId }) => accountId).toSorted() : null

const never = new AbortController().signal

describe('a roster', () => {
  it('tells who is in a channel, with what is known of each, the bots left out', async () => {
    const team = await openTeam()
    await tellRoster(team, 'C1')
    const [event] = team.heard
    expect(event).toMatchObject({
      eventId: 'roster:C1:2026-11-23T01:00:00.000Z',
      place: { kind: 'group', channelId: 'C1', name: 'sales', external: false },
      author: { accountId: team.slack.bot.userId },
    })
    expect(peopleOf(event)).toEqual(['U1', 'U2'])
    expect(event?.body).toMatchObject({ people: [{ name: '李四', lang: 'zh', standing: 'member' }, { name: 'Ann' }] })
    expect(inboundEventSchema.safeParse(event).success).toBe(true)
  })

  it.each([
    ['a guest', { isRestricted: true }],
    ['a stranger', { isStranger: true, teamId: 'T9' }],
  ])('says that a channel is external where %s is in it', async (_, kind) => {
    const team = await openTeam()
    void team.slack.addUser({ id: 'U7', ...kind })
    void team.slack.invite('C1', 'U7')
    await tellRoster(team, 'C1')
    expect(team.heard[0]?.place).toMatchObject({ external: true })
  })

  it('of a large channel is learnt with the list of the workspace, page by page', async () => {
    const team = await openTeam({ largestPage: 40 })
    const ids = Array.from({ length: 60 }, (_, n) => `U1${String(n).padStart(3, '0')}`)
    for (const id of ids) void team.slack.addUser({ id })
    void team.slack.addChannel({ id: 'C2', name: 'all', members: [...ids, team.slack.bot.userId] })
    await tellRoster(team, 'C2')
    expect(peopleOf(team.heard[0])).toEqual(ids)
    expect(team.timesCalled('users.list')).toBe(2)
    expect(team.timesCalled('users.info')).toBe(0)
  })

  it('is told of every channel in which we are, and of no other', async () => {
    const team = await openTeam()
    void team.slack.addChannel({ id: 'C2', name: 'east', members: ['U2', team.slack.bot.userId], private: true })
    void team.slack.addChannel({ id: 'C3', name: 'without-us', members: ['U2'] })
    await tellRosters(team, never)
    expect(team.heard.map(({ place }) => (place.kind === 'group' ? place.channelId : null)).toSorted()).toEqual([
      'C1',
      'C2',
    ])
    await tellRoster(team, 'C3')
    await tellRoster(team, 'C404')
    expect(team.heard.length).toBe(2)
  })

  it('is not told where Slack describes nobody: everybody would seem to be gone', async () => {
    const team = await openTeam({ scopes: ['channels:read', 'groups:read'] })
    await tellRosters(team, never)
    expect(team.timesCalled('conversations.members')).toBe(1)
    expect(team.heard).toEqual([])
  })
})

describe('what events leave unknown', () => {
  const said: EventDecoded & { kind: 'inbound' } = {
    kind: 'inbound',
    event: {
      platform: 'slack',
      eventId: 'm:C1:1',
      place: { kind: 'group', channelId: 'C1' },
      author: { accountId: 'U1' },
      body: { kind: 'message', text: 'hello', addressed: false },
    },
  }

  const moved = (kind: 'invited' | 'joined' | 'left', accountId: string) =>
    ({ kind: 'inbound', event: { ...said.event, author: { accountId }, body: { kind } } }) as const

  async function openLearning(options?: Parameters<typeof openWorkspace>[0]) {
    const team = await openTeam(options)
    return { ...team, learning: createLearning(team) }
  }

  it('is learnt afterwards, once, and handed in', async () => {
    const { learning, heard, timesCalled } = await openLearning()
    for (let n = 0; n < 5; n++) learning.after(said)
    expect(heard).toEqual([])
    await learning.settled()
    learning.after(said)
    await learning.settled()
    const profiles = heard.filter(({ body }) => body.kind === 'profile')
    expect(profiles.map(({ author }) => author.name)).toEqual(['李四'])
    expect(timesCalled('users.info')).toBe(3)
  })

  it('is learnt anew after a failure to hand it in', async () => {
    const team = await openTeam()
    let broken = true
    const intake = async (event: InboundEvent) => {
      if (broken) throw new Error('the database is away')
      await team.intake(event)
    }
    const learning = createLearning({ ...team, intake })
    const { place: _, ...rest } = said.event
    const direct = { kind: 'inbound', event: { ...rest, place: { kind: 'direct' } } } as const
    learning.after(direct)
    await learning.settled()
    broken = false
    learning.after(direct)
    await learning.settled()
    expect(team.heard.map(({ body, author }) => [body.kind, author.name])).toEqual([['profile', '李四']])
  })

  it('includes who is in a channel to which we were invited, under its name of now', async () => {
    const { learning, heard, slack, directory } = await openLearning()
    void slack.removeFrom('C1', slack.bot.userId)
    await directory.learnChannel('C1')
    void slack.invite('C1', slack.bot.userId)
    learning.after(moved('invited', 'U2'))
    await learning.settled()
    expect(heard.map(peopleOf)).toEqual([['U1', 'U2']])
  })

  it('includes whether a channel is external, after a guest came or went', async () => {
    const { learning, heard, slack } = await openLearning()
    void slack.addUser({ id: 'U7', isRestricted: true })
    void slack.invite('C1', 'U7')
    learning.after(moved('joined', 'U7'))
    await learning.settled()
    void slack.removeFrom('C1', 'U7')
    learning.after(moved('left', 'U7'))
    await learning.settled()
    const told = heard.filter(({ body }) => body.kind === 'roster').map(({ place }) => place)
    expect(told).toMatchObject([{ external: true }, { external: false }])
  })

  it('includes the new name of a channel, and nothing of one that we left', async () => {
    const { learning, heard, slack } = await openLearning()
    void slack.renameChannel('C1', 'sales-east')
    learning.after({ kind: 'learn', channelId: 'C1' })
    await learning.settled()
    expect(heard[0]?.place).toMatchObject({ name: 'sales-east' })
    void slack.removeFrom('C1', slack.bot.userId)
    learning.after({ kind: 'learn', channelId: 'C1' })
    await learning.settled()
    expect(heard.length).toBe(1)
  })

  it('is kept current by what events tell of people', async () => {
    const { learning, directory } = await openLearning()
    await directory.learnPerson('U1')
    learning.after({
      kind: 'inbound',
      event: { ...said.event, author: { accountId: 'U1', name: 'Li Si' }, body: { kind: 'profile' } },
    })
    expect(directory.person('U1')).toMatchObject({ name: 'Li Si', lang: 'zh' })
  })
})
