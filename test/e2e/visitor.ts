import type { Locator, Page } from 'playwright-core'

/** Somebody who uses the Room with a mouse, by what they see. */
export interface Visitor {
  readonly page: Page
  /** The messages of the open chat that contain the words, oldest first. */
  messages(words: RegExp): Locator
  /** Waits for such a message; throws with what there is instead. */
  sees(words: RegExp): Promise<void>
  be(person: string): Promise<void>
  open(place: string): Promise<void>
  /** Types it and sends it by Enter. */
  says(text: string): Promise<void>
  /** Picks a time in the clock panel, looks at what would be sent by then, answers that, and goes there. */
  goTo(local: `${string}T${string}`): Promise<string>
  /** The same by one of the buttons. */
  press(preset: 'go-next' | 'go-morning' | 'go-end-of-day' | 'go-friday'): Promise<string>
}

const travelTime = 60_000

export function visitor(page: Page): Visitor {
  async function look(): Promise<string> {
    const move = page.locator('#move')
    await move.waitFor({ timeout: travelTime })
    const foreseen = (await page.locator('#preview').textContent()) ?? ''
    const arrived = page.waitForResponse(
      answer => answer.url().includes('/room/api/clock') && answer.request().method() === 'POST',
      { timeout: travelTime },
    )
    await move.click()
    await arrived
    await page.locator('body:not(.travelling)').waitFor({ timeout: travelTime })
    return foreseen
  }

  const messages = (words: RegExp): Locator => page.locator('#log article', { hasText: words })

  return {
    page,
    messages,
    async sees(words) {
      try {
        await messages(words).last().waitFor({ timeout: 15_000 })
      } catch {
        const there = await page.locator('#log article').allTextContents()
        throw new Error(`nothing like ${words} in:\n  ${there.slice(-4).join('\n  ')}`)
      }
    },
    be: person => page.locator(`[data-person="${person}"]`).click(),
    open: place => page.locator(`[data-place="${place}"]`).click(),
    async says(text) {
      await page.locator('#text').fill(text)
      await page.locator('#text').press('Enter')
      await page.locator('#text:placeholder-shown').waitFor()
    },
    async goTo(local) {
      await page.locator('#pick').fill(local)
      await page.locator('#pick-form button').click()
      return look()
    },
    async press(preset) {
      await page.locator(`#${preset}`).click()
      return look()
    },
  }
}
