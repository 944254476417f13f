import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../src/audit/verify.ts'
import { features } from '../../../src/features/index.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { openTalk, type Talk } from '../../talk.ts'
import { givenMember, givenTeam } from '../harness.ts'

const people = { wang: '王经理', zhang: '张三丰收', feng: '张三', mei: '韩梅' }
const secrets = ['李逍遥', '阿遥', '盖章等到天荒', '地老天荒客户', '改了又改的话', 'xiaoyao']

let talk: Talk
beforeAll(async () => {
  talk = await openTalk({
    at: '2026-11-20T08:40:00+08:00',
    people: { ...people, xiaoyao: '李逍遥' },
    features,
    database: await temporaryStore(),
  })
  await talk.person('wang').says('/setup 销售一部')
  for (const id of ['zhang', 'feng', 'mei', 'xiaoyao']) await talk.person(id).says('/我的')
  await talk.person('wang').tells('/member 李逍遥 alias=阿遥')
  await talk.person('xiaoyao').says('/计划 拜访3 电话20 跟进地老天荒客户')
  await talk.goTo('2026-11-20T18:00:00+08:00')
  await talk.person('xiaoyao').says('/日报 拜访2 电话25 卡点：盖章等到天荒')
  await talk.person('xiaoyao').says('/日报 拜访2 备注：改了又改的话')
  await talk.person('mei').says('/日报 电话9 卡点：等李逍遥回复，张三丰收也在等')
  await talk.person('xiaoyao').tells('/我的数据 导出')
  await talk.goTo('2026-11-20T19:30:00+08:00')
  await talk.person('wang').tells('/已读 李逍遥 辛苦了')
})
afterAll(() => talk[Symbol.asyncDispose]())

/** `Table.column` of every place in the database, the queue's tables too, in which a text stands. */
async function placesOf(text: string): Promise<readonly string[]> {
  const columns = await talk.store.query<{ schema: string; table: string; column: string }>(`
    SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema IN ('public', 'pgboss') AND t.table_type = 'BASE TABLE'`)
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const rows = await talk.store.query<{ hits: number }>(
      `SELECT count(*)::int AS hits FROM "${schema}"."${table}" WHERE strpos("${column}"::text, $1) > 0`,
      [text],
    )
    if ((rows[0]?.hits ?? 0) > 0) found.push(`${table}.${column}`)
  }
  return found
}

describe('an admin’s right', () => {
  it('ends where somebody is in another team', async () => {
    const { prisma } = talk.store
    const { personId } = await prisma.member.findFirstOrThrow({ where: { name: '张三' } })
    const other = await givenTeam(prisma, { name: '二部' })
    await givenMember(prisma, other, { name: '张三', personId })
    await talk.person('wang').tells('/抹除 张三 确认')
    await expect(talk.person('wang')).toHear(/你不管理的团队/)
    expect(await placesOf('张三丰收')).not.toEqual([])
  })
})

describe('/erase', () => {
  it('is for admins, never for oneself, and asks first', async () => {
    await talk.person('mei').tells('/抹除 李逍遥')
    await expect(talk.person('mei')).toHear(/管理员/)
    await talk.person('wang').tells('/抹除 王经理 确认')
    await expect(talk.person('wang')).toHear(/不能抹除自己/)
    await talk.person('wang').tells('/抹除 谁也不是')
    await expect(talk.person('wang')).toHear(/团队里没有/)
    await talk.person('wang').says('/抹除 李逍遥')
    await expect(talk.person('wang')).toHear(/这一步不能撤回/)
    await expect(talk.group).not.toHear(/李逍遥/)
    for (const secret of secrets) expect(await placesOf(secret), secret).not.toEqual([])
  })

  it('leaves nothing of the name, the accounts or the words anywhere', async () => {
    expect(await talk.store.prisma.file.count()).toBe(1)
    const before = await talk.store.query(
      'SELECT "metricId", date, value, entries FROM "MetricDay" ORDER BY 1, 2, 3, 4',
    )
    await talk.person('wang').tells('/抹除 阿遥 确认')
    await expect(talk.person('wang')).toHear(/已抹除。数字归在“已删除成员 1”名下/)
    for (const secret of secrets) expect(await placesOf(secret), secret).toEqual([])
    expect(await talk.store.prisma.file.count()).toBe(0)
    expect(
      await talk.store.query('SELECT "metricId", date, value, entries FROM "MetricDay" ORDER BY 1, 2, 3, 4'),
    ).toEqual(before)
  })

  it('keeps what others wrote, with the name replaced and longer names whole', async () => {
    const rows = await talk.store.prisma.report.findMany({ where: { member: { name: '韩梅' } } })
    expect(rows.flatMap(({ blockers }) => blockers)).toEqual(['等已删除成员 1回复，张三丰收也在等'])
  })

  it('keeps the figures under the number, and that it was done', async () => {
    const { prisma } = talk.store
    const gone = await prisma.member.findFirstOrThrow({ where: { name: '已删除成员 1' }, include: { person: true } })
    expect(gone).toMatchObject({
      aliases: [],
      leftBecause: 'removed',
      person: { name: '已删除成员 1', lastPlatform: null },
    })
    const calls = await prisma.metric.findFirstOrThrow({ where: { key: 'calls' } })
    const day = await prisma.metricDay.findFirstOrThrow({ where: { memberId: gone.id, metricId: calls.id } })
    expect(day.value.toNumber()).toBe(25)
    expect(await prisma.erasure.findMany()).toMatchObject([{ number: 1 }])
  })

  it('leaves the log whole, which tells no more whom it was about', async () => {
    const { prisma } = talk.store
    const { id: teamId } = await prisma.team.findFirstOrThrow({ where: { name: '销售一部' } })
    const gone = await prisma.member.findFirstOrThrow({ where: { name: '已删除成员 1' } })
    const log = await prisma.audit.findMany({ where: { teamId }, orderBy: { seq: 'asc' } })
    expect(log).toMatchObject([
      { what: 'reports.read', read: true, memberId: null, detail: null, aboutSalt: null },
      { what: 'audit.erased', read: false, detail: { number: 1, parts: 1 } },
    ])
    expect(JSON.stringify(log)).not.toContain(gone.id)
    expect(log[0]?.actorPersonId).toBe(log[1]?.actorPersonId)
    expect(await verify(talk.store, teamId)).toMatchObject({ last: { seq: 2 }, erased: 1, fault: null })
  })
})
