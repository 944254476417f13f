import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { newId } from '../../../src/base/ids.ts'
import { compose } from '../../../src/compose.ts'
import type { Actor, Saying } from '../../../src/context.ts'
import { notices } from '../../../src/features/notices/feature.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { ScriptedAdapter } from '../../outbox/scripted-adapter.ts'
import { eachDatabase, quiet, temporaryPostgres } from '../../store/fixture.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { at, openTeam } from './stage.ts'

const reps = ['张三', '李四', '赵六', '孙八'] as const
const people = [...reps.map(name => ({ name })), { name: '王经理', role: 'manager' as const }]

type Staged = Awaited<ReturnType<typeof openTeam>>

/** Gives a command in a transaction of its own, which waits for no other; answers what was said, or the refusal's code. */
async function gives({ store, team }: Staged, actor: Actor, typed: string): Promise<readonly Saying[] | string> {
  return inTransaction(store, async tx => {
    const { ctx, said } = makeContext(tx, {
      team,
      actor,
      place: { kind: 'direct' } as const,
      now: at('2026-11-23 09:30'),
    })
    const command = notices.commands?.find(({ name }) => name === 'notice')
    if (command?.least !== 'rep') throw new Error('notices are for members')
    await command.run(ctx, typed)
    return said
  }).catch((error: unknown) => {
    if (error instanceof UserError) return error.code
    throw error
  })
}

const all = (staged: Staged, ...given: readonly (readonly [string, string])[]) =>
  Promise.all(given.map(([name, typed]) => gives(staged, staged.who(name), typed)))

async function theOne({ store, team }: Staged) {
  return store.prisma.notice.findFirstOrThrow({ where: { teamId: team.id }, include: { readers: true } })
}

async function readerOf(staged: Staged, name: string) {
  return (await theOne(staged)).readers.find(({ memberId }) => memberId === staged.who(name).memberId)
}

describe.each(eachDatabase)('at the same moment on $name', ({ open }) => {
  it('all confirm, and the last count that the group reads has them all', async context => {
    await using database = await open(context)
    await using staged = await openTeam(database.store, people)
    await staged.says('王经理', '/通知 周五盘点')
    const told = await all(staged, ...reps.map(name => [name, '1 收到'] as const))
    const { version, readers } = await theOne(staged)
    expect(readers.filter(({ readAt }) => readAt !== null)).toHaveLength(reps.length)
    expect(version).toBe(reps.length)
    const counts = told.flatMap(said =>
      typeof said === 'string'
        ? [said]
        : said.flatMap(({ revises, key, content }) => (revises ? [`${key} ${wordsOf(content)}`] : [])),
    )
    expect(counts.map(text => Number(/:(\d+) /.exec(text)?.[1])).toSorted()).toEqual([1, 2, 3, 4])
    for (const text of counts) expect(text).toContain(`4 人中 ${/:(\d+) /.exec(text)?.[1]} 人已读`)
  })

  it('somebody confirms twice, and is counted once', async context => {
    await using database = await open(context)
    await using staged = await openTeam(database.store, people)
    await staged.says('王经理', '/通知 周五盘点')
    const told = await all(staged, ['张三', '1 收到'], ['张三', '1 收到'], ['张三', '1 收到'])
    expect(told.flat().filter(said => typeof said !== 'string' && said.revises !== undefined)).toHaveLength(1)
    expect((await theOne(staged)).version).toBe(1)
  })

  it('one confirms while its author withdraws it: read before, or told that it is gone; nobody is asked any more', async context => {
    await using database = await open(context)
    await using staged = await openTeam(database.store, people)
    await staged.says('王经理', '/通知 周五盘点')
    const [confirmed, withdrawn] = await all(staged, ['张三', '1 收到'], ['王经理', '1 撤回'])
    expect(withdrawn).toBeInstanceOf(Array)
    const reader = await readerOf(staged, '张三')
    expect(reader?.readAt === null ? confirmed : 'read').toBe(reader?.readAt === null ? 'notices.withdrawn' : 'read')
    expect((await theOne(staged)).state).toBe('withdrawn')
    const job = notices.jobs?.find(({ name }) => name === 'notices.ask')
    expect(await inTransaction(staged.store, tx => job?.moments?.(tx, staged.team) ?? Promise.resolve(null))).toEqual(
      [],
    )
  })

  it('one confirms while its author has it confirmed anew: read as it is now, or asked again at once', async context => {
    await using database = await open(context)
    await using staged = await openTeam(database.store, people)
    await staged.says('王经理', '/通知 周五盘点')
    const outcomes = await all(staged, ['王经理', '1 更正 周六盘点 重新确认=是'], ['张三', '1 收到'])
    expect(outcomes.filter(outcome => typeof outcome === 'string')).toEqual([])
    const { edition, text } = await theOne(staged)
    expect([edition, text]).toEqual([2, '周六盘点'])
    const reader = await readerOf(staged, '张三')
    if (reader?.readAt === null) expect(reader.dueAt).toEqual(at('2026-11-23 09:30'))
    else expect(reader?.dueAt).toBeNull()
  })

  it('the same words are posted twice by a slip of the finger: one notice', async context => {
    await using database = await open(context)
    await using staged = await openTeam(database.store, people)
    const outcomes = await all(staged, ['王经理', '周五盘点'], ['王经理', '周五盘点'])
    expect(outcomes.filter(outcome => outcome === 'notices.twice')).toHaveLength(1)
    expect(await staged.store.prisma.notice.count({ where: { teamId: staged.team.id } })).toBe(1)
  })
})

it('of two processes that come to a reminder at the same moment, one asks', async context => {
  const opened = await temporaryPostgres()
  if ('reason' in opened) return context.skip(opened.reason)
  await using database = opened
  await using staged = await openTeam(database.store, people)
  const { store, clock, slack } = staged
  const other = new ScriptedAdapter({ direct: slack.surfaces.direct, group: slack.surfaces.group }).takeAll()
  const { app } = compose({ store, clock, log: quiet, owner: newId(), features: [notices], adapters: [other] })
  await app.engine.prepare()
  await staged.says('王经理', '/通知 周五盘点 截止=周五18:00')
  await staged.says('张三', '/收到')
  const half = at('2026-11-25 14:00')
  await Promise.all([staged.app.travel(half), app.travel(half)])
  await staged.app.settle()
  await app.stop()
  const asked = [...slack.texts, ...other.texts].filter(text => text.includes('有一条通知等你看'))
  expect(asked).toHaveLength(reps.length - 1)
  const where = { kind: 'notices.unread', teamId: staged.team.id }
  expect(await store.prisma.nudge.count({ where })).toBe(reps.length - 1)
})
