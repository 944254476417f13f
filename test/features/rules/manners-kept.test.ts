import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Saying } from '../../../src/context.ts'
import { takeSteps } from '../../../src/features/rules/hearing/courtesies.ts'
import { createMemory } from '../../../src/features/rules/hearing/memory.ts'
import { speakOf } from '../../../src/features/rules/hearing/speak.ts'
import { stepKinds } from '../../../src/features/rules/rule.ts'
import { rulesOf, writeRule } from '../../../src/features/rules/store.ts'
import { inRolledBackTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam, makeContext } from '../harness.ts'
import { monday, ruleOf } from './house-of-rules.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const DAY = 24 * 60
const manners = fc.record({
  steps: fc.array(fc.record({ do: fc.constantFrom(...stepKinds) }), { minLength: 1, maxLength: 4 }),
  coolDown: fc.integer({ min: 0, max: 120 }),
  forgivenAfter: fc.integer({ min: 1, max: 3 }),
})
const ruleDrafts = fc.array(fc.record({ manners, state: fc.constantFrom('on' as const, 'shadow' as const) }), {
  minLength: 1,
  maxLength: 3,
})
/** Minutes before each message, and which rules find something in it. */
const messages = fc.array(
  fc.record({
    gap: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: DAY, max: 4 * DAY })),
    met: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
  }),
  { maxLength: 25 },
)

it('nobody is told outside of a rule’s manners, whatever is said when', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(ruleDrafts, messages, (drafts, talk) =>
      inRolledBackTransaction(database.store, async tx => {
        const team = await givenTeam(tx)
        const actor = await givenMember(tx, team, { name: '李伟' })
        const boss = await givenMember(tx, team, { name: '王芳', role: 'manager' })
        for (const [n, { manners: its, state }] of drafts.entries()) {
          const definition = ruleOf({ key: `rule-${n}`, when: { kind: 'anything' }, manners: its })
          await writeRule(tx, { teamId: team.id, definition, state, by: boss.memberId, at: monday })
        }
        const rules = await rulesOf(tx, team.id)
        const channelId = newId()
        const last = new Map<string, { stepped: number; found: number; rung: number }>()
        let now = monday
        for (const [n, { gap, met }] of talk.entries()) {
          now = new Date(now.getTime() + gap * 60_000)
          const hits = met.flatMap(at => rules[at] ?? []).map(rule => ({ rule, found: { ranges: [], what: [] } }))
          const { ctx, said } = makeContext(tx, { team, actor, place: { kind: 'group', channelId }, now })
          const taken = await takeSteps(ctx, hits, { text: '…', eventId: String(n), channelId })
          await speakOf(ctx, taken, { id: `slack:${n}`, platform: 'slack', eventId: String(n) })
          for (const { rule, finding, step } of taken) {
            const { coolDown, forgivenAfter, steps } = rule.definition.manners
            if (rule.state === 'shadow') {
              expect([finding.mode, finding.step, step]).toEqual(['shadow', null, null])
              continue
            }
            const before = last.get(rule.id)
            const isForgiven = before !== undefined && now.getTime() - before.found >= forgivenAfter * DAY * 60_000
            const started = before === undefined || isForgiven
            if (step === null) {
              expect(started).toBe(false)
              expect(now.getTime() - (before?.stepped ?? 0)).toBeLessThan(coolDown * 60_000)
            } else {
              if (!started) expect(now.getTime() - before.stepped).toBeGreaterThanOrEqual(coolDown * 60_000)
              const rung = Math.min(started ? 1 : before.rung + 1, steps.length)
              expect(step).toEqual(steps[rung - 1])
              last.set(rule.id, { stepped: now.getTime(), found: now.getTime(), rung })
            }
            const known = last.get(rule.id)
            if (known !== undefined) last.set(rule.id, { ...known, found: now.getTime() })
          }
          expectManners(
            said,
            taken.flatMap(({ step }) => step?.do ?? []),
            boss.personId,
          )
        }
      }),
    ),
    { numRuns: 40 },
  )
})

