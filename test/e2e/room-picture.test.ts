import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../store/fixture.ts'
import { findChromium, launch, openPage } from './browser.ts'
import { type Server, startServer } from './server.ts'
import { visitor } from './visitor.ts'

const found = findChromium()
let browser: Browser
let server: Server

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
  await visitor(page).says('/榜单 签单额 上月')
  const picture = page.locator('#log img[data-ref]').last()
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
  const message = page
    .locator('#log article')
    .filter({ has: page.locator('img[data-ref]') })
    .last()
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
