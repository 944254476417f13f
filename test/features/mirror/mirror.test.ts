import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MovableClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { createLog } from '../../../src/base/log.ts'
import { compose } from '../../../src/compose.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { features } from '../../../src/features/index.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import type { MirroredReport } from '../../../src/platform/adapter.ts'
import { PlatformError, type PlatformErrorKind } from '../../../src/platform/errors.ts'
import { ScriptedAdapter } from '../../outbox/scripted-adapter.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam } from '../harness.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** A platform that keeps reports of its own. */
class Filing extends ScriptedAdapter {
  readonly filed: MirroredReport[] = []
  readonly refusals: PlatformErrorKind[] = []

  async mirror(report: MirroredReport): Promise<void> {
    const refusal = this.refusals.shift()
    if (refusal !== undefined) throw new PlatformError(refusal, `scripted ${refusal}`)
    this.filed.push(report)
  }
}

/** Friday, 18:00 in Shanghai. */
const friday = new Date('2026-11-20T10:00:00Z')

async function open(adapter: ScriptedAdapter = new Filing({ platform: 'dingtalk' })) {
  const { store } = database
  const { prisma } = store
  const team = await givenTeam(prisma)
  const suffix = team.id.slice(-8)
  const lines: string[] = []
  const log = createLog('warn', { write: line => lines.push(line) })
  await createDefaultMetrics(prisma, team)
  await createDefaultForms(prisma, team, new Date('2026-01-01T00:00:00Z'))
  await prisma.channel.create({
    data: { id: newId(), platform: 'dingtalk', externalId: `cid-${suffix}`, teamId: team.id },
  })
  for (const name of ['李娜', '张三'])
    await prisma.account.create({
      data: {
        platform: 'dingtalk',
        accountId: `${name}-${suffix}`,
        personId: (await givenMember(prisma, team, { name })).personId,
        lastSeenAt: friday,
      },
    })
  const clock = new MovableClock({ frozenAt: friday })
  const { app } = compose({ store, clock, log, owner: suffix, features, adapters: [adapter.takeAll()] })
  await app.engine.prepare()
  return {
    team,
    prisma,
    adapter,
    lines,
    account: (name: string) => `${name}-${suffix}`,
    async says(name: string, text: string) {
      await app.intake({
        platform: 'dingtalk',
        eventId: newId(),
        place: { kind: 'group', channelId: `cid-${suffix}` },
        author: { accountId: `${name}-${suffix}`, name },
        body: { kind: 'message', text, addressed: true },
      })
      await app.settle()
    },
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

async function openFiling() {
  const adapter = new Filing({ platform: 'dingtalk' })
  return { ...(await open(adapter)), adapter }
}

describe('a report that a platform keeps too', () => {
  it('is filed as it was handed in, under all the names of what it says', async () => {
    await using house = await openFiling()
    await house.says('李娜', '日报 拜访2 电话25 签单1/8万 卡点：合同等盖章')
    const [filed, ...more] = house.adapter.filed
    expect(more).toEqual([])
    expect(filed).toMatchObject({
      revision: 1,
      accountId: house.account('李娜'),
      lang: 'zh',
      title: '日报 · 11月20日 周五',
    })
    const said = Object.fromEntries(filed?.entries.map(({ names: [name = ''], text }) => [name, text]) ?? [])
    expect(said).toEqual({ 拜访: '2', 电话: '25', 签单: '1', 签单额: '8万', 卡点: '合同等盖章' })
    expect(filed?.entries.find(({ text }) => text === '25')?.names).toContain('Calls')
  })

  it('is filed anew when it was changed, and not when it says the same', async () => {
    await using house = await openFiling()
    await house.says('李娜', '日报 电话25')
    await house.says('李娜', '日报 电话30')
    await house.says('李娜', '日报 电话30')
    expect(house.adapter.filed.map(({ revision, entries }) => [revision, entries[0]?.text])).toEqual([
      [1, '25'],
      [2, '30'],
    ])
    expect(new Set(house.adapter.filed.map(({ id }) => id)).size).toBe(1)
  })

  it('is the report of whom it is about, though somebody else handed it in', async () => {
    await using house = await openFiling()
    await house.prisma.member.updateMany({ where: { teamId: house.team.id, name: '张三' }, data: { role: 'manager' } })
    await house.says('张三', '日报 替李娜 电话5')
    expect(house.adapter.filed).toMatchObject([{ accountId: house.account('李娜') }])
  })

  it('is filed once though it counts in two teams', async () => {
    await using house = await openFiling()
    const { prisma } = house
    const second = await givenTeam(prisma, { name: '销售二部' })
    await createDefaultMetrics(prisma, second)
    await createDefaultForms(prisma, second, new Date('2026-01-01T00:00:00Z'))
    const { personId } = await prisma.account.findFirstOrThrow({ where: { accountId: house.account('李娜') } })
    await givenMember(prisma, second, { name: '李娜', personId })
    await house.says('李娜', '日报 电话25')
    expect(await prisma.report.count({ where: { teamId: { in: [house.team.id, second.id] } } })).toBe(2)
    expect(house.adapter.filed).toHaveLength(1)
  })

  it('is no plan, and none of somebody whom the platform does not know', async () => {
    await using house = await openFiling()
    await house.says('李娜', '计划 电话20')
    await house.prisma.account.updateMany({ where: { accountId: house.account('张三') }, data: { active: false } })
    await house.prisma.member.updateMany({ where: { teamId: house.team.id, name: '李娜' }, data: { role: 'manager' } })
    await house.says('李娜', '日报 替张三 电话5')
    expect(house.adapter.filed).toEqual([])
  })

  it('holds nothing that only managers may see', async () => {
    await using house = await openFiling()
    const where = { form: { teamId: house.team.id, key: 'report' } }
    const [version] = await house.prisma.formVersion.findMany({ where })
    const definition = JSON.parse(JSON.stringify(version?.definition))
    for (const question of definition.questions) if (question.kind === 'blocker') question.visibility = 'manager'
    await house.prisma.formVersion.updateMany({ where, data: { definition } })
    await house.says('李娜', '日报 电话25 卡点：老板的事')
    expect(house.adapter.filed[0]?.entries.map(({ text }) => text)).toEqual(['25'])
    await house.prisma.formVersion.updateMany({ where, data: { definition: { ...definition, visibility: 'manager' } } })
    await house.says('张三', '日报 电话7')
    expect(house.adapter.filed).toHaveLength(1)
  })

  it.each(['forbidden', 'uncertain'] as const)(
    'stays with us when the platform does not take it (%s), which is one line in the log without its words',
    async kind => {
      await using house = await openFiling()
      house.adapter.refusals.push(kind)
      await house.says('李娜', '日报 电话25 卡点：合同等盖章')
      expect(await house.prisma.report.count({ where: { teamId: house.team.id } })).toBe(1)
      expect(house.adapter.texts.join('\n')).toContain('25')
      expect(house.lines).toHaveLength(1)
      expect(house.lines[0]).toContain(`scripted ${kind}`)
      expect(house.lines[0]).not.toContain('盖章')
    },
  )

  it('is tried again when what hinders it passes', async () => {
    await using house = await openFiling()
    house.adapter.refusals.push('unavailable')
    await house.says('李娜', '日报 电话25')
    expect(house.adapter.filed).toEqual([])
    await expect
      .poll(
        async () => {
          await house.says('李娜', '早')
          return house.adapter.filed.length
        },
        { timeout: 8_000 },
      )
      .toBe(1)
  })

  it('leads to no work where no platform keeps reports', async () => {
    await using house = await open(new ScriptedAdapter({ platform: 'dingtalk' }))
    await house.says('李娜', '日报 电话25')
    const [row] = await database.store.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE data->>'feature' = 'mirror' AND data->>'teamId' = $1`,
      [house.team.id],
    )
    expect(row?.n).toBe(0)
    expect(house.lines).toEqual([])
  })
})
