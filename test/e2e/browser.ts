import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** A Chromium that this machine has, or the reason why there is none. */
export function findChromium(): { readonly executable: string } | { readonly reason: string } {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)]
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const executable = folders.flatMap(folder => names.map(name => path.join(folder, name))).find(existsSync)
  return executable === undefined
    ? { reason: 'Chromium is not installed: run sh test/system/prepare.sh' }
    : { executable }
}

/** Root has no sandbox to give. */
export function launch(executable: string): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

/** A page, and everything on it that nobody should ever see. */
export interface Watched extends AsyncDisposable {
  readonly page: Page
  /** Errors of scripts and of the console, and requests to anywhere but the page's own server. */
  readonly faults: readonly string[]
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  const { origin } = new URL(url)
  page.on('pageerror', error => faults.push(`script: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      faults.push(`request: ${request.url()}`)
    }
  })
  page.on('response', response => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  await page.goto(url)
  return { page, faults, [Symbol.asyncDispose]: () => context.close() }
}
