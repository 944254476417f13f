import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, mondayOf } from '../../src/calendar/dates.ts'
import { isWorkday, workCalendarSchema } from '../../src/calendar/workdays.ts'
import { toLocal } from '../../src/calendar/zone.ts'
import { temporaryFolder } from '../store/fixture.ts'
import { findChromium, launch, openPage, type Watched } from './browser.ts'
import { type Server, startServer } from './server.ts'
import { readTour } from './tour-script.ts'
import { type Visitor, visitor } from './visitor.ts'

const output = path.join(import.meta.dirname, '../output')
mkdirSync(output, { recursive: true })
const found = findChromium()
const skipped = 'reason' in found ? found.reason : null

/** The first Monday to come that is a workday, as the README says. */
function nextMonday(now: Date): string {
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  let monday = addDays(mondayOf(toLocal(now, 'Asia/Shanghai').date), 7)
  while (!isWorkday(calendar, monday, 'usual-week')) monday = addDays(monday, 7)
  return monday
}

/** What the page and the bot say at each step. */
const expected = {
  zh: {
    noted: /计划已记下[\s\S]*跟进华为/,
    asked: '签单1',
    answered: /签单\s*1[\s\S]*签单额\s*8万/,
    reported: /日报已记下[\s\S]*拜访\s*3\s*2\s*-1[\s\S]*原因是/,
    digest: /日报汇总/,
    oneIn: /1\/7 人已交/,
    twoIn: /2\/7 人已交/,
    reminded: /你的还没交/,
    revised: '已修订',
    board: /签单额榜[\s\S]*李雷\s*8万/,
    place: /你在 \d+ 人中排第 1/,
    why: /原因：每周榜单发布时/,
    calls: /电话榜/,
    entries: /李雷的电话[\s\S]*合计 25/,
    mine: /李雷[\s\S]*本周/,
    team: /计划 0\/7[\s\S]*王芳/,
    greeting: /大家好，我是领头羊/,
    made: /“新团队”建好了/,
    fillIn: '填写',
    makeTeam: '建团队',
  },
  en: {
    noted: /Plan noted[\s\S]*follow up Huawei/,
    asked: 'Deals 1',
    answered: /Deals\s*1[\s\S]*Revenue\s*80,000/,
    reported: /Report noted[\s\S]*Visits\s*3\s*2\s*-1[\s\S]*Why\?/,
    digest: /Report digest/,
    oneIn: /1 of 7|1\/7/,
    twoIn: /2 of 7|2\/7/,
    reminded: /yours is not in yet/,
    revised: 'revised',
    board: /Revenue board[\s\S]*Leo Li\s*80,000/,
    place: /you are number 1 of/,
    why: /Why: /,
    calls: /Calls board/,
    entries: /Calls of Leo Li[\s\S]*Total 25/,
    mine: /Leo Li[\s\S]*This week/,
    team: /0\/7[\s\S]*Wendy Wang/,
    greeting: /Bellwether/,
    made: /"New team" is made|“New team”|New team/,
    fillIn: 'Fill in',
    makeTeam: 'Make the team',
  },
} as const

