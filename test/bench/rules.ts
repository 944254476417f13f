import { systemClock } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { createLog } from '../../src/base/log.ts'
import { newKey, readKey, sealingWith } from '../../src/base/sealing.ts'
import { DAY_MS } from '../../src/calendar/dates.ts'
import { workCalendarSchema } from '../../src/calendar/work-calendar.ts'
import { createEngine } from '../../src/engine/engine.ts'
import { features } from '../../src/features/index.ts'
import { createEar } from '../../src/features/rules/hearing/ear.ts'
import { nothingLately } from '../../src/features/rules/hearing/memory.ts'
import { bookFor } from '../../src/features/rules/hearing/rulebook.ts'
import { type RuleDefinition, ruleSchema } from '../../src/features/rules/rule.ts'
import { writeRule } from '../../src/features/rules/store.ts'
import { writeWords } from '../../src/features/rules/word-store.ts'
import { createAccept } from '../../src/inbox/accept.ts'
import { createReader } from '../../src/inbox/answer.ts'
import type { Store } from '../../src/store/store.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { type Kind, openMigrated } from './databases.ts'
import type { Effort } from './effort.ts'
import { inFlight, median, percentile, perSecond } from './numbers.ts'
import { ms, type Row, rate, times } from './table.ts'

const ruleCount = 200
const wordCount = 10_000
const goal = 0.7
const mostMs = 1
/** Who talk at the pace of a day, each once a minute: however fast it is taken in, nobody floods or says too much the same. */
const people = 1000
const paceMs = 60
const width = 200

/** What people say to each other; of forty-nine one meets a rule, as in a group that mostly keeps them. */
const talk = Array.from({ length: 49 }, (_, n) =>
  n === 0
    ? '客户张总电话 13812345678，帮我跟一下'
    : ([
        '今天客户多，晚点到',
        '方案我下午改好发你',
        'ok, see you at the client at three',
        `拜访完 ${n} 家，回来路上`,
        '收到 👍',
      ][n % 5] ?? ''),
)

/**
 * Talk that gets its 202, in a group where two hundred rules and ten thousand words hold, beside one without any; and in one
 * more whose team keeps what is said, sealed, to try rules on it, as teams do unless they choose otherwise.
 */
export async function measureRules(kind: Kind, effort: Effort): Promise<Row[]> {
  const store = await openMigrated(await kind.fresh())
  try {
    await stageGroup(store, 'free', {})
    const teamId = await stageGroup(store, 'ruled', { keepDays: 0 })
    await hold(store, teamId)
    await hold(store, await stageGroup(store, 'kept', {}))
    const log = createLog('silent')
    const engine = createEngine(store, log)
    await engine.prepare()
    const read = createReader(features.flatMap(feature => feature.commands ?? []))
    const sealing = sealingWith(readKey(newKey()) ?? new Uint8Array())
    const accept = createAccept({ store, engine, clock: systemClock, read, ear: createEar({ store, log, sealing }) })
    const count = effort.messages * 20
    const began = systemClock.now().getTime() - DAY_MS
    let told = 0
    const run = async (group: string) => {
      const said = (n: number) => ({
        at: new Date(began + told++ * paceMs).toISOString(),
        ...{ platform: 'room' as const, eventId: newId(), author: { accountId: `${group}-${n % people}` } },
        place: { kind: 'group' as const, channelId: group },
        body: { kind: 'message' as const, text: talk[n % talk.length] ?? '', addressed: false },
      })
      return perSecond(await inFlight(count, width, n => accept(said(n))))
    }
    const turns: { readonly free: number; readonly ruled: number; readonly kept: number }[] = []
    for (let turn = 0; turn <= effort.repeats; turn++) {
      const rates = { free: await run('free'), ruled: await run('ruled'), kept: await run('kept') }
      // The first turn warms up, and builds the rulebooks.
      if (turn > 0) turns.push(rates)
    }
    const ratioOf = (group: 'ruled' | 'kept') => median(turns.map(rates => rates[group] / rates.free))
    const rateOf = (group: 'free' | 'ruled' | 'kept') => rate(median(turns.map(rates => rates[group])))
    const ruled = ratioOf('ruled')
    await engine.stop()
    const each = await ruleTimes(store, teamId, count)
    return [
      { what: `talk accepted, no rules, ${kind.name}`, value: rateOf('free') },
      {
        what: `talk accepted, ${ruleCount} rules, ${wordCount.toLocaleString('en')} words, ${kind.name}`,
        value: rateOf('ruled'),
        ratio: times(ruled, 'without'),
        goal: { words: `at least ${goal} × without`, met: ruled >= goal },
      },
      {
        what: `the same, and all talk kept sealed, ${kind.name}`,
        value: rateOf('kept'),
        ratio: times(ratioOf('kept'), 'without'),
      },
      {
        what: `rules over one message, p99, ${kind.name}`,
        value: `${percentile(each, 0.99).toFixed(3)} ms`,
        ratio: `median ${percentile(each, 0.5).toFixed(3)} ms`,
        goal: { words: `under ${ms(mostMs)}`, met: percentile(each, 0.99) < mostMs },
      },
    ]
  } finally {
    await store.close()
  }
}

