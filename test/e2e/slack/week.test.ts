import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import type { SeenMessage } from '../../simulators/slack/seeing.ts'
import { type Running, run } from '../running.ts'
import { isJpeg, isWorkbook } from '../sent-bytes.ts'
import { until, type Viewer } from '../until.ts'
import { CHANNEL, openWorkspace, startOn, viewer } from './workspace.ts'

const image = z.object({ type: z.literal('image'), slack_file: z.object({ id: z.string() }) })

const people = {
  U0GRACE: { name: 'Grace', locale: 'en-US' },
  U0SAM: { name: 'Sam', locale: 'en-US' },
  U0ANA: { name: 'Ana', locale: 'en-US' },
  U0TOM: { name: 'Tom', locale: 'en-GB' },
}

/** The week of the Room's tour, in Slack: a process of its own, real Bolt, and the simulator on the other side. */
describe('the first week of Sales One in Slack', () => {
  let slack: SlackSimulator
  let running: Running
  let grace: Viewer<SeenMessage>
  let sam: Viewer<SeenMessage>
  let ana: Viewer<SeenMessage>
  let tom: Viewer<SeenMessage>
  const modal = (user: string) => {
    const view = slack.openView(user)
    if (view === null) throw new Error(`${user} has no modal open`)
    return view
  }
  /** The id of the field under this label. */
  const field = (user: string, label: RegExp) => {
    const block = modal(user).blocks.find(
      one => one.type === 'input' && label.test(slack.visibleText({ blocks: [one] }).text),
    )
    if (block === undefined) throw new Error(`the modal asks no ${label}`)
    return block.block_id
  }
  const pictures = ({ blocks }: SeenMessage) =>
    blocks.flatMap(block => image.safeParse(block).data?.slack_file.id ?? []).map(id => slack.file(id).content)
  const digests = () =>
    slack.messages(CHANNEL).filter(one => one.threadTs === null && /Report digest/.test(slack.visibleText(one).text))

  beforeAll(async () => {
    slack = await openWorkspace(people)
    await slack.removeFrom(CHANNEL, slack.bot.userId)
    running = await run(slack, settings => startOn(slack, settings))
    grace = viewer(slack, 'U0GRACE')
    sam = viewer(slack, 'U0SAM')
    ana = viewer(slack, 'U0ANA')
    tom = viewer(slack, 'U0TOM')
  })
  afterAll(() => running[Symbol.asyncDispose]())

  test('from nothing: invited, it greets in the language of whoever invited it, and one line makes the team of everybody who is in the channel', async () => {
    await slack.invite(CHANNEL, slack.bot.userId, 'U0GRACE')
    await grace.sees(/Make a team from this group/)
    await slack.slash('U0GRACE', CHANNEL, '/setup', 'Sales One lang=en')
    await grace.sees(/"Sales One" is (ready|made|set up)/)
    await slack.slash('U0GRACE', CHANNEL, '/settings', 'calendar mon-fri holidays=off')
    await grace.sees(/Mon/)
    await slack.slash('U0GRACE', CHANNEL, '/member')
    await grace.sees(/4 (members|people)/)
  })

  test('a plan by modal: a fault beside its field, then noted, in private', async () => {
    await running.goTo(0, '08:30')
    const { payload } = await slack.slash('U0SAM', CHANNEL, '/plan')
    expect(payload).toBeNull()
    const { id } = modal('U0SAM')
    const visits = field('U0SAM', /Visits/)
    const refused = await slack.submits('U0SAM', id, { [visits]: 'many' })
    expect(refused).toMatchObject({ outcome: 'errors', errors: { [visits]: expect.stringMatching(/number/i) } })
    const taken = await slack.submits('U0SAM', id, { [visits]: '3', [field('U0SAM', /Calls/)]: '20' })
    expect(taken.outcome).toBe('cleared')
    await sam.sees(/Plan noted[\s\S]*Visits[\s\S]*3/)
    expect(tom.texts().join('\n')).not.toMatch(/Plan noted/)
  })

  test('a nudge in the direct chat, only to who has not planned', async () => {
    await running.goTo(0, '09:00')
    const nudge = await ana.sees(/Your plan is due at 09:15/)
    expect(nudge.channel).toBe(slack.direct('U0ANA'))
    expect(sam.texts().join('\n')).not.toMatch(/is due/)
  })

  test('a report in plain words beside its plan, and one digest with its details in its thread', async () => {
    await running.goTo(0, '18:00')
    await slack.says(
      'U0SAM',
      CHANNEL,
      '/report visits 2, calls 25, deals 1/80k, blockers: contract needs a stamp, notes: the demo went well',
    )
    await sam.sees(/Report noted[\s\S]*Calls/)
    await running.goTo(0, '19:00')
    await grace.sees(/Report digest[\s\S]*1 of 3 in[\s\S]*contract needs a stamp/)
    await until(() => slack.messages(CHANNEL).some(one => one.threadTs === digests()[0]?.ts), 'the details follow')
    const details = slack.messages(CHANNEL).filter(one => one.threadTs === digests()[0]?.ts)
    expect(details.map(one => slack.visibleText(one).text).join('\n')).toMatch(/Sam[\s\S]*the demo went well/)
    await grace.sees(/2 not in: (Ana, Tom|Tom, Ana)/)
  })

  test('a late report by modal revises the digest in place', async () => {
    const [before] = digests()
    await slack.slash('U0TOM', CHANNEL, '/report')
    const { id } = modal('U0TOM')
    expect(await slack.submits('U0TOM', id, { [field('U0TOM', /Calls/)]: '11' })).toMatchObject({ outcome: 'cleared' })
    await tom.sees(/Report noted/)
    await until(
      () =>
        /2 of 3 in/.test(
          digests()
            .map(one => slack.visibleText(one).text)
            .join(),
        ),
      'the digest is revised',
    )
    expect(digests().map(({ ts, edited }) => ({ ts, edited }))).toEqual([{ ts: before?.ts, edited: true }])
  })

  test('a target of one’s own, and how one stands towards it, in private', async () => {
    await slack.tellsBot('U0SAM', '/target revenue 200k month')
    await sam.sees(/Revenue 200,000/)
    await slack.slash('U0SAM', CHANNEL, '/my')
    await sam.sees(/Revenue this month: 80,000 \/ 200,000/)
    for (const other of [grace, ana, tom]) expect(other.texts().join('\n')).not.toMatch(/200,000/)
  })

  test('the bell for a deal, with a picture, at once and once', async () => {
    await slack.slash('U0TOM', CHANNEL, '/won', 'Initech 50k # three visits')
    const bell = await grace.sees(/Tom[\s\S]*Initech[\s\S]*50,000[\s\S]*three visits/)
    expect(pictures(bell).map(isJpeg)).toEqual([true])
    expect(slack.visibleText(bell).mentions).toEqual(['U0TOM'])
    await slack.slash('U0TOM', CHANNEL, '/won', 'Initech 50k')
    await tom.sees(/already/)
    expect(slack.messages(CHANNEL).filter(one => pictures(one).length > 0)).toHaveLength(1)
  })

  test('thanks to somebody who is mentioned, whom they ring', async () => {
    await slack.says('U0ANA', CHANNEL, '/kudos @Tom covered my shift #teamwork')
    const card = await grace.sees(/Tom[\s\S]*covered my shift[\s\S]*from Ana/i)
    expect(slack.visibleText(card).mentions).toEqual(['U0TOM'])
  })

  test('somebody else’s words as a blocker of one’s own, by a message shortcut', async () => {
    const { ts } = await slack.says('U0SAM', CHANNEL, 'legal still has the Acme contract')
    await slack.usesShortcut('U0TOM', CHANNEL, ts, 'reports.blocker')
    await tom.sees(/legal still has the Acme contract/)
    expect(sam.texts().join('\n')).not.toMatch(/legal still has/)
  })

  test('a problem that somebody names becomes a case by its message menu, and the group knows who looks after it', async () => {
    const { ts } = await slack.says('U0SAM', CHANNEL, 'the Initech order is three days late')
    await slack.usesShortcut('U0TOM', CHANNEL, ts, 'cases.make')
    await grace.sees(/A problem is being looked after: #\d+ the Initech order is three days late[\s\S]*Owner Tom/)
    await tom.sees(/Noted as a case/)
    expect(sam.texts().join('\n')).not.toMatch(/Noted as a case/)
  })

  test('leave, and a holiday in the status that is offered as leave', async () => {
    await expect(slack.slash('U0ANA', CHANNEL, '/leave', 'tomorrow')).rejects.toThrow('not a valid command')
    await slack.slash('U0ANA', CHANNEL, '/bellwether', 'leave tomorrow')
    await ana.sees(/Your leave is noted/)
    const back = running.at(3, '18:00')
    const status = { text: 'Vacationing', emoji: ':palm_tree:', expiration: Math.floor(back.getTime() / 1000) }
    await slack.changeUser('U0TOM', { status })
    const offer = await tom.sees(/your status/i)
    await slack.clicks('U0TOM', { channel: offer.channel, ts: offer.ts, actionId: actionIn(offer, /leave/) })
    await tom.sees(/Your leave is noted/)
    const nudges = () => ana.texts().filter(text => /plan is due|plan was due/.test(text)).length
    const before = nudges()
    await running.goTo(1, '09:20')
    await sam.sees(/The plan was due at 09:15/)
    expect(nudges()).toBe(before)
  })

  test('the one command that takes every word: alone it is the help, which names what can be typed in Slack', async () => {
    await slack.slash('U0ANA', CHANNEL, '/bellwether')
    const help = await ana.sees(/What I can do for you/)
    const shown = slack.visibleText(help).text
    expect(shown).toContain('/bellwether leave')
    expect(shown).not.toMatch(/(?<!\/bellwether )\bleave tomorrow|\/leave(?!-)/)
    await slack.slash('U0ANA', CHANNEL, '/bellwether', '我的')
    await ana.sees(/Ana · /)
  })

  test('a home of one’s own', async () => {
    await slack.opensHome('U0SAM')
    await until(() => slack.home('U0SAM') !== null, 'the home tab is drawn')
    expect(slack.visibleText({ blocks: slack.home('U0SAM')?.blocks ?? [] }).text).toMatch(/Calls[\s\S]*25/)
  })

  test('the board on Friday, posted by itself, once', async () => {
    await running.goTo(4, '17:00')
    await grace.sees(/Revenue board[\s\S]*Sam[\s\S]*80,000/)
    const boards = slack.messages(CHANNEL).filter(one => /Revenue board/.test(slack.visibleText(one).text))
    expect(boards).toHaveLength(1)
    expect(boards.flatMap(pictures).map(isJpeg)).toEqual([true])
  })

  test('the week’s summary after it, and a spreadsheet of it in the direct chat of whoever asks', async () => {
    await running.goTo(4, '17:05')
    await grace.sees(/Summary · week[\s\S]*Revenue[\s\S]*80,000[\s\S]*Thank/)
    await slack.slash('U0GRACE', CHANNEL, '/weekly', 'xlsx')
    const files = () => slack.directMessages('U0GRACE').flatMap(one => one.files)
    await until(() => files().length > 0, 'the spreadsheet comes')
    expect(files().map(({ name, content }) => [/\.xlsx$/.test(name), isWorkbook(content)])).toEqual([[true, true]])
  })

  test('and Slack never had to say that it was too much', () => {
    expect(slack.count429).toBe(0)
  })
})

/** The id of the first button of a message whose id matches. */
function actionIn({ blocks }: { readonly blocks: readonly unknown[] }, id: RegExp): string {
  const found = [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, one = '']) => one)
  const [first] = found.filter(one => id.test(one))
  if (first === undefined) throw new Error(`no button like ${id} among ${found.join()}`)
  return first
}
