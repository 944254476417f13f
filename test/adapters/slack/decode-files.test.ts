import { describe, expect, it } from 'vitest'
import { decodeEvent } from '../../../adapters/slack/decode/event.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { mostFileBytes } from '../../../src/platform/files.ts'
import { inEnvelope, samplesOf } from './sample-files.ts'

const me = { userId: 'UBOT', botId: 'BBOT', teamId: 'T1' }

const folder = 'https://files.slack.com/files-pri/T1-F1/'
const pdf = {
  ...{ id: 'F1', name: 'prices.pdf', title: 'Prices', mimetype: 'application/pdf', filetype: 'pdf', size: 9 },
  ...{ mode: 'hosted', is_external: false, file_access: 'visible', user: 'U1' },
  url_private: `${folder}prices.pdf`,
  url_private_download: `${folder}download/prices.pdf`,
}

const message = {
  ...{ type: 'message', subtype: 'file_share', channel: 'D1', channel_type: 'im', user: 'U1', team: 'T1' },
  ...{ text: '', ts: '1700000000.000100', files: [pdf] },
}

const decode = (event: object) => decodeEvent(inEnvelope(event), me)

function handed(event: object) {
  const read = decode(event)
  if (read.kind !== 'handed') throw new Error(`nothing handed: ${JSON.stringify(read)}`)
  return read
}

const placesOf = (...files: readonly object[]) => handed({ ...message, files }).files.map(({ at }) => at)

describe('a file in the direct chat', () => {
  it('is one event, with where its bytes are', () => {
    expect(handed(message)).toEqual({
      kind: 'handed',
      eventId: 'm:D1:1700000000.000100',
      files: [
        {
          event: {
            platform: 'slack',
            eventId: 'm:D1:1700000000.000100:F1',
            place: { kind: 'direct' },
            author: { accountId: 'U1' },
            at: '2023-11-14T22:13:20.000Z',
          },
          name: 'prices.pdf',
          at: { url: `${folder}download/prices.pdf`, size: 9, isPage: false },
        },
      ],
      said: null,
    })
  })

  it('is heard without the subtype, too', () => {
    const { subtype: _, ...plain } = message
    expect(handed(plain)).toEqual(handed(message))
  })

  it('comes before what was said with it, which is the usual message', () => {
    const { files, said } = handed({ ...message, text: 'for &lt;everybody&gt;' })
    expect(files).toHaveLength(1)
    expect(said).toMatchObject({
      eventId: 'm:D1:1700000000.000100',
      body: { kind: 'message', text: 'for <everybody>', addressed: true },
    })
  })

  it('is fetched if it is one of the first five, and each has an id of its own', () => {
    const files = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'].map(id => ({ ...pdf, id }))
    const { files: all } = handed({ ...message, files })
    expect(all.map(({ event }) => event.eventId)).toEqual(
      ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'].map(id => `m:D1:1700000000.000100:${id}`),
    )
    expect(all.map(({ at }) => typeof at)).toEqual([...Array.from({ length: 5 }, () => 'object'), 'string'])
  })

  it('is not handed again when the words beside it are changed', () => {
    const { subtype: _, ...shared } = message
    const now = { ...shared, text: 'the prices', edited: { user: 'U1', ts: '1700000060.000000' } }
    const changed = { type: 'message', subtype: 'message_changed', channel: 'D1', channel_type: 'im' }
    const read = decode({ ...changed, ts: '1700000060.000200', message: now, previous_message: shared })
    expect(read).toMatchObject({ kind: 'inbound', event: { body: { kind: 'message', text: 'the prices' } } })
  })

  it('of our own is none', () => {
    expect(decode({ ...message, user: 'UBOT' }).kind).toBe('ignored')
    expect(decode({ ...message, bot_id: 'B9' }).kind).toBe('ignored')
  })

  it('has the name that Slack knows, or none', () => {
    const { name: _, ...unnamed } = pdf
    const { title, ...bare } = unnamed
    expect(handed({ ...message, files: [pdf, unnamed, bare] }).files.map(({ name }) => name)).toEqual([
      'prices.pdf',
      title,
      '',
    ])
  })
})

describe('where the bytes of a file are', () => {
  it('is the address to save it from, or else the one to look at it', () => {
    const { url_private_download: _, ...shown } = pdf
    expect(placesOf(shown)).toMatchObject([{ url: `${folder}prices.pdf` }])
  })

  it('is nowhere for what is too large, before anything is fetched', () => {
    expect(placesOf({ ...pdf, size: mostFileBytes }, { ...pdf, id: 'F2', size: mostFileBytes + 1 })).toMatchObject([
      { size: mostFileBytes },
      'too-large',
    ])
  })

  it.each([
    ['that Slack only links to', { mode: 'external', is_external: true, url_private: 'https://drive.example.com/1' }],
    ['that was deleted', { mode: 'tombstone' }],
    ['behind the limit of a free workspace', { mode: 'hidden_by_limit' }],
    ['of another company', { file_access: 'check_file_info' }],
    ['without an address', { url_private: undefined, url_private_download: undefined }],
    ['with an address that is none', { url_private: 'here', url_private_download: 'there' }],
  ])('is not told of one %s', (_, changes) => {
    expect(placesOf({ ...pdf, ...changes })).toEqual(['not-given'])
  })

  it('is not told of one of which Slack shows its id alone', () => {
    expect(placesOf({ id: 'F1', file_access: 'check_file_info' }, { id: 'F2', mode: 'tombstone' })).toEqual([
      'not-given',
      'not-given',
    ])
  })
})

describe('what is no file for us', () => {
  it('is one in a channel or among several people: there it is as if it were not', () => {
    for (const place of [
      { channel: 'C1', channel_type: 'channel' },
      { channel: 'G1', channel_type: 'mpim' },
    ]) {
      expect(decode({ ...message, ...place })).toEqual({ kind: 'ignored', why: 'without words' })
      expect(decode({ ...message, ...place, text: 'look' })).toMatchObject({
        kind: 'inbound',
        event: { body: { kind: 'message', text: 'look' } },
      })
    }
  })

  it.each([
    ['no list', 7],
    ['a list of none', [7, null, {}]],
    ['nothing', []],
  ])('is %s', (_, files) => {
    expect(decode({ ...message, files })).toEqual({ kind: 'ignored', why: 'without words' })
    expect(decode({ ...message, files, text: 'hi' })).toMatchObject({ kind: 'inbound' })
  })
})

it('every file that Slack was seen to send would be taken in the direct chat', () => {
  const shared = [
    ...samplesOf('bare_events').map(({ json }) => Object(json)),
    ...samplesOf('events_message').map(({ json }) => Object(json).event),
  ].filter(event => event?.ts !== undefined && Array.isArray(event.files))
  expect(shared.length).toBeGreaterThan(5)
  for (const event of shared) {
    const [file] = handed({ ...event, channel: 'D1', channel_type: 'im' }).files
    expect(file).toMatchObject({ name: event.files[0].name, at: { size: event.files[0].size } })
    const body = { kind: 'file', name: 'f', file: { kept: false, why: 'not-given' } }
    expect(inboundEventSchema.safeParse({ ...file?.event, body }).error).toBeUndefined()
  }
})
