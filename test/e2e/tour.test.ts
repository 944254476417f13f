import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { toLocal } from '../../src/calendar/zone.ts'
import { temporaryFolder } from '../store/fixture.ts'
import { findChromium, launch, openPage, type Watched } from './browser.ts'
import { roomClient } from './room-client.ts'
import { type Server, startServer } from './server.ts'
import { readTour } from './tour-script.ts'
import { type Visitor, visitor } from './visitor.ts'

const output = path.join(import.meta.dirname, '../output')
mkdirSync(output, { recursive: true })
const found = findChromium()

/** What the page and the bot say at each step. */
const expected = {
  zh: {
    noted: /计划已记下[\s\S]*跟进华为/,
    asked: '签单1',
    answered: /签单\s*1[\s\S]*签单额\s*8万/,
    aim: /签单额 60万（\d{4}年\d+月）[\s\S]*已定下/,
    bell: /🔔 喜报[\s\S]*李雷 拿下 华为，金额 8万/,
    thanks: /👏 表扬[\s\S]*王芳：带我见了他们老板[\s\S]*#协作/,
    pace: /本月签单额 .+ \/ 60万/,
    summary: /总结 · \d{4}年第\d+周/,
    reported: /日报已记下[\s\S]*拜访\s*3\s*2\s*-1[\s\S]*本月签单额 .+ \/ 60万[\s\S]*原因是/,
    rungTwice: /报过喜/,
    digest: /日报汇总/,
    in: /(\d)\/(\d) 人已交/,
    reminded: /你的还没交/,
    revised: '已更新',
    board: /签单额榜/,
    visitor: '李雷',
    place: /你在 \d+ 人中排第 \d/,
    why: /原因：/,
    calls: /电话榜/,
    entries: /李雷的电话[\s\S]*合计/,
    mine: /李雷 · [\s\S]*计划已交 · 日报未交/,
    team: /计划 \d\/\d[\s\S]*王芳/,
    masked: /客户的手机号[\s\S]*华为张总 138\*{4}8000[\s\S]*只有你能看到/,
    rules: /这里的群规[\s\S]*客户隐私：[\s\S]*刷屏（静默试运行）/,
    urgent: /紧急 #1[\s\S]*李雷：客户投诉发错货/,
    onDuty: /今天你在值班表上/,
    take: '我来处理',
    taken: /王芳 正在处理/,
    greeting: /大家好，我是领头羊/,
    made: /“新团队”建好了/,
    fillIn: '填写',
    makeTeam: '建团队',
  },
  en: {
    noted: /Plan noted[\s\S]*follow up Huawei/,
    asked: 'Deals 1',
    answered: /Deals\s*1[\s\S]*Revenue\s*80,000/,
    aim: /Revenue 600,000[\s\S]*It stands/,
    bell: /🔔[\s\S]*Leo Li won Huawei, worth 80,000/,
    thanks: /👏[\s\S]*Wendy Wang: took me to their boss[\s\S]*#teamwork/,
    pace: /Revenue this month: .+ \/ 600,000/,
    summary: /Summary · week \d+ of \d{4}/,
    reported: /Report noted[\s\S]*Visits\s*3\s*2\s*-1[\s\S]*Revenue this month: .+ \/ 600,000[\s\S]*Why\?/,
    rungTwice: /The bell rang for/,
    digest: /Report digest/,
    in: /(\d) of (\d) in/,
    reminded: /yours is not in yet/,
    revised: 'updated',
    board: /Revenue board/,
    visitor: 'Leo Li',
    place: /you are number \d+ of/,
    why: /Why: /,
    calls: /Calls board/,
    entries: /Calls of Leo Li[\s\S]*Total/,
    mine: /Leo Li · [\s\S]*Plan in · Report not in yet/,
    team: /Plan \d\/\d[\s\S]*Wendy Wang/,
    masked: /customer’s mobile number[\s\S]*Mr Chang of Huawei, 138\*{4}8000[\s\S]*Only you see this/,
    rules: /What holds here[\s\S]*Customer data: [\s\S]*Flooding \(trying out silently\)/,
    urgent: /Urgent #1[\s\S]*Leo Li: a customer got the wrong goods/,
    onDuty: /You are on the duty list today/,
    take: 'I take it',
    taken: /Wendy Wang has it/,
    greeting: /Make a team from this group/,
    made: /New team.* is (ready|made|set up)/,
    fillIn: 'Fill in',
    makeTeam: 'Make the team',
  },
} as const

