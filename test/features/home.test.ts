import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, PersonContext, Place, Team } from '../../src/context.ts'
import { features } from '../../src/features/index.ts'
import { type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'
import { makeContext, wordsOf } from './harness.ts'
import { at, stageDay } from './nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const direct: Place = { kind: 'direct' }

/** All that the features put on the page, and the buttons among it. */
async function pageOf(team: Team | null, actor: Actor) {
  const { ctx } = makeContext(database.store.prisma, { team, actor, place: direct, now: at('2026-11-20 18:05') })
  const person: PersonContext = ctx
  const parts = await Promise.all(features.map(async feature => (await feature.home?.(person)) ?? []))
  const blocks = parts.flat()
  return {
    words: wordsOf({ lang: actor.lang, blocks }),
    buttons: blocks.flatMap(block => (block.b === 'actions' ? block.buttons : [])),
  }
}

describe("a person's own page", () => {
  it('has their plan, numbers, pace and place, their reminders and their language', async () => {
    const day = await stageDay(database.store, [{ name: '张三' }, { name: '李伟' }])
    await day.types('李伟', 'report 签单1/8万', '2026-11-20 18:00')
    await day.types('张三', 'plan 拜访3', '2026-11-20 08:40')
    await day.types('张三', 'report 拜访2 签单1/5万', '2026-11-20 18:00')
    await day.types('张三', 'quiet 20:00-09:00', '2026-11-20 18:01')
    const { words } = await pageOf(day.team, day.who('张三'))
    expect(words).toContain('拜访 | 3 | 2 | -1')
    expect(words).toMatch(/本周.*每工作日/)
    expect(words).toContain('2 人中排第 2')
    expect(words).toContain('你的免打扰时间: 20:00–09:00')
    expect(words).toContain('语言 · 中文')
  })

  it('speaks English as well', async () => {
    const day = await stageDay(database.store, [{ name: 'Ann', lang: 'en' }])
    const { words } = await pageOf(day.team, day.who('Ann'))
    expect(words).toMatch(/Plan not in yet[\s\S]*Reminders[\s\S]*Language · English/)
  })

  it('has only buttons whose actions there are, each with what can be typed instead', async () => {
    const day = await stageDay(database.store, [{ name: '张三' }])
    const { buttons } = await pageOf(day.team, day.who('张三'))
    const known = features.flatMap(feature => feature.actions ?? []).map(({ id }) => id)
    expect(buttons.length).toBeGreaterThan(4)
    for (const { id, words } of buttons) {
      expect(known).toContain(id)
      expect(words).toMatch(/^\//)
    }
  })

  it('tells somebody who is in no team how to come to one, and nothing else', async () => {
    const guest: Actor = { personId: '', memberId: '', name: 'Zoe', role: 'guest', lang: 'en' }
    const { words, buttons } = await pageOf(null, guest)
    expect(words).toContain('/join')
    expect(buttons).toEqual([])
  })
})
