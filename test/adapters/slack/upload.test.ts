import { describe, expect, it } from 'vitest'
import { text } from '../../../src/content/build.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { drawn, group, openSending, whisperToLi } from './sending.ts'

const png = { bytes: Uint8Array.from([137, 80, 78, 71, 0, 255]), filename: 'board.png', type: 'image/png' } as const
const pictures = new Map([['board', png]])
const board = drawn(text('The week'), { b: 'image', ref: 'board', alt: 'Calls by day' })

type Scene = Awaited<ReturnType<typeof openSending>>

const show = ({ sender }: Scene, key = 'd1:0') => sender.send({ address: group, payload: board, key })
const blocksOf = ({ slack }: Scene) => slack.messages('C1').map(({ blocks }) => blocks.map(({ type }) => type))
const callsOf = ({ slack }: Scene) => slack.calls.map(({ method }) => method)

/** The file that the first message shows. */
function shown({ slack }: Scene) {
  const image = slack.messages('C1')[0]?.blocks.find(({ type }) => type === 'image')
  const file = image?.['slack_file']
  if (typeof file !== 'object' || file === null || !('id' in file)) throw new Error('no picture is shown')
  return slack.file(String(file.id))
}

describe('a picture', () => {
  it('is in the one message that carries the key, and is shared nowhere else', async () => {
    const scene = await openSending({ pictures })
    await show(scene)
    const { content, name } = shown(scene)
    expect({ content: [...content], name }).toEqual({ content: [...png.bytes], name: 'board.png' })
    expect(scene.slack.messages('C1')).toMatchObject([{ files: [], metadata: { event_payload: { key: 'd1:0' } } }])
  })

  it('is uploaded once for all messages that show it', async () => {
    const scene = await openSending({ pictures, pace: 'off' })
    const receipt = await show(scene)
    await show(scene, 'd2:0')
    await scene.sender.revise(receipt, board)
    await scene.sender.send({ address: whisperToLi, payload: board, key: 'd3:0' })
    expect(callsOf(scene).filter(method => method === 'files.getUploadURLExternal')).toHaveLength(1)
    expect(blocksOf(scene).every(types => types.includes('image'))).toBe(true)
  })

  it('that Slack is still looking through is shown a moment later, in one message', async () => {
    const scene = await openSending({ pictures, pace: 'off', filesReadyAfterMs: 50 })
    await show(scene)
    scene.slack.takeUnexpected()
    expect(blocksOf(scene)).toEqual([['rich_text', 'image']])
    expect(callsOf(scene).filter(method => method === 'chat.postMessage').length).toBeGreaterThan(1)
  })

  it('that Slack will not show is described', async () => {
    const scene = await openSending({ pictures, pace: 'off', filesReadyAfterMs: 60_000 })
    await show(scene)
    scene.slack.takeUnexpected()
    expect(blocksOf(scene)).toEqual([['rich_text', 'context']])
    expect(JSON.stringify(scene.slack.messages('C1')[0]?.blocks)).toContain('Calls by day')
  })

  it('that is not kept any more is described', async () => {
    const scene = await openSending()
    await show(scene)
    expect(blocksOf(scene)).toEqual([['rich_text', 'context']])
  })

  it.each([
    ['files.getUploadURLExternal', { status: 503 }],
    ['files.getUploadURLExternal', { retryAfter: 9 }],
    ['upload', { status: 500 }],
    ['upload', { drop: true }],
    ['files.completeUploadExternal', { drop: true, afterEffect: true }],
  ] as const)('whose %s fails with %j is tried again, and nothing is said before', async (method, failure) => {
    const scene = await openSending({ pictures })
    scene.slack.failNext(method, failure)
    await expect(show(scene)).rejects.toSatisfy(it => it instanceof PlatformError && it.kind === 'unavailable')
    expect(scene.slack.messages('C1')).toEqual([])
  })

  it.each(['missing_scope', 'file_uploads_disabled'])('that may not be uploaded (%s) is described', async error => {
    const scene = await openSending({ pictures })
    scene.slack.failNext('files.getUploadURLExternal', { error })
    await show(scene)
    expect(blocksOf(scene)).toEqual([['rich_text', 'context']])
  })
})
