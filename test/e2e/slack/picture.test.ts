import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSlackAdapter } from '../../../adapters/slack/index.ts'
import type { App } from '../../../src/app.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { compose } from '../../../src/compose.ts'
import { content, text } from '../../../src/content/build.ts'
import type { Command } from '../../../src/features/feature.ts'
import { openStudio } from '../../../src/pictures/studio.ts'
import { keepPicture, picturesOf } from '../../../src/store/pictures.ts'
import type { Store } from '../../../src/store/store.ts'
import { bareParts } from '../../adapters/parts.ts'
import { givenCast, message } from '../../house.ts'
import { openSlackSimulator, type SlackSimulator } from '../../simulators/slack/index.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'

const CHANNEL = 'C-li'
const bytes = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255])
const alt = '本周电话：李雷 25，韩梅 18'

/** `/chart week` answers in the group with the picture week.png. */
const chart: Command = {
  name: 'chart',
  words: ['chart'],
  summary: { zh: '画图', en: 'Draw a chart' },
  example: { zh: '/chart week', en: '/chart week' },
  least: 'rep',
  async run(ctx, name) {
    const ref = await keepPicture(ctx.tx, { bytes, filename: `${name}.png`, type: 'image/png' }, ctx.now)
    const said = content('zh', text('本周的榜'), { b: 'image', ref, alt })
    ctx.say({ to: { reply: 'open' }, content: said, lane: 'reply', purpose: 'charts.shown' })
  },
}

function openHouse(store: Store, { botToken, signingSecret, apiUrl }: SlackSimulator): App {
  const adapter = createSlackAdapter(
    { botToken, door: { mode: 'http', secret: signingSecret }, prefix: null, apiUrl },
    bareParts({ pictures: picturesOf(store, { draw: openStudio(), log: quiet }), commands: [chart] }),
  )
  const features = [{ name: 'charts', commands: [chart] }]
  return compose({ store, clock: new MovableClock(), log: quiet, owner: 'test', features, adapters: [adapter] }).app
}

const imageBlock = z.object({ slack_file: z.object({ id: z.string() }) })

describe('a picture that a feature says', () => {
  let slack: SlackSimulator
  let database: TemporaryDatabase
  let house: App

  beforeAll(async () => {
    slack = await openSlackSimulator()
    await slack.addUser({ id: 'U-li', name: '李雷' })
    await slack.addChannel({ id: CHANNEL, name: 'sales', members: ['U-li', slack.bot.userId] })
    database = await temporaryStore()
    await givenCast(database.store)
    house = openHouse(database.store, slack)
    await house.engine.prepare()
  })
  afterAll(async () => {
    await house.stop()
    await database.close()
    await slack.close()
  })

  /** The message that answers it, and what was called for it. */
  async function asks(words: string, eventId = newId()) {
    const [before, called] = [slack.messages(CHANNEL).length, slack.calls.length]
    await house.intake(message(words, { eventId }))
    do {
      await house.settle()
      await sleep(100)
    } while (slack.messages(CHANNEL).length === before)
    const [one, ...more] = slack.messages(CHANNEL).slice(before)
    expect(more).toEqual([])
    if (one === undefined) throw new Error('nothing was said')
    return {
      types: one.blocks.map(({ type }) => type),
      words: slack.visibleText(one).text,
      metadata: one.metadata,
      image: one.blocks.find(({ type }) => type === 'image'),
      calls: slack.calls.slice(called).map(({ method }) => method),
    }
  }

  test('is uploaded and posted, with what it shows in words and the key by which it is found', async () => {
    const { words, metadata, image, calls } = await asks('/chart week')
    expect(words).toBe(`本周的榜\n${alt}`)
    expect(metadata).toMatchObject({ event_payload: { key: expect.stringMatching(/:0$/) } })
    const file = slack.file(imageBlock.parse(image).slack_file.id)
    expect({ ...file, content: [...file.content] }).toMatchObject({ name: 'week.png', content: [...bytes] })
    expect(calls).toEqual(['files.getUploadURLExternal', 'files.completeUploadExternal', 'chat.postMessage'])
  })

  test('is posted once when it is asked for by an event that comes twice, and uploaded once for two', async () => {
    const eventId = newId()
    await asks('/chart week', eventId)
    await house.intake(message('/chart week', { eventId }))
    const { types, calls } = await asks('/chart week')
    expect(types).toContain('image')
    expect(calls).toEqual(['chat.postMessage'])
  })

  test('comes as its words where Slack takes no files', async () => {
    slack.failNext('files.getUploadURLExternal', { error: 'file_uploads_disabled' })
    const { types, words } = await asks('/chart refused')
    expect(types).not.toContain('image')
    expect(words).toBe(`本周的榜\n${alt}`)
  })

  test('waits for files that fail for a moment, and is then posted once', async () => {
    slack.failNext('files.completeUploadExternal', { status: 503 })
    const { types, calls } = await asks('/chart later')
    expect(types).toContain('image')
    expect(calls.filter(method => method === 'chat.postMessage')).toHaveLength(1)
    expect(calls.filter(method => method === 'files.completeUploadExternal')).toHaveLength(2)
  })
})
