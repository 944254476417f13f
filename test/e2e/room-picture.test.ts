import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/dates.ts'
import { toLocal } from '../../src/calendar/zone.ts'
import { temporaryFolder } from '../store/fixture.ts'
import { findChromium, launch, openPage } from './browser.ts'
import { type Server, startServer } from './server.ts'
import { visitor } from './visitor.ts'

const found = findChromium()
let browser: Browser
let server: Server

/** The demo team has some twenty workdays behind it, which end today: a month of the calendar may hold none of them. */
function lately(): string {
  const { date } = toLocal(new Date(), 'Asia/Shanghai')
  return `/榜单 签单额 ${addDays(date, -28)}~${date}`
}

beforeAll(async () => {
  if ('reason' in found) return
  browser = await launch(found.executable)
  server = await startServer({ DATA_DIR: temporaryFolder(), DEMO: 'on', DEMO_LANG: 'zh' })
}, 120_000)
beforeEach(context => {
  if ('reason' in found) context.skip(found.reason)
})
afterAll(async () => {
  await browser?.close()
  await server?.end('SIGKILL')
})

test('a board is seen as a picture with its words beside it, in the colours of the page, and in view when it has come', async () => {
  const options = { locale: 'zh-CN', viewport: { width: 390, height: 844 }, colorScheme: 'light' } as const
  await using watched = await openPage(browser, `${server.base}/`, options)
  const { page, faults } = watched
  await page.locator('#tour-done').click()
  const boards = page.locator('#log article').filter({ has: page.locator('img[data-ref]') })
  const visit = visitor(page)
  await visit.sees(/./)
  const message = boards.nth(await boards.count())
  await visit.says(lately())
  const picture = message.locator('img[data-ref]')
  const shown = () =>
    picture.evaluate(it => {
      const { complete, naturalWidth, src } = it
      return complete && naturalWidth > 0 ? src.replace(/.*theme=/, '') : 'not yet'
    })
  await expect.poll(shown).toBe('light')
  expect(await picture.getAttribute('alt')).toMatch(/^图：签单额榜，第一名 /)
  const box = await picture.boundingBox()
  expect(box?.width).toBeLessThanOrEqual(390)
  expect(box?.width).toBeGreaterThan(250)
  expect(await message.locator('table tbody tr').count()).toBeGreaterThan(2)
  const isInView = async () => {
    const now = await picture.boundingBox()
    return now !== null && now.y + now.height > 100 && now.y < 700
  }
  await expect.poll(isInView).toBe(true)
  await page.locator('#theme').click()
  await expect.poll(shown).toBe('dark')
  await page.locator('#theme').click()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await shown()).toBe('light')
  expect(faults).toEqual([])
})

const isLarge = (length: number) => length > 250

const screens = [
  { on: 'a phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { on: 'a desk', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const

test.each(screens)('on $on its place is free before it has come, so nothing moves when it does', async screen => {
  await using watched = await openPage(browser, 'about:blank', { locale: 'zh-CN', ...screen })
  const { page } = watched
  const { promise: mayCome, resolve: letCome } = Promise.withResolvers<void>()
  await page.route('**/room/api/pictures/**', async route => {
    await mayCome
    await route.continue()
  })
  await page.goto(`${server.base}/`)
  await page.locator('#tour-done').click()
  const boards = page.locator('#log article').filter({ has: page.locator('img[data-ref]') })
  const visit = visitor(page)
  await visit.sees(/./)
  const earlier = await boards.count()
  await visit.says(lately())
  const message = boards.nth(earlier)
  const picture = message.locator('img[data-ref]')
  const table = message.locator('table')
  await table.waitFor()
  const isThere = () =>
    picture.evaluate(it => {
      const { complete, naturalWidth } = it
      return complete && naturalWidth > 0
    })
  expect(await isThere()).toBe(false)
  // Within the message: what follows it in the chat may scroll it as a whole.
  const places = async () => {
    const [whole, ...parts] = [await message.boundingBox(), await picture.boundingBox(), await table.boundingBox()]
    const rounded = (all: readonly number[]) => all.map(Math.round)
    const within = parts.map(it => it && whole && rounded([it.x - whole.x, it.y - whole.y, it.width, it.height]))
    return { height: whole && Math.round(whole.height), picture: within[0], table: within[1] }
  }
  const before = await places()
  expect(before.picture?.slice(2)).toEqual([expect.toSatisfy(isLarge), expect.toSatisfy(isLarge)])
  letCome()
  await expect.poll(isThere).toBe(true)
  expect(await places()).toEqual(before)
})

test('one that cannot be drawn leaves its words where it would have been, and no empty box', async () => {
  await using watched = await openPage(browser, 'about:blank', { locale: 'zh-CN' })
  const { page } = watched
  await page.route('**/room/api/pictures/**', route => route.fulfill({ status: 404, body: '' }))
  await page.goto(`${server.base}/`)
  await page.locator('#tour-done').click()
  const words = page.locator('#log article p.quiet', { hasText: /^图：签单额榜，第一名 / })
  await visitor(page).sees(/./)
  await expect.poll(() => page.locator('#log img[data-ref]').count()).toBe(0)
  const earlier = await words.count()
  await visitor(page).says(lately())
  await words.nth(earlier).waitFor()
  await expect.poll(() => page.locator('#log img[data-ref]').count()).toBe(0)
  expect((await words.nth(earlier).boundingBox())?.height).toBeLessThan(120)
})
