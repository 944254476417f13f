import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Json } from '../../../src/base/json.ts'
import type { Actor } from '../../../src/context.ts'
import { features } from '../../../src/features/index.ts'
import { keptAbout } from '../../../src/features/privacy/kept-about.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { aMoment, makeContext } from '../harness.ts'
import { stageDay } from '../nudges/stage.ts'
import { sharedStore } from '../reports/stage.ts'

const shared = sharedStore()
const day = '2026-11-20'
const stage = () => stageDay(shared.store, [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' }])
type Staged = Awaited<ReturnType<typeof stage>>

/** Tables that name somebody and of which no feature tells by `keeps`, with the reason. */
const toldOtherwise: Readonly<Record<string, string>> = {
  Audit: 'who looked at what has a part of its own in /my data',
  CodeGuess: 'gone within the hour',
  Delivery: 'what was said to them, which they have read',
  Dialogue: 'the form that is open in their own chat, for a day at most',
  MetricDay: 'sums of the entries that are told',
  OneTimeCode: 'gone within minutes',
  PendingImport: 'a sheet that they pasted themselves and have not recorded, for a day at most',
  RuleDraft: 'a preview of theirs that waits for a word, for a day at most',
}

/** Reads all that is kept about somebody: title → records. `seen` hears the name of every model that is read. */
async function readAll({ team }: Staged, actor: Actor, seen = (_: string): void => {}) {
  return inTransaction(shared.store, async tx => {
    const watched: Tx = new Proxy(tx, {
      get(target, name) {
        if (typeof name === 'string') seen(name)
        return Reflect.get(target, name)
      },
    })
    const { ctx } = makeContext(watched, { team, actor, place: { kind: 'direct' } })
    const kept = await keptAbout(ctx, features)
    const all = new Map<string, readonly Json[]>()
    for (const { title, gist, records } of kept) {
      // A title twice would hide one of the two in the export.
      if (all.has(title.zh)) throw new Error(`two are called ${title.zh}`)
      expect([title.zh, title.en, gist.zh, gist.en]).not.toContain('')
      all.set(title.zh, await records())
    }
    return all
  })
}

it('every table that names a member or a person is told of to them, or known not to be', async () => {
  const staged = await stage()
  const read = new Set<string>()
  await readAll(staged, staged.who('张三'), name => read.add(name))
  const rows = await shared.store.query<{ name: string }>(`
    SELECT DISTINCT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('memberId', 'personId', 'giverId', 'receiverId', 'rungBy', 'askedBy')`)
  const tables = rows.map(({ name }) => name)
  const untold = tables.filter(name => !read.has(`${name[0]?.toLowerCase()}${name.slice(1)}`))
  expect(untold.toSorted()).toEqual(Object.keys(toldOtherwise).toSorted())
})

/** Gives a member something of everything that is kept; `mark` stands in every word of it. */
async function giveAll({ team, who }: Staged, name: string, mark: string) {
  const { prisma } = shared.store
  const { memberId, personId } = who(name)
  const other = who('王经理')
  const metric = await prisma.metric.findFirstOrThrow({ where: { teamId: team.id, key: 'revenue' } })
  const own = () => ({ id: newId(), teamId: team.id, memberId })
  const money = { value: 5, metricId: metric.id, from: '2026-11-01', to: '2026-11-30' }
  await prisma.win.create({
    data: { ...own(), customer: mark, customerKey: mark, date: day, state: 'rung', rungBy: personId, rungAt: aMoment },
  })
  const thanks = { id: newId(), batchId: newId(), teamId: team.id, tags: [], date: day, givenAt: aMoment }
  await prisma.kudos.create({
    data: { ...thanks, giverId: other.memberId, receiverId: memberId, reason: `${mark}收` },
  })
  await prisma.kudos.create({
    data: { ...thanks, id: newId(), giverId: memberId, receiverId: other.memberId, reason: `${mark}送` },
  })
  await prisma.ownDays.create({ data: { teamId: team.id, memberId, birthday: '03-15' } })
  await prisma.target.create({
    data: {
      ...{ ...own(), ...money, kind: 'month', state: 'accepted', reason: mark, createdBy: personId },
      ...{ createdAt: aMoment, steps: { create: { state: 'accepted', by: personId, at: aMoment } } },
    },
  })
  const { id: _, ...point } = own()
  await prisma.pointEntry.create({ data: { ...point, delta: 3, reason: mark, source: mark, at: aMoment } })
  await prisma.pointBalance.create({ data: { memberId, balance: 3 } })
  const number = name.length + mark.length
  await prisma.redemption.create({
    data: { ...own(), number, rewardId: newId(), name: mark, cost: 2, state: 'pending', askedAt: aMoment },
  })
  const place = { memberId, name, rank: 2, score: [5], value: 5, counts: true, on: null }
  await prisma.contest.create({
    data: {
      ...{ id: newId(), teamId: team.id, name: mark, rule: { kind: 'most' }, from: day, to: day, prize: '' },
      ...{ handicap: 'none', seed: 1, state: 'closed', createdBy: other.personId, createdAt: aMoment },
      entrants: { create: { memberId } },
      results: { create: { round: 0, asOf: aMoment, date: day, places: [place] } },
    },
  })
  await prisma.champion.create({
    data: {
      ...{ id: newId(), teamId: team.id, metricKey: mark, period: '2026-10', revision: 1, rule: {}, value: 5 },
      ...{ winners: [{ memberId, name }], asOf: aMoment, lastEntryId: 0, proof: '', checkedId: 0 },
    },
  })
  const facts = { rule: 'first-deal', metric: mark, value: 1, date: day }
  await prisma.praise.create({ data: { ...own(), rule: 'first-deal', subject: mark, on: day, facts } })
  const { value: shown, ...figure } = money
  await prisma.dispute.create({
    data: { ...own(), ...figure, number, shown, reason: mark, askedBy: memberId, askedAt: aMoment },
  })
  const matter = { id: newId(), teamId: team.id, number, severity: 'high', text: mark, raisedAt: aMoment }
  await prisma.urgentMatter.create({ data: { ...matter, raisedBy: memberId } })
  const line = { matterId: matter.id, teamId: team.id, at: aMoment }
  await prisma.urgentStep.create({ data: { ...line, kind: 'raised', byId: memberId } })
  await prisma.urgentDuty.create({
    data: {
      ...{ teamId: team.id, from: day, to: day, createdBy: memberId, createdAt: aMoment },
      members: { create: { position: 0, memberId } },
    },
  })
  await prisma.ruleAck.create({ data: { ...own(), edition: number, at: aMoment } })
  const version = { teamId: team.id, memberId, version: 1, state: 'on', at: aMoment }
  await prisma.ruleVersion.create({ data: { ...version, ruleId: newId(), definition: { title: mark } } })
  const notice = { teamId: team.id, text: mark, audience: 'everybody', roles: [], important: false, inGroup: true }
  const times = { postedAt: aMoment, askedAt: aMoment, until: aMoment, state: 'over' }
  await prisma.notice.create({ data: { ...notice, ...times, id: newId(), number, postedBy: memberId } })
  const toThem = { ...notice, ...times, id: newId(), number: number + 100, text: `${mark}看`, postedBy: other.memberId }
  await prisma.notice.create({ data: { ...toThem, readers: { create: { memberId, readAt: aMoment } } } })
  await prisma.newcomer.create({ data: { memberId, teamId: team.id, joinedAt: aMoment, next: 'over' } })
  await prisma.quiet.create({ data: { id: newId(), personId, kind: mark, from: aMoment, until: aMoment } })
}

describe('what a member takes along', () => {
  it('is all of it, each with its own words, and nothing of anybody else', async () => {
    const staged = await stage()
    await giveAll(staged, '张三', '三的')
    await giveAll(staged, '李伟', '伟某的')
    const all = await readAll(staged, staged.who('张三'))
    expect(Object.fromEntries(all)).toMatchObject({
      喜报: [{ customer: '三的', mine: true, rungByMe: true }],
      收到的表扬: [{ reason: '三的收', from: '王经理', withdrawn: false }],
      送出的表扬: [{ reason: '三的送' }],
      生日和入职日: [{ birthday: '03-15' }],
      我的目标: [{ metric: 'revenue', value: 5, reason: '三的', trail: [{ state: 'accepted' }] }],
      积分: [{ delta: 3, reason: '三的' }],
      积分兑换: [{ name: '三的', cost: 2, state: 'pending' }],
      参加的竞赛: [{ name: '三的', places: [{ round: 0, rank: 2, value: 5 }] }],
      冠军: [{ metric: '三的', period: '2026-10', value: 5 }],
      自动表扬: [{ on: day, rule: 'first-deal', metric: '三的' }],
      对数字的异议: [{ reason: '三的', aboutMe: true, askedByMe: true }],
      紧急事项: [{ kind: 'raised', text: '三的', byMe: true }],
      值班: [{ from: day, to: day, place: 1 }],
      给我的通知: [{ text: '三的看', readAt: aMoment.toISOString() }],
      我发的通知: [{ text: '三的', state: 'over' }],
      新人第一周: [{ next: 'over' }],
      我要求过的安静: [{ kind: '三的' }],
      读过的群规: [{ edition: 4 }],
      改过的群规: [{ version: 1, definition: '{"title":"三的"}' }],
    })
    expect(JSON.stringify([...all])).not.toContain('伟某的')
  })

  it('has a win that they rang for somebody else, which is not theirs', async () => {
    const staged = await stage()
    const { prisma } = shared.store
    const [li, wang] = [staged.who('李伟'), staged.who('王经理')]
    const facts = { customer: '华为', customerKey: '华为', date: day, state: 'rung', rungAt: aMoment }
    const data = { ...facts, id: newId(), teamId: staged.team.id, memberId: li.memberId, rungBy: wang.personId }
    await prisma.win.create({ data })
    expect((await readAll(staged, wang)).get('喜报')).toMatchObject([{ mine: false, rungByMe: true }])
    expect((await readAll(staged, li)).get('喜报')).toMatchObject([{ mine: true, rungByMe: false }])
  })
})
