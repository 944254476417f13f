import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostFileBytes } from '../../../src/platform/files.ts'
import { temporaryFolder } from '../../store/fixture.ts'
import { findChromium, launch, openPage, type Watched } from '../browser.ts'
import { at } from '../cast.ts'
import { type OpenRoom, openRoom } from '../open-room.ts'
import { type Visitor, visitor } from '../visitor.ts'
import { openStage, type Stage, whileDaysGoBy } from './stage.ts'

const people = { zhang: '张敏', qian: '钱坤', wang: '王芳', zhao: '赵刚' }
const found = findChromium()
const desk: BrowserContextOptions = { locale: 'zh-CN', viewport: { width: 1280, height: 800 }, acceptDownloads: true }
const folder = temporaryFolder()
const prices = {
  name: '价目表 12月.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(Uint8Array.from({ length: 300_000 }, (_, n) => (n * n) % 251)),
}

/** What a manager hands in goes out with a notice, in a real browser; each part going on where the one before ended. */
describe('带文件的通知', whileDaysGoBy, () => {
  let stage: Stage<keyof typeof people>
  let room: OpenRoom
  let browser: Browser
  let manager: Watched
  let guest: Visitor

  beforeAll(async () => {
    if ('reason' in found) return
    stage = await openStage({ at: at('2026-11-23', '09:30'), people })
    const { who } = stage
    await who.zhang.says('/setup 销售一部')
    for (const id of ['qian', 'wang', 'zhao'] as const) await who[id].says('/加入')
    await who.zhang.tells('/member 钱坤 role=manager')
    room = await openRoom(stage.talk)
    browser = await launch(found.executable)
    manager = await openPage(browser, `${room.base}/#qian/dm`, desk)
    guest = visitor(manager.page)
  })
  beforeEach(context => {
    if ('reason' in found) context.skip(found.reason)
  })
  afterAll(async () => {
    await browser?.close()
    await room?.[Symbol.asyncDispose]()
    await stage?.[Symbol.asyncDispose]()
  })

  /** Does something on a page that calls the house, and lets all that follows happen. */
  async function settled(page: Page, path: 'messages' | 'actions' | 'files', work: () => Promise<unknown>) {
    const answered = page.waitForResponse(
      answer => answer.url().includes(`/room/api/${path}`) && answer.request().method() === 'POST',
    )
    await work()
    expect((await answered).status()).toBe(202)
    await stage.talk.house.app.settle()
  }

  const pick = (page: Page, file: typeof prices) => page.locator('#file').setInputFiles(file)

  test('在私聊里点回形针、拖进来或粘贴都行；群里没有回形针', async () => {
    const { page } = manager
    await guest.open('sales')
    await page.locator('#clip').waitFor({ state: 'hidden' })
    await guest.open('dm')
    await page.locator('#clip').waitFor()
    const chosen = page.waitForEvent('filechooser')
    await page.locator('#clip').focus()
    await page.keyboard.press('Enter')
    await settled(page, 'files', async () => (await chosen).setFiles(prices))
    await guest.sees(/📎 价目表 12月\.pdf/)
    await guest.sees(/收到文件 价目表 12月\.pdf，还没有发给任何人/)
    await settled(page, 'files', () => letGo(page, '#composer', 'drop', '拖.txt'))
    await guest.sees(/收到文件 拖\.txt/)
    await page.locator('#handing-name').waitFor({ state: 'hidden' })
    await settled(page, 'files', () => letGo(page, '#text', 'paste', '贴.txt'))
    await guest.sees(/收到文件 贴\.txt/)
    await page.locator('#handing-name').waitFor({ state: 'hidden' })
    await page.reload()
    await guest.sees(/📎 价目表 12月\.pdf/)
    expect(manager.faults).toEqual([])
  })

  test('按“随通知发出”填好就发；群里先有通知，后面跟着文件', async () => {
    const { page } = manager
    const answer = guest.messages(/收到文件 价目表/).last()
    await settled(page, 'actions', () => answer.getByRole('button', { name: '随通知发出' }).click())
    const form = page.locator('#log form').last()
    await form.waitFor()
    expect(await form.getByLabel('价目表 12月.pdf').isChecked()).toBe(true)
    expect(await form.getByLabel('贴.txt').isChecked()).toBe(false)
    await form.getByLabel('内容').fill('十二月起用新价目表')
    await settled(page, 'actions', () => form.getByRole('button', { name: '发出' }).click())
    await guest.sees(/通知 #1 已发到群里/)
    expect(manager.faults).toEqual([])
  })

  test('销售在群里存下来的，和交进来的一个字节也不差', async () => {
    const { page, faults } = await openPage(browser, `${room.base}/#wang/sales`, desk)
    const rep = visitor(page)
    await rep.sees(/通知 #1[\s\S]*十二月起用新价目表[\s\S]*价目表 12月\.pdf/)
    const saves = page.locator('#log a[download]').last()
    const coming = page.waitForEvent('download')
    await saves.click()
    const saved = await coming
    expect(saved.suggestedFilename()).toBe(prices.name)
    expect(await readFile(await saved.path())).toEqual(prices.buffer)
    const texts = await page.locator('#log article').allTextContents()
    expect(texts.findIndex(text => /通知 #1/.test(text))).toBeLessThan(
      texts.findIndex(text => /私聊我：\/通知 1 文件/.test(text)),
    )
    await rep.open('dm')
    await settled(page, 'messages', () => rep.says('/通知 1 文件'))
    await rep.sees(/价目表 12月\.pdf/)
    await expect.poll(() => page.locator('#log a[download]').count()).toBe(1)
    expect(faults).toEqual([])
  })

  test('销售交进来的文件，客气地说打不开', async () => {
    const { page } = await openPage(browser, `${room.base}/#zhao/dm`, desk)
    await page.locator('#clip').waitFor()
    await settled(page, 'files', () => pick(page, prices))
    await visitor(page).sees(/文件我打不开/)
  })

  test('太大、断网都说清楚，选好的文件还在，再试一次就到', async () => {
    const { page } = await openPage(browser, `${room.base}/#qian/dm`, desk)
    const rep = visitor(page)
    await page.locator('#clip').waitFor()
    const film = path.join(folder, '录像.mp4')
    await writeFile(film, Buffer.alloc(mostFileBytes + 1))
    await page.locator('#file').setInputFiles(film)
    const words = () => page.locator('#handing-words').textContent()
    await expect.poll(words).toMatch(/太大了，最多 20 MB/)
    expect(await page.locator('#handing-name').textContent()).toBe('录像.mp4')
    expect(await page.locator('#handing-again').isVisible()).toBe(false)
    await page.locator('#handing-drop').click()
    expect(await page.locator('#handing-name').isVisible()).toBe(false)

    await page.route('**/room/api/files?**', route => route.abort())
    await pick(page, { ...prices, name: '断网.pdf' })
    await expect.poll(words).toMatch(/连不上服务器/)
    expect(await page.locator('#handing-again').isVisible()).toBe(true)
    await rep.open('sales')
    expect(await page.locator('#handing-name').isVisible()).toBe(false)
    await rep.open('dm')
    await page.unroute('**/room/api/files?**')
    await settled(page, 'files', () => page.locator('#handing-again').click())
    await rep.sees(/收到文件 断网\.pdf/)
    await page.locator('#handing-name').waitFor({ state: 'hidden' })
    expect(await rep.messages(/📎 断网\.pdf/).count()).toBe(1)
  })
})

/** Lets a file go over an element, or pastes it there. */
async function letGo(page: Page, where: string, event: 'drop' | 'paste', name: string): Promise<void> {
  const kinds = { drop: ['DragEvent', 'dataTransfer'], paste: ['ClipboardEvent', 'clipboardData'] } as const
  const [kind, as] = kinds[event]
  await page.evaluate(`{
    const given = new DataTransfer()
    given.items.add(new File(['…'], '${name}'))
    const init = { bubbles: true, cancelable: true, ${as}: given }
    document.querySelector('${where}').dispatchEvent(new ${kind}('${event}', init))
  }`)
}
