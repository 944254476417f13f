/** Makes the README's pictures anew: `node --import ./src/runtime.mjs test/system/pictures.ts`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { toLocal } from '../../src/calendar/zone.ts'
import { findChromium, launch, openPage } from '../e2e/browser.ts'
import { roomClient } from '../e2e/room-client.ts'
import { startServer } from '../e2e/server.ts'
import { readTour } from '../e2e/tour-script.ts'
import { visitor } from '../e2e/visitor.ts'

const digest = { zh: /日报汇总/, en: /Report digest/ }
const folder = path.join(import.meta.dirname, '../../.github')

const found = findChromium()
if ('reason' in found) throw new Error(found.reason)
const browser = await launch(found.executable)
for (const lang of ['zh', 'en'] as const) await take(browser, lang)
await browser.close()

/** The evening of the tour: the digest with its late report, and a look at what Friday will bring. */
async function take(browser: Browser, lang: 'zh' | 'en'): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'bellwether-pictures-'))
  const tour = readTour(lang)
  const server = await startServer({ DATA_DIR: data, DEMO: 'on', DEMO_LANG: lang })
  const { page } = await openPage(browser, server.base, { locale: tour.locale, viewport: { width: 1280, height: 800 } })
  const guest = visitor(page)
  await page.locator('#tour-done').click()
  await guest.press('go-morning')
  await guest.says(tour.plan)
  await guest.says(tour.report)
  const { date } = toLocal(await roomClient(server.base).now(), 'Asia/Shanghai')
  await guest.goTo(`${date}T19:00`)
  await guest.be('wang')
  await guest.says(tour.lateReport)
  await guest.be('li')
  await page.locator('#go-friday').click()
  await page.locator('#move').waitFor()
  const evening = guest.messages(digest[lang]).last()
  await evening.evaluate(it => it.scrollIntoView({ block: 'start' }))
  await page.locator('#clock').evaluate(it => it.scrollTo(0, 0))
  await page.mouse.move(640, 790)
  await page.locator('#status').evaluate(it => it.replaceChildren())
  await page.screenshot({ path: path.join(folder, `room-${lang}.png`) })
  await page.context().close()
  await server.end('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}
