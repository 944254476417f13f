import { describe, expect, it, type TestContext } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { compose } from '../../../src/compose.ts'
import type { Command, Feature } from '../../../src/features/feature.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { reports } from '../../../src/features/reports/feature.ts'
import { team as teamFeature } from '../../../src/features/team/feature.ts'
import { createWelcome } from '../../../src/features/welcome/feature.ts'
import { ScriptedAdapter } from '../../outbox/scripted-adapter.ts'
import { eachDatabase, quiet } from '../../store/fixture.ts'
import { at, openTeam } from '../notices/stage.ts'

const commands = (): readonly Command[] => features.flatMap(feature => feature.commands ?? [])
const features: readonly Feature[] = [reports, teamFeature, createWelcome(commands)]

/** A team with two groups; on PostgreSQL two processes hear of them. */
async function openTwoGroups(context: TestContext, open: (typeof eachDatabase)[number]['open']) {
  const { store, close } = await open(context)
  const staged = await openTeam(store, [{ name: '王经理', role: 'manager' }], { features })
  const { team, slack, app } = staged
  await createDefaultMetrics(store.prisma, team)
  await createDefaultForms(store.prisma, team, at('2026-01-01 00:00'))
  const other = new ScriptedAdapter({ direct: slack.surfaces.direct, group: slack.surfaces.group }).takeAll()
  const second =
    store.kind === 'pglite'
      ? app
      : compose({ store, clock: staged.clock, log: quiet, owner: newId(), features, adapters: [other] }).app
  await second.engine.prepare()
  const groups = [`C-${team.id}`, `D-${team.id}`] as const
  await store.prisma.channel.create({
    data: { id: newId(), platform: 'slack', externalId: groups[1], teamId: team.id },
  })
  const apps = [app, second]
  return {
    store,
    groups,
    /** Each comes into a group, the first heard of by the one process, the next by the other, and so on. */
    async come(...all: readonly (readonly [name: string, group: string])[]) {
      await Promise.all(
        all.map(([name, channelId], n) =>
          apps[n % apps.length]?.intake({
            ...{ platform: 'slack', eventId: newId(), place: { kind: 'group', channelId } },
            ...{ author: { accountId: `U-${name}`, name, standing: 'member' }, body: { kind: 'joined' } },
          }),
        ),
      )
      await Promise.all(apps.map(it => it.settle()))
      return [...slack.calls, ...other.calls].flatMap(call =>
        call.call === 'send' && call.address.kind === 'direct' ? [`${call.address.accountId} ${call.text}`] : [],
      )
    },
    async [Symbol.asyncDispose]() {
      await second.stop()
      await app.stop()
      await close()
    },
  }
}

describe.each(eachDatabase)('at the same moment on $name', ({ open }) => {
  it('several join: each is welcomed once', async context => {
    await using house = await openTwoGroups(context, open)
    const names = ['钱七', '孙八', '周九', '吴十']
    const heard = await house.come(...names.map(name => [name, house.groups[0]] as const))
    const welcomed = heard.filter(text => text.includes('这是你在'))
    expect(welcomed.map(text => text.split(' ', 1)[0]).toSorted()).toEqual(names.map(name => `U-${name}`).toSorted())
    expect(await house.store.prisma.newcomer.count()).toBe(names.length)
  })

  it('one joins in two groups of the team: they are one newcomer, and welcomed once', async context => {
    await using house = await openTwoGroups(context, open)
    const heard = await house.come(['钱七', house.groups[0]], ['钱七', house.groups[1]])
    expect(heard.filter(text => text.includes('这是你在'))).toHaveLength(1)
    expect(await house.store.prisma.member.count({ where: { name: '钱七' } })).toBe(1)
    expect(await house.store.prisma.person.count({ where: { name: '钱七' } })).toBe(1)
    expect(await house.store.prisma.newcomer.count()).toBe(1)
  })
})