const isFriday = (date: string) => new Date(date).getUTCDay() === 5

describe.each(['zh', 'en'] as const)('the tour of the README in %s', lang => {
  const tour = readTour(lang)
  const words = expected[lang]
  let browser: Browser | undefined
  let server: Server | undefined
  let watched: Watched
  let guest: Visitor
  let day: string

  const shot = (name: string) => guest.page.screenshot({ path: path.join(output, `tour-${lang}-${name}.png`) })
  const howMany = async (digest: Locator) => Number(words.in.exec((await digest.textContent()) ?? '')?.[1])
  const see = (words: RegExp) => guest.sees(words)
  const newest = (words: RegExp) => guest.messages(words).last()
  /** The demo team has days behind it, so something like it stands there before: waits for another than that. */
  async function comes(words: RegExp, work: () => Promise<string>): Promise<string> {
    const idOf = () => newest(words).getAttribute('data-id')
    const before = (await guest.messages(words).count()) > 0 ? await idOf() : null
    const foreseen = await work()
    await see(words)
    await expect.poll(idOf).not.toBe(before)
    return foreseen
  }

  beforeAll(async () => {
    if ('reason' in found) return
    browser = await launch(found.executable)
    server = await startServer({ DATA_DIR: temporaryFolder(), DEMO: 'on', DEMO_LANG: lang })
    watched = await openPage(browser, server.base, { locale: tour.locale, viewport: { width: 1280, height: 800 } })
    guest = visitor(watched.page)
    await guest.page.locator('#log article').first().waitFor()
    await guest.page.locator('[data-person="li"][aria-pressed="true"]').waitFor()
  }, 90_000)
  beforeEach(context => {
    if ('reason' in found) context.skip(found.reason)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.end('SIGKILL')
  })

  test('0. the next morning, from whatever moment it is', async () => {
    await guest.press('go-morning')
    const { date, time } = toLocal(await roomClient(server?.base ?? '').now(), 'Asia/Shanghai')
    expect(time).toBe('08:45')
    day = date
  })

  test('1. the plan: only its writer sees the answer, and one tap answers what was asked', async () => {
    await guest.says(tour.plan)
    await see(words.noted)
    await guest.page
      .locator('#log button', { hasText: new RegExp(`^${words.asked}$`) })
      .last()
      .click()
    await see(words.answered)
    await shot('1-plan')
    await guest.be('wang')
    await expect.poll(() => guest.messages(words.noted).count()).toBe(0)
    await guest.be('li')
  })

  test('2. a target, a bell with its picture in the group, thanks, and the pace to oneself', async () => {
    await guest.says(tour.target)
    await see(words.aim)
    await guest.says(tour.won)
    await see(words.bell)
    const picture = newest(words.bell).locator('img[data-ref]')
    const isDrawn = () => picture.evaluate(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    await expect.poll(isDrawn).toBe(true)
    await guest.says(tour.kudos)
    await see(words.thanks)
    await guest.says(tour.my)
    await see(words.mine)
    await see(words.pace)
    await shot('2-numbers')
    await guest.be('wang')
    await see(words.bell)
    expect(await guest.messages(words.pace).count()).toBe(0)
    await guest.be('li')
  })

  test('3. the report is compared with the plan, and knows of the bell', async () => {
    await guest.says(tour.report)
    await see(words.reported)
    expect(await guest.messages(words.rungTwice).count()).toBe(0)
    await shot('3-report')
  })

  test('4. the digest comes at 19:00 as foreseen, and takes in who is late where it stands', async () => {
    expect(await comes(words.digest, () => guest.goTo(`${day}T19:00`))).toMatch(words.digest)
    const digest = newest(words.digest)
    const id = await digest.getAttribute('data-id')
    const before = await howMany(digest)
    await guest.be('wang')
    await guest.open('dm')
    await see(words.reminded)
    await guest.open('sales')
    await guest.page.locator(`#log [data-id="${id}"]`).waitFor()
    const digests = await guest.messages(words.digest).count()
    await guest.says(tour.lateReport)
    await expect.poll(() => howMany(digest)).toBe(before + 1)
    expect(await digest.getAttribute('data-id')).toBe(id)
    expect(await digest.locator('header').textContent()).toContain(words.revised)
    expect(await guest.messages(words.digest).count()).toBe(digests)
    await digest.scrollIntoViewIfNeeded()
    await shot('4-digest')
  })

  test('5. the board on Friday, the own place in private, and the week’s summary', { timeout: 120_000 }, async () => {
    await comes(words.board, () => guest.press('go-friday'))
    await shot('5-board')
    // Who begins on a Friday comes to the board of the week after, on which only those are who sold then.
    const isListed = ((await newest(words.board).textContent()) ?? '').includes(words.visitor)
    await guest.be('li')
    await guest.open('dm')
    if (isListed) await see(words.place)
    else expect(await guest.messages(words.place).count()).toBe(0)
    await guest.open('sales')
    expect(await guest.messages(words.place).count()).toBe(0)
    // Nobody reports in the week after: there is nothing to sum up for whoever begins on a Friday.
    const goOn = () => guest.press('go-next')
    if (isFriday(day)) expect(await goOn()).not.toMatch(words.summary)
    else {
      expect(await comes(words.summary, goOn)).toMatch(words.summary)
      await shot('5-summary')
    }
  })

  test('6. what one may ask', async () => {
    for (const [question, answer] of [
      [tour.why, words.why],
      [tour.board, words.calls],
      [tour.trace, words.entries],
    ] as const) {
      await guest.says(question)
      await see(answer)
    }
    await guest.be('zhang')
    await guest.says(tour.team)
    await see(words.team)
    await shot('6-team')
  })

  test('7. what was agreed: a hint for one alone, the rules, and somebody who takes what cannot wait', async () => {
    await guest.be('li')
    await guest.says(tour.talk)
    await see(words.masked)
    await shot('7-hint')
    await guest.be('wang')
    expect(await guest.messages(words.masked).count()).toBe(0)
    await guest.be('li')
    await guest.says(tour.rules)
    await see(words.rules)
    await guest.says(tour.urgent)
    await see(words.urgent)
    await guest.be('wang')
    await guest.open('dm')
    await see(words.onDuty)
    await newest(words.onDuty).getByRole('button', { name: words.take }).click()
    await guest.open('sales')
    await see(words.taken)
    await newest(words.urgent).scrollIntoViewIfNeeded()
    await shot('7-urgent')
  })

  test('8. a team from nothing', async () => {
    await guest.be('gu')
    await guest.open('new')
    await guest.says(tour.hello)
    await see(words.greeting)
    await guest.page.locator('#log summary', { hasText: words.fillIn }).click()
    await shot('8-form')
    await guest.page.locator('#log form button[type=submit]', { hasText: words.makeTeam }).click()
    await see(words.made)
    await shot('8-made')
  })

  test('the other language is one click away, and every name in the README is on the page', async () => {
    const { page } = watched
    const passing = [words.asked, words.take, ...(lang === 'zh' ? ['拨到这里'] : ['Move'])]
    for (const name of tour.names.filter(it => !passing.includes(it))) {
      expect(await page.getByText(name, { exact: true }).filter({ visible: true }).count(), name).toBeGreaterThan(0)
    }
    const [before, after] = lang === 'zh' ? ['zh-CN', 'en'] : ['en', 'zh-CN']
    expect(await page.locator('html').getAttribute('lang')).toBe(before)
    await page.locator('#lang').click()
    expect(await page.locator('html').getAttribute('lang')).toBe(after)
    expect(await page.locator('#send').textContent()).toBe(lang === 'zh' ? 'Send' : '发送')
  })

  test('nothing went wrong on the page, and nothing was asked of anybody else', () => {
    expect(watched.faults).toEqual([])
  })
})