/** The checks alone, message by message. */
async function ruleTimes(store: Store, teamId: string, count: number): Promise<number[]> {
  const at = systemClock.now()
  const book = await bookFor(store.prisma, teamId, 'bench', at)
  if (book === null) throw new Error('the team is there')
  const facts = { at, platform: 'room', channelId: newId(), role: 'rep' as const, memberId: newId(), forUs: false }
  const each: number[] = []
  for (let n = 0; n < count; n++) {
    const from = performance.now()
    book.check(book.saidOf({ ...facts, text: talk[n % talk.length] ?? '' }), nothingLately)
    each.push(performance.now() - from)
  }
  return each
}

/** A team in a group of the Room, with these settings of its rules. */
async function stageGroup({ prisma }: Store, group: string, rules: object): Promise<string> {
  const now = systemClock.now()
  const id = newId()
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const settings = { rules }
  const facts = { zone: 'Asia/Shanghai', lang: 'zh', calendar, settings, createdAt: now }
  await prisma.team.create({ data: { id, name: group, ...facts } })
  await prisma.channel.create({ data: { id: newId(), platform: 'room', externalId: group, teamId: id } })
  const all = Array.from({ length: people }, (_, n) => ({ name: `${group}-${n}`, personId: newId() }))
  await prisma.person.createMany({ data: all.map(({ name, personId }) => ({ id: personId, name, createdAt: now })) })
  await prisma.account.createMany({
    data: all.map(({ name, personId }) => ({ platform: 'room', accountId: name, personId, lastSeenAt: now })),
  })
  const joined = { teamId: id, aliases: [], role: 'rep', joinedOn: '2026-01-05' }
  await prisma.member.createMany({ data: all.map(one => ({ id: newId(), ...one, ...joined })) })
  return id
}

async function hold(store: Store, teamId: string): Promise<void> {
  const at = systemClock.now()
  const words = Array.from({ length: wordCount }, (_, n) => ({
    word: `夸张词${n.toString(36)}号`,
    kind: 'hint' as const,
  }))
  const by = newId()
  await inTransaction(store, async tx => {
    await writeWords(tx, { teamId, list: 'default', at }, words)
    for (const definition of definitions()) await writeRule(tx, { teamId, definition, state: 'on', by, at })
  })
}

/** Of every kind that looks at talk, in turns; patterns of their own for those that have some. */
function definitions(): readonly RuleDefinition[] {
  const kinds = [
    () => ({ kind: 'customer-data' }),
    () => ({ kind: 'links', allowed: ['example.com'] }),
    () => ({ kind: 'wording' }),
    () => ({ kind: 'flooding', messages: 100, seconds: 5 }),
    () => ({ kind: 'repeats', times: 20, minutes: 1 }),
    () => ({ kind: 'mention-all' }),
    (n: number) => ({ kind: 'routing', to: 'case', patterns: patternsOf(n) }),
    (n: number) => ({ kind: 'off-topic', patterns: patternsOf(n) }),
    () => ({ kind: 'unanswered' }),
    () => ({ kind: 'report-form' }),
  ]
  return Array.from({ length: ruleCount }, (_, n) =>
    ruleSchema.parse({
      ...{ key: `rule-${n}`, title: { zh: `群规 ${n}` }, manners: { steps: [{ do: 'hint' }] } },
      when: kinds[n % kinds.length]?.(n),
    }),
  )
}

const patternsOf = (n: number): string[] => Array.from({ length: 20 }, (_, m) => `订单${n}*延期${m}`)
