import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../store/fixture.ts'
import { findChromium, launch, openPage } from './browser.ts'
import { roomClient } from './room-client.ts'
import { type Server, startServer } from './server.ts'
import { visitor } from './visitor.ts'

const output = path.join(import.meta.dirname, '../output')
mkdirSync(output, { recursive: true })
const found = findChromium()
const folder = temporaryFolder()
const desk: BrowserContextOptions = { locale: 'en-US', viewport: { width: 1280, height: 800 } }
const phone: BrowserContextOptions = {
  locale: 'zh-CN',
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

let browser: Browser
let server: Server

beforeAll(async () => {
  if ('reason' in found) return
  browser = await launch(found.executable)
  server = await startServer({ DATA_DIR: folder, DEMO: 'on', DEMO_LANG: 'en' })
  await roomClient(server.base).post('clock', { to: 'next-morning' })
}, 60_000)
beforeEach(context => {
  if ('reason' in found) context.skip(found.reason)
})
afterAll(async () => {
  await browser?.close()
  await server?.end('SIGKILL')
})

async function arrive(options: BrowserContextOptions, hash = '') {
  const watched = await openPage(browser, `${server.base}/${hash}`, options)
  await watched.page.locator('#log article').first().waitFor()
  return watched
}

/** Presses the key until the focus is there. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}

describe('with the keyboard alone', () => {
  test('one plans by a line and reports by the form', async () => {
    const { page, faults } = await arrive(desk, '#sun/sales')
    const guest = visitor(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, '#text')
    await page.keyboard.type('/plan visits 2, calls 12')
    await page.keyboard.press('Enter')
    await guest.sees(/Plan noted[\s\S]*Calls\s*12/)
    await page.keyboard.type('/report')
    await page.keyboard.press('Enter')
    await page.locator('#log form').last().waitFor()
    const calls = page.locator('#log form').last().getByLabel('Calls', { exact: true })
    await tabTo(page, `[id="${await calls.getAttribute('id')}"]`, 'Shift+Tab')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('14')
    await page.keyboard.press('Enter')
    await guest.sees(/Report noted[\s\S]*Calls\s*12\s*14/)
    expect(faults).toEqual([])
  })
})

describe('while others talk', () => {
  test('a press on a chat counts, also when a message comes before the finger is up', async () => {
    const { page } = await arrive(desk, '#sun/sales')
    const row = page.locator('[data-place="dm"]')
    const { x = 0, y = 0 } = (await row.boundingBox()) ?? {}
    for (const at of [8, 70]) {
      await page.locator('[data-place="sales"]').click()
      await page.mouse.move(x + at, y + 12)
      await page.mouse.down()
      const before = await row.textContent()
      const { post } = roomClient(server.base)
      await post('messages', { as: 'sun', channel: 'dm', text: '/help' })
      await expect.poll(() => row.textContent()).not.toBe(before)
      await page.mouse.up()
      await expect.poll(() => row.getAttribute('aria-current')).toBe('page')
    }
  })

  test('a press on a message’s button counts too', async () => {
    const { page } = await arrive(desk, '#sun/sales')
    const { post } = roomClient(server.base)
    await post('messages', { as: 'zhang', channel: 'sales', text: '/notice Stocktaking on Friday' })
    const button = page
      .locator('#log article', { hasText: /Stocktaking/ })
      .last()
      .getByRole('button')
      .first()
    await button.waitFor()
    const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {}
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await post('messages', { as: 'li', channel: 'sales', text: 'on my way\n'.repeat(9) })
    // Told after the other, so that one has come too.
    const dm = page.locator('[data-place="dm"]')
    const before = await dm.textContent()
    await post('messages', { as: 'sun', channel: 'dm', text: '/help' })
    await expect.poll(() => dm.textContent()).not.toBe(before)
    await page.mouse.up()
    await visitor(page).sees(/1 of 7 have read it/)
    await visitor(page).sees(/on my way/)
    // A menu may keep the end of a press to itself: nothing waits for that.
    await page.locator('#log button').last().hover()
    await page.mouse.down({ button: 'right' })
    await post('messages', { as: 'li', channel: 'sales', text: 'nearly there' })
    await visitor(page).sees(/nearly there/)
    await page.mouse.up({ button: 'right' })
  })
})

describe('on a phone', () => {
  test('everything fits, and person, plan and clock are within reach of a thumb', async () => {
    const { page, faults } = await arrive(phone, '#sun/sales')
    const guest = visitor(page)
    await page.locator('#me').tap()
    await page.locator('[data-person="wang"]').tap()
    await guest.says('/plan visits 4, calls 30')
    await guest.sees(/Plan noted/)
    await page.screenshot({ path: path.join(output, 'phone-plan.png') })
    await page.locator('#when').tap()
    await page.locator('#go-next').waitFor()
    await page.screenshot({ path: path.join(output, 'phone-clock.png') })
    expect(await page.locator('html').evaluate(it => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0)
    const small = await page
      .locator('button:visible')
      .evaluateAll(all =>
        all
          .map(it => ({ name: it.textContent, height: it.getBoundingClientRect().height }))
          .filter(({ height }) => height < 24),
      )
    expect(small).toEqual([])
    expect(faults).toEqual([])
  })
})

describe('for who cannot see the screen', () => {
  test.for(['zh-CN', 'en-US'])('in %s every control has a name, and the page says what it is', async locale => {
    const { page } = await arrive({ ...desk, locale }, '#sun/sales')
    await visitor(page).says('/report')
    await page.locator('#log form').last().waitFor()
    const nameless = await page
      .locator('button, a[href], input, textarea, select, summary, progress')
      .evaluateAll(all =>
        all
          .filter(it => {
            const label = it.id === '' ? null : it.ownerDocument.querySelector(`label[for="${it.id}"]`)
            const texts = [
              it.getAttribute('aria-label'),
              it.textContent,
              label?.textContent,
              it.closest('label')?.textContent,
            ]
            return texts.every(text => (text ?? '').trim() === '')
          })
          .map(it => it.outerHTML),
      )
    expect(nameless).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('main').count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'zh-CN' ? 'zh-CN' : 'en')
    expect(await page.locator('[role=log]').getAttribute('aria-label')).toMatch(/./)
    expect(await page.locator('img:not([alt])').count()).toBe(0)
    expect(await page.locator('[id]').evaluateAll(all => all.length - new Set(all.map(it => it.id)).size)).toBe(0)
  })
})

test('what must be mended stands beside the field and is tied to it', async () => {
  // Nobody has asked for a form as her before, so the first is this one, and the second what is answered.
  const { page, faults } = await arrive(desk, '#chen/sales')
  await visitor(page).says('/report')
  const forms = page.locator('#log form')
  const form = forms.first()
  await form.getByLabel('Calls', { exact: true }).fill('about 20')
  await form.locator('button[type=submit]').click()
  const refused = forms.nth(1)
  const calls = refused.getByLabel('Calls', { exact: true })
  await refused.locator('.fault').first().waitFor()
  expect(await calls.inputValue()).toBe('about 20')
  expect(await calls.getAttribute('aria-invalid')).toBe('true')
  const [note = ''] = ((await calls.getAttribute('aria-describedby')) ?? '').split(' ').slice(-1)
  expect(await page.locator(`[id="${note}"]`).textContent()).toBe('give the exact number')
  expect(await refused.locator('[aria-invalid]').count()).toBe(1)
  expect(faults).toEqual([])
})

test('what somebody typed is shown as text and runs nothing', async () => {
  const { page, faults } = await arrive(desk, '#sun/sales')
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script><b id=made>!</b>'
  await roomClient(server.base).post('messages', { as: 'wang', channel: 'sales', text: hostile })
  await page.locator('#log article', { hasText: '<b id=made>' }).waitFor()
  await visitor(page).says(`/report calls 1, blockers: ${hostile}`)
  await visitor(page).sees(/Report[\s\S]*onerror/)
  expect(await page.locator('#made, #log script, #log img[src=x]').count()).toBe(0)
  expect(await page.title()).not.toMatch(/^[12]$/)
  expect(faults).toEqual([])
})

test('a page that lost its server says so and comes back by itself', async () => {
  const { page } = await arrive(desk, '#sun/sales')
  await server.end('SIGTERM')
  await expect.poll(() => page.locator('#connection').textContent(), { timeout: 20_000 }).toMatch(/trying again/)
  server = await startServer({ DATA_DIR: folder, PORT: new URL(server.base).port })
  await roomClient(server.base).post('messages', { as: 'wang', channel: 'sales', text: 'are you there?' })
  await page.locator('#log article', { hasText: 'are you there?' }).waitFor({ timeout: 20_000 })
}, 90_000)
