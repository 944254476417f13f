import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, only } from '../cast.ts'
import { noted, openStage, press, provenLog, type Stage, saidOpenly, whileDaysGoBy } from './stage.ts'

const people = { grace: 'Grace', sam: 'Sam', ana: 'Ana', tom: 'Tom', kim: 'Kim', bob: 'Bob' }
type Who = keyof typeof people
const [monday, tuesday, thursday, monday2] = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-30'] as const

/** The main doors once more, in a team that speaks English from the first word on. */
describe('what Sales One agreed on', whileDaysGoBy, () => {
  let stage: Stage<Who>
  let talk: Stage<Who>['talk']
  let who: Stage<Who>['who']

  beforeAll(async () => {
    stage = await openStage({ at: at(monday, '08:00'), people, groups: { sales: 'Sales One' } })
    ;({ talk, who } = stage)
    await who.grace.says('/setup Sales One lang=en')
    for (const id of ['sam', 'ana', 'tom', 'kim', 'bob'] as const) await who[id].says('/join')
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  test('rules are taken from a list, told once, and read by a tap or a word', async () => {
    const { grace, sam, ana } = who
    await grace.tells('/rules list')
    await expect(grace).toHear(/Rules to choose from[\s\S]*Customer data[\s\S]*try it silently: \/rules try/)
    for (const key of ['customer-data', 'route-complaints', 'quiet-hours']) await grace.tells(`/rules on ${key}`)
    await grace.tells('/rules on wording')
    await expect(grace).toHear(/common words were put in/)
    await grace.tells('/rules try flooding')
    await expect(grace).toHear(/tried out silently: it looks and counts, and nobody is told/)
    await talk.goTo(at(monday, '08:31'))
    const news = await only(talk, /The rules have changed/)
    expect(news.text.match(/New · /g)).toHaveLength(4)
    expect(news.text).not.toMatch(/Flooding/)
    await press(sam, 'rules.read')
    await expect(sam).toHear(/you have read edition 4/)
    await ana.tells('/rules read')
    await grace.tells('/rules unread')
    await expect(grace).toHear(/Have read it.*Sam, Ana|Have read it.*Ana, Sam/)
  })

  test('a number, a boast and a late word are hinted at in private alone', async () => {
    const { sam, tom, kim } = who
    await talk.goTo(at(monday, '10:00'))
    await sam.says('Mr Chang: 138 1234 5678, he waits for a call')
    await expect(sam).toHear(
      /mobile number[\s\S]*Masked copy: Mr Chang: .*\*{4}.*, he waits for a call[\s\S]*Only you see/,
    )
    await tom.says('Tell them it is r i s k - f r e e')
    await expect(tom).toHear(/Exaggerations and promises[\s\S]*promise no outcome/)
    expect(await talk.group.heard()).toEqual([])
    await tom.tells(`/rules wrong ${await noted(tom, /\/rules wrong (\d+)/)}`)
    await expect(tom).toHear(/was not right[\s\S]*\/rules appeal/)
    await press(sam, 'rules.appeal')
    await expect(who.grace).toHear(/Appeal #1[\s\S]*Mr Chang/)
    await who.grace.tells('/rules decline 1 A number is a number, please.')
    await expect(sam).toHear(/Grace: it stays: A number is a number, please\./)
    await talk.goTo(at(monday, '21:30'))
    await kim.says('who is up')
    await expect(kim).toHear(/The group keeps quiet at this hour/)
    expect(await talk.group.heard()).not.toContainEqual(expect.stringMatching(/quiet|number/))
  })

  test('a complaint is an urgent matter at a tap; the duty list is asked; handed over, closed, and a case', async () => {
    const { grace, sam, ana, tom } = who
    await talk.goTo(at(tuesday, '10:00'))
    await grace.tells('/urgent duty Ana, Sam')
    await tom.says('A customer complained: wrong goods at Acme')
    await press(tom, 'rules.route')
    await expect(talk.group).toHear(/Urgent #1[\s\S]*Tom: A customer complained: wrong goods at Acme/)
    await expect(ana).toHear(/You are on the duty list today[\s\S]*by 10:30/)
    await talk.goTo(at(tuesday, '10:30'))
    await expect(sam).toHear(/You are on the duty list today/)
    await press(sam, 'urgent.take')
    await sam.tells('/urgent 1 to Kim')
    await press(who.kim, 'urgent.take')
    await expect(sam).toHear(/Kim has taken it/)
    await who.kim.tells('/urgent 1 done sent anew by courier')
    await expect(who.kim).toHear(/is case #1 now/)
    expect((await only(talk, /Urgent #1/)).text).toMatch(/Settled by Kim at 10:30: sent anew by courier/)
    await tom.says('/urgent the fair stand is flooded')
    await talk.goTo(at(tuesday, '12:00'))
    await expect(talk.group).toHear(/Urgent #2: nobody has taken it[\s\S]*Please phone Grace/)
    await grace.tells('/urgent 2 done moved to hall 3')
  })

  test('a notice is confirmed by each, and who has not is asked in private; the author sees the list', async () => {
    const { grace, sam, ana, tom } = who
    await grace.says('/notice Stocktaking on Friday until=Thursday 6pm')
    await press(sam, 'notices.read')
    await ana.tells('got it')
    expect((await only(talk, /Stocktaking on Friday/)).text).toMatch(/2 of 5/)
    await talk.goTo(at(thursday, '10:05'))
    await expect(tom).toHear(/A notice waits for you to read it[\s\S]*Stocktaking/)
    await expect(sam).not.toHear(/Stocktaking/)
    await grace.tells('/notice 1')
    await expect(grace).toHear(/Not yet.*Tom[\s\S]*Read.*Sam/)
  })

  test('a case has an owner, is found by its words, and offered to who meets the like', async () => {
    const { sam, ana, tom } = who
    await tom.says('/case order delayed for Acme @Sam due tomorrow')
    await expect(talk.group).toHear(/A problem is being looked after: #3 order delayed for Acme\. Owner Sam/)
    await sam.tells('/case 3 solved another carrier, two days')
    await expect(tom).toHear(/A problem you raised is solved[\s\S]*another carrier/)
    await ana.tells('/case search delayed')
    await expect(ana).toHear(/#3 order delayed for Acme → another carrier, two days/)
    await ana.says('/case the order of Globex is delayed')
    await expect(ana).toHear(/The like was solved before:[\s\S]*#3 order delayed for Acme/)
    await ana.says('/won Globex 80k')
    await expect(ana).toHear(/Well done with Globex![\s\S]*Two lines are enough/)
    await ana.tells('/case win we ran a pilot first')
    await expect(ana).toHear(/it is card #5/)
  })

  test('feedback has no name, is answered by its code, and led to something', async () => {
    const { grace, sam } = who
    await sam.tells('/feedback the canteen is too far')
    const code = await noted(sam, /Your code: ([2-9A-Z-]{19})/)
    await talk.goTo(at(monday2, '16:31'))
    await expect(grace).toHear(/Anonymous feedback: 1\n.*#1 the canteen is too far/)
    await grace.tells('/feedback 1 done lunch → a microwave is in')
    await expect(talk.group).toHear(/You said: lunch → We did: a microwave is in/)
    await sam.tells(`/feedback ${code}`)
    await expect(sam).toHear(/Done: a microwave is in/)
  })

  test('the manager heard on Monday how the rules fared, by rule; the group heard each thing once', async () => {
    const report = (await who.grace.all()).find(({ text }) => text.startsWith('The rules this week'))?.text ?? ''
    expect(report).toMatch(/Customer data\s+1\s+0\s+1\s+0\s+1 \(0✓\)/)
    expect(report).toMatch(/Exaggerations and promises\s+1\s+0\s+1\s+1\s+0/)
    expect(report).not.toMatch(/Sam|Tom|Kim/)
    const lines = (await saidOpenly(talk)).filter(line => !/digest|board|Summary/i.test(line))
    expect(lines).toEqual([
      '"Sales One" is set up',
      'The rules have changed',
      'Urgent #1',
      'Urgent #2',
      'Urgent #2: nobody has taken it',
      '📢 Notice 1',
      'A problem is being looked after: #3 order delayed for Acme. Owner Sam, due 11-27',
      'A problem is being looked after: #4 the order of Globex is delayed. Owner Ana, due 12-01',
      '🔔 Deal won',
      'Feedback led to something',
    ])
    const log = await provenLog(talk)
    expect([...log.keys()]).toEqual(expect.arrayContaining(['rules.changed', 'rules.stepped', 'urgent.escalated']))
  })
})