function expectManners(said: readonly Saying[], steps: readonly (typeof stepKinds)[number][], boss: string): void {
  const to = (wanted: object) => said.filter(saying => JSON.stringify(saying.to) === JSON.stringify(wanted)).length
  const does = (...kinds: typeof steps) => steps.some(step => kinds.includes(step))
  expect(to({ reply: 'private' })).toBe(does('hint', 'tell-manager', 'recall') ? 1 : 0)
  expect(to({ reply: 'open' })).toBe(does('open-hint') ? 1 : 0)
  const toldBoss = steps.filter(step => step === 'tell-manager').length
  expect(to({ person: boss })).toBe(toldBoss)
  expect(said).toHaveLength(to({ reply: 'private' }) + to({ reply: 'open' }) + toldBoss)
}

it('the memory counts what came within the time, each event once, for each person in each place', () => {
  const spoken = fc.record({
    gap: fc.nat(40),
    who: fc.nat(1),
    where: fc.nat(1),
    text: fc.constantFrom('在吗', '在 吗', '好'),
    again: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 60 }), all => {
      const memory = createMemory()
      const told: { key: string; at: number; text: string; id: string }[] = []
      let at = monday.getTime()
      for (const [n, { gap, who, where, text, again }] of all.entries()) {
        at += gap * 1000
        const earlier = again ? told.at(-1) : undefined
        const one = earlier ?? { key: `${where} ${who}`, at, text, id: String(n) }
        if (earlier === undefined) told.push(one)
        const [channelId = '', memberId = ''] = one.key.split(' ')
        const lately = memory.hear({
          ...{ channelId, memberId, eventId: one.id, text: one.text, at: new Date(one.at) },
          ...{ date: '2026-11-23', calledAll: false },
        })
        const before = told.filter(it => it.key === one.key && it.id !== one.id && it.at <= one.at)
        expect(lately.messages(60)).toBe(before.filter(it => it.at > one.at - 60_000).length)
        const plain = (words: string) => words.replaceAll(' ', '')
        expect(lately.same(2)).toBe(
          before.filter(it => plain(it.text) === plain(one.text) && it.at > one.at - 120_000).length,
        )
      }
    }),
  )
})

it('the memory holds the latest hundred of one person in one place, and some', () => {
  const memory = createMemory()
  const counts = Array.from({ length: 300 }, (_, n) =>
    memory
      .hear({
        ...{ channelId: 'c', memberId: 'a', eventId: String(n), text: n < 290 ? 'x' : 'y', date: '2026-11-23' },
        ...{ at: new Date(monday.getTime() + n), calledAll: n % 50 === 0 },
      })
      .messages(60),
  )
  expect(counts.slice(0, 101)).toEqual(Array.from({ length: 101 }, (_, n) => n))
  const last = { channelId: 'c', memberId: 'a', text: 'Y', at: new Date(monday.getTime() + 300), calledAll: false }
  const lately = memory.hear({ ...last, eventId: 'last', date: '2026-11-23' })
  expect(lately.messages(60)).toBeGreaterThanOrEqual(100)
  expect([lately.same(1), lately.calledAllToday]).toEqual([10, 2])
})

it('the memory is bounded: whoever speaks in more places than it holds is forgotten, the oldest first', () => {
  const memory = createMemory({ most: 2 })
  const hear = (memberId: string, eventId: string) =>
    memory
      .hear({ channelId: 'c', memberId, eventId, text: 'x', at: monday, date: '2026-11-23', calledAll: false })
      .messages(60)
  expect([hear('a', '1'), hear('b', '2'), hear('a', '3'), hear('c', '4'), hear('a', '5'), hear('b', '6')]).toEqual([
    0, 0, 1, 0, 2, 0,
  ])
})