describe.skipIf(skipped !== null).each(['zh', 'en'] as const)('the tour of the README in %s', lang => {
  const tour = readTour(lang)
  const words = expected[lang]
  let browser: Browser
  let server: Server
  let watched: Watched
  let guest: Visitor
  let monday: string
  let digestId: string | null

  const shot = (name: string) => guest.page.screenshot({ path: path.join(output, `tour-${lang}-${name}.png`) })
  const see = (words: RegExp) => guest.sees(words)

  beforeAll(async () => {
    if ('reason' in found) return
    browser = await launch(found.executable)
    server = await startServer({ DATA_DIR: temporaryFolder(), DEMO: 'on', DEMO_LANG: lang })
    watched = await openPage(browser, server.base, { locale: tour.locale, viewport: { width: 1280, height: 800 } })
    guest = visitor(watched.page)
    monday = nextMonday(new Date())
    await guest.page.locator('#log article').first().waitFor()
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await server?.end('SIGKILL')
  })

  test('1. a morning', async () => {
    await guest.goTo(`${monday}T08:45`)
    await expect.poll(() => guest.page.locator('#now-time').innerText()).toBe('08:45')
    expect(await guest.page.locator('[data-person="li"]').getAttribute('aria-pressed')).toBe('true')
  })

  test('2. the plan: only its writer sees the answer, and one tap answers what was asked', async () => {
    await guest.says(tour.plan)
    await see(words.noted)
    await guest.page.locator('#log button', { hasText: new RegExp(`^${words.asked}$`) }).last().click()
    await see(words.answered)
    await shot('2-plan')
    await guest.be('wang')
    await expect.poll(() => guest.messages(words.noted).count()).toBe(0)
    await guest.be('li')
  })

  test('3. the report is compared with it', async () => {
    await guest.says(tour.report)
    await see(words.reported)
    await shot('3-report')
  })

  test('4. the digest comes at 19:00 as foreseen, and takes in who is late where it stands', async () => {
    expect(await guest.goTo(`${monday}T19:00`)).toMatch(words.digest)
    await see(words.oneIn)
    digestId = await guest.messages(words.oneIn).last().getAttribute('data-id')
    await guest.be('wang')
    await guest.open('dm')
    await see(words.reminded)
    await guest.open('sales')
    await guest.says(tour.lateReport)
    await see(words.twoIn)
    const digest = guest.messages(words.twoIn).last()
    expect(await digest.getAttribute('data-id')).toBe(digestId)
    expect(await digest.locator('header').innerText()).toContain(words.revised)
    expect(await guest.messages(words.oneIn).count()).toBe(0)
    await digest.scrollIntoViewIfNeeded()
    await shot('4-digest')
  })

  test('5. the board on Friday, and the own place in private', { timeout: 120_000 }, async () => {
    await guest.press('go-friday')
    await see(words.board)
    await shot('5-board')
    await guest.be('li')
    await guest.open('dm')
    await see(words.place)
    await guest.open('sales')
    expect(await guest.messages(words.place).count()).toBe(0)
  })

  test('6. what one may ask', async () => {
    for (const [question, answer] of [
      [tour.why, words.why],
      [tour.board, words.calls],
      [tour.trace, words.entries],
      [tour.my, words.mine],
    ] as const) {
      await guest.says(question)
      await see(answer)
    }
    await guest.be('zhang')
    await guest.says(tour.team)
    await see(words.team)
    await shot('6-team')
  })

  test('7. a team from nothing', async () => {
    await guest.be('gu')
    await guest.open('new')
    await guest.says(tour.hello)
    await see(words.greeting)
    await guest.page.locator('#log summary', { hasText: words.fillIn }).click()
    await shot('7-form')
    await guest.page.locator('#log form button[type=submit]', { hasText: words.makeTeam }).click()
    await see(words.made)
    await shot('7-made')
  })

  test('the other language is one click away, and every name in the README is on the page', async () => {
    const { page } = watched
    const seen = await page.locator('body').innerText()
    const tapped = [words.asked, ...(lang === 'zh' ? ['看看', '拨到这里', '日期和时间'] : ['Look', 'Move', 'Date and time'])]
    for (const name of tour.names) if (!tapped.includes(name)) expect(seen).toContain(name)
    const [before, after] = lang === 'zh' ? ['zh-CN', 'en'] : ['en', 'zh-CN']
    expect(await page.locator('html').getAttribute('lang')).toBe(before)
    await page.locator('#lang').click()
    expect(await page.locator('html').getAttribute('lang')).toBe(after)
    expect(await page.locator('#send').innerText()).toBe(lang === 'zh' ? 'Send' : '发送')
  })

  test('nothing went wrong on the page, and nothing was asked of anybody else', () => {
    expect(watched.faults).toEqual([])
  })
})
