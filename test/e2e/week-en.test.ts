import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../src/features/index.ts'
import { openTalk, type Speaker, type Talk } from '../talk.ts'
import { at, only } from './cast.ts'

const people = { grace: 'Grace', sam: 'Sam', ana: 'Ana', tom: 'Tom' }
const [monday, tuesday, friday] = ['2026-11-23', '2026-11-24', '2026-11-27'] as const

/** The same house, told in English from the first word on. */
describe('the first week of Sales One', () => {
  let talk: Talk
  let grace: Speaker
  let sam: Speaker
  let ana: Speaker
  let tom: Speaker

  beforeAll(async () => {
    talk = await openTalk({ at: at(monday, '08:00'), people, groups: { sales: 'Sales One' }, features })
    grace = talk.person('grace')
    sam = talk.person('sam')
    ana = talk.person('ana')
    tom = talk.person('tom')
  })
  afterAll(() => talk[Symbol.asyncDispose]())

  test('from nothing: greeted in the language of the first word, made by one line, joined by speaking', async () => {
    await grace.says('@bellwether hello')
    await expect(grace).toHear(/Make a team from this group/)
    await grace.says('/setup Sales One lang=en')
    await expect(talk.group).toHear(/"Sales One" is (ready|made|set up)/)
    for (const person of [sam, ana, tom]) await person.says('@bellwether /my')
    await grace.says('/member')
    await expect(grace).toHear(/4 (members|people)/)
  })

  test('a plan by a line, with what was not understood asked and answered by a tap', async () => {
    await sam.says('/plan visits 3, calls 20, deals 80k, follow up Acme')
    await expect(sam).toHear(/Plan noted[\s\S]*Visits: 3\nCalls: 20[\s\S]*follow up Acme/)
    await sam.uses('reports.answer')
    await expect(sam).toHear(/Plan updated[\s\S]*Deals: 1\nRevenue: 80,000/)
    expect(await talk.group.heard()).toEqual([])
  })

  test('a nudge in private, only to who has not planned', async () => {
    await talk.goTo(at(monday, '09:00'))
    await expect(ana).toHear(/Your plan is due at 09:15, in 15 minutes/)
    await expect(sam).not.toHear(/due/)
    await ana.uses('nudges.not-today')
    await expect(ana).toHear(/No more reminders today/)
    await talk.goTo(at(monday, '09:30'))
    await expect(ana).not.toHear(/your plan|plan was due/i)
    await ana.says('/why')
    await expect(ana).toHear(/you asked for quiet/)
  })

  test('a report beside its plan, a late one, and one digest that takes it in', async () => {
    await talk.goTo(at(monday, '18:00'))
    await sam.says('/report visits 2, calls 25, deals 1/80k, blockers: contract needs a stamp')
    await expect(sam).toHear(/Report noted[\s\S]*Calls\s+20\s+25\s+\+5[\s\S]*Visits: 1 below plan/)
    await talk.goTo(at(monday, '19:00'))
    const first = await only(talk, /Report digest/)
    expect(first.text).toMatch(/1 of 3 in[\s\S]*contract needs a stamp/)
    expect(first.text).not.toMatch(/Ana|Tom/)
    await expect(grace).toHear(/2 not in: (Ana, Tom|Tom, Ana)/)
    await tom.says('/report calls 11')
    const second = await only(talk, /Report digest/)
    expect(second).toMatchObject({ id: first.id, text: expect.stringMatching(/2 of 3 in/) })
    expect(second.revision).toBeGreaterThan(first.revision)
  })

  test('leave, back-filling, and reading with a word that reaches the reporter alone', async () => {
    await ana.says('/leave tomorrow')
    await expect(ana).toHear(/2026-11-24/)
    await talk.goTo(at(tuesday, '09:20'))
    await expect(ana).not.toHear(/your plan|plan was due/i)
    await grace.says('/read Sam well done')
    await expect(sam).toHear(/Grace[\s\S]*well done/)
    await expect(tom).not.toHear(/well done/)
    await talk.goTo(at(friday, '10:00'))
    await tom.says('/report yesterday calls 9')
    await expect(tom).toHear(/Report noted · Thu 26 Nov\nFilled in later/)
    await tom.says('/report 11-24 calls 9')
    await expect(tom).toHear(/You can fill in the last 2 workdays yourself/)
  })

  test('the board of the week, and every question about it', async () => {
    await talk.goTo(at(friday, '17:00'))
    expect((await only(talk, /Revenue board/)).text).toMatch(/1\s+Sam\s+80,000/)
    await expect(sam).toHear(/you are number 1 of 1/)
    await sam.says('/trace calls week')
    await expect(sam).toHear(/Total 25[\s\S]*report of 2026-11-23/)
    await sam.says('/why')
    await expect(sam).toHear(/Why: With the weekly board/i)
    await sam.says('/my')
    await expect(sam).toHear(/Calls\s+25/)
    await grace.says('/team')
    await expect(grace).toHear(/Tom/)
  })
})
