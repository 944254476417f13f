import { describe, expect, it } from 'vitest'
import { text } from '../../../src/content/build.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { mortal } from '../mortal.ts'
import { drawn, group, openSending, whisperToLi, withLi } from './sending.ts'

const xlsx = {
  bytes: Uint8Array.from([80, 75, 3, 4, 0, 255]),
  filename: '第47周.xlsx',
  type: 'application/zip',
} as const
const files = new Map([['week', xlsx]])
const week = drawn(text('The week'), { b: 'file', ref: 'week', name: '第47周.xlsx', alt: 'again: /weekly xlsx' })

type Scene = Awaited<ReturnType<typeof openSending>>

const send = ({ sender }: Scene, more: Partial<Parameters<Scene['sender']['send']>[0]> = {}) =>
  sender.send({ address: group, payload: week, key: 'd1:0', ...more })
const sharedIn = (messages: ReturnType<Scene['slack']['messages']>) =>
  messages.flatMap(({ files: shown, threadTs }) =>
    shown.map(({ name, content }) => ({ name, content: [...content], threadTs })),
  )
const theFile = { name: xlsx.filename, content: [...xlsx.bytes], threadTs: null }
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('a file', () => {
  it('is shared in the channel, and the words that say what it is carry the key', async () => {
    const scene = await openSending({ files })
    await send(scene)
    const messages = scene.slack.messages('C1')
    expect(sharedIn(messages)).toEqual([theFile])
    expect(messages.map(({ metadata }) => metadata)).toMatchObject([null, { event_payload: { key: 'd1:0' } }])
    expect(JSON.stringify(messages[1]?.blocks)).toMatch(/第47周\.xlsx[\s\S]*\/weekly xlsx/)
  })

  it('goes into a direct chat, which Slack wants by its own id', async () => {
    const scene = await openSending({ files })
    await send(scene, { address: withLi })
    expect(sharedIn(scene.slack.directMessages('ULI'))).toEqual([theFile])
  })

  it('goes into the thread that it continues', async () => {
    const scene = await openSending({ files, pace: 'off' })
    const first = await send(scene, { payload: drawn(text('Summary')) })
    const details = drawn({ b: 'details' }, { b: 'file', ref: 'week', name: 'w.xlsx', alt: 'again: /weekly xlsx' })
    await send(scene, { payload: details, key: 'd1:1', after: first })
    expect(sharedIn(scene.slack.messages('C1'))).toEqual([{ ...theFile, threadTs: first['ts'] }])
  })

  it('is in no whisper, which says what to type', async () => {
    const scene = await openSending({ files })
    await send(scene, { address: whisperToLi })
    const whispers = scene.slack.messages('C1', { as: 'ULI' })
    expect(sharedIn(whispers)).toEqual([])
    expect(JSON.stringify(whispers[0]?.blocks)).toContain('/weekly xlsx')
  })

  it.each([
    ['files.getUploadURLExternal', { status: 503 }],
    ['files.getUploadURLExternal', { retryAfter: 9 }],
    ['upload', { status: 500 }],
    ['upload', { drop: true }],
    ['files.completeUploadExternal', { drop: true }],
    ['files.completeUploadExternal', { drop: true, afterEffect: true }],
  ] as const)('whose %s fails with %j is there once when it is tried again', async (method, fails) => {
    const scene = await openSending({ files, pace: 'off' })
    scene.slack.failNext(method, fails)
    expect(await failure(send(scene))).toSatisfy(it => it instanceof PlatformError && it.kind === 'unavailable')
    expect(scene.slack.messages('C1').filter(({ metadata }) => metadata !== null)).toEqual([])
    if (!('retryAfter' in fails)) {
      await send(scene)
      expect(sharedIn(scene.slack.messages('C1'))).toEqual([theFile])
    }
  })

  it('is there once when the words after it fail and are sent again', async () => {
    const scene = await openSending({ files, pace: 'off' })
    scene.slack.failNext('chat.postMessage', { status: 503 })
    expect(await failure(send(scene))).toBeInstanceOf(PlatformError)
    await send(scene)
    expect(sharedIn(scene.slack.messages('C1'))).toEqual([theFile])
    expect(scene.slack.messages('C1')).toHaveLength(2)
  })

  it.each([
    ['before it is noted', 'before it is kept', null],
    ['before it is shared', 'when it is kept', null],
    ['after it was shared', 'when it is kept', 'chat.postMessage'],
  ] as const)('is there once, with its words, when a process dies %s', async (_, death, dies) => {
    const scene = await openSending({ files, pace: 'off' })
    const { progress, dead, reborn } = mortal(dies === null ? 1 : 0, death)
    if (dies !== null) scene.slack.failNext(dies, { status: 503 })
    const first = send(scene, { progress })
    if (dies === null) await dead
    else expect(await failure(first)).toBeInstanceOf(PlatformError)
    await scene.startSender().send({ address: group, payload: week, key: 'd1:0', progress: reborn() })
    expect(sharedIn(scene.slack.messages('C1'))).toEqual([theFile])
    expect(scene.slack.messages('C1')).toHaveLength(2)
  })

  it.each(['missing_scope', 'file_uploads_disabled'])('that may not be sent (%s) leaves its words', async error => {
    const scene = await openSending({ files })
    scene.slack.failNext('files.getUploadURLExternal', { error })
    await send(scene)
    expect(sharedIn(scene.slack.messages('C1'))).toEqual([])
    expect(scene.slack.messages('C1')).toHaveLength(1)
  })

  it('that is not kept any more leaves its words', async () => {
    const scene = await openSending()
    await send(scene)
    expect(scene.slack.messages('C1')).toHaveLength(1)
  })
})
