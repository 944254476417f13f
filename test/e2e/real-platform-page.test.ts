import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../store/fixture.ts'
import { findChromium, launch, openPage } from './browser.ts'
import { furnishedFolder } from './furnish.ts'
import { startServer } from './server.ts'

const found = findChromium()
/** An address that is kept for documents, so that nothing can be there: for all we know a real workspace that is away. */
const away = {
  SLACK_BOT_TOKEN: 'xoxb-0',
  SLACK_APP_TOKEN: 'xapp-0',
  SLACK_API_URL: 'http://192.0.2.1/api/',
}

let browser: Browser
beforeAll(async () => {
  if ('executable' in found) browser = await launch(found.executable)
})
beforeEach(context => {
  if ('reason' in found) context.skip(found.reason)
})
afterAll(() => browser?.close())

describe('the Room beside a real platform', () => {
  test('says what to do where nobody is in it, in both languages', async () => {
    await using server = await startServer({ ...away, DATA_DIR: temporaryFolder() })
    const { page, faults } = await openPage(browser, server.base, { locale: 'en-US' })
    const words = page.locator('#nobody')
    await words.getByText('Nobody is in the Room').waitFor()
    expect(await words.textContent()).toContain('DATA_DIR')
    expect(await page.locator('#composer, #clock, #chats').count()).toBe(0)
    await page.locator('#lang').click()
    await words.getByText('演练群里没有人').waitFor()
    expect(faults).toEqual([])
  })

  test('shows the clock and hides what would move it', async () => {
    await using server = await startServer({ ...away, DATA_DIR: await furnishedFolder({ li: 'Li' }) })
    const viewport = { width: 1280, height: 800 }
    const { page, faults } = await openPage(browser, server.base, { locale: 'en-US', viewport })
    await page.getByText('its time is not moved').waitFor()
    expect(await page.locator('#now-time').textContent()).toMatch(/\d:\d\d/)
    for (const id of ['go-next', 'go-friday', 'pick']) expect(await page.locator(`#${id}`).isVisible()).toBe(false)
    expect(faults).toEqual([])
  })
})
