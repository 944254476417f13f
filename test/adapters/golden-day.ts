import { afterAll, beforeAll } from 'vitest'
import type { Lang } from '../../src/base/words.ts'
import type { Content } from '../../src/content/content.ts'
import { type Heard, stageDay } from '../features/nudges/stage.ts'
import { type TemporaryDatabase, temporaryStore } from '../store/fixture.ts'

/** What two salespeople type on one day. */
export interface Typed {
  readonly plan: string
  readonly report: string
  /** The report of the second one, who hands none in without it. */
  readonly other?: string
  readonly board: string
}

/** What the house says on that day, by its own words; on a database of this file. */
export function goldenDays(typed: Readonly<Record<Lang, Typed>>) {
  let database: TemporaryDatabase
  beforeAll(async () => {
    database = await temporaryStore()
  })
  afterAll(() => database.close())

  return async (lang: Lang) => {
    const date = '2026-11-20'
    const { plan, report, other, board } = typed[lang]
    const people = [{ name: '李伟' }, { name: 'Ann' }, { name: '王经理', role: 'manager' as const }]
    const { types, clock } = await stageDay(database.store, people, {}, lang)
    const more = { lang }
    const form = await types('李伟', 'plan', `${date} 08:30`, more)
    const reminder = await clock('nudges.before-due', `${date} 09:00`)
    const planned = await types('李伟', plan, `${date} 09:10`, more)
    const reported = await types('李伟', report, `${date} 18:00`, more)
    if (other !== undefined) await types('Ann', other, `${date} 18:10`, more)
    const digest = (await clock('digests.due', `${date} 19:00`)).filter(({ to }) => 'team' in to)
    const ranked = await types('李伟', board, `${date} 19:10`, more)
    const my = await types('李伟', 'my', `${date} 19:20`, more)
    return { form, reminder, planned, reported, digest, board: ranked, my }
  }
}

export type GoldenDay = Awaited<ReturnType<ReturnType<typeof goldenDays>>>

/** The first of what was said. */
export function first([heard]: readonly Heard[]): Content {
  if (heard === undefined) throw new Error('nothing was said')
  return heard.content
}
