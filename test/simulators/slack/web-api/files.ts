import { z } from 'zod'
import { putByBot } from '../posting.ts'
import type { Side } from '../side.ts'
import { fileObject } from '../wire/message.ts'
import type { Channel, StoredFile } from '../workspace.ts'
import { count, nested, text, ts } from './arguments.ts'
import { type Method, method, type Refusal, refused } from './method.ts'
import { writableChannel } from './places.ts'

const needs = ['files:write']

const getUploadUrl = method({
  takes: z.strictObject({
    filename: text.min(1),
    length: count,
    alt_txt: text.optional(),
    snippet_type: text.optional(),
  }),
  rate: 4,
  needs,
  run({ filename: name, length }, { workspace, newId, origin }) {
    const id = newId('F')
    const user = workspace.bot.userId
    workspace.files.set(id, { id, user, name, length, title: name, content: null, completed: false, readyAt: 0 })
    return { ok: true, upload_url: `${origin}/upload/${id}`, file_id: id }
  },
})

const complete = method({
  takes: z.strictObject({
    files: nested(z.array(z.strictObject({ id: text, title: text.optional() })).min(1)),
    // No person's id: a direct chat is a channel too.
    channel_id: text.regex(/^[CGDZ]/).optional(),
    channels: text.optional(),
    thread_ts: ts.optional(),
    initial_comment: text.optional(),
  }),
  rate: 4,
  needs,
  run(given, side) {
    const files = uploaded(side, given.files)
    if ('error' in files) return files
    const channel = given.channel_id === undefined ? null : writableChannel(side, given.channel_id)
    if (channel !== null && 'error' in channel) return channel
    for (const { file, title } of files) {
      Object.assign(file, {
        title,
        completed: true,
        readyAt: side.settings.realNow() + side.settings.filesReadyAfterMs,
      })
    }
    if (channel !== null) share(side, channel, given)
    return { ok: true, files: files.map(({ file }) => fileObject(file, side.workspace)) }
  },
})

/** A file can be completed once. */
type Wanted = { readonly id: string; readonly title?: string | undefined }
type Uploaded = { readonly file: StoredFile; readonly title: string }

function uploaded({ workspace }: Side, wanted: readonly Wanted[]): readonly Uploaded[] | Refusal {
  const found = wanted.flatMap(({ id, title }) => {
    const file = workspace.files.get(id)
    return file === undefined || file.content === null || file.completed ? [] : { file, title: title ?? file.name }
  })
  return found.length === wanted.length ? found : refused('file_not_found')
}

interface Share {
  readonly files: readonly Wanted[]
  readonly initial_comment?: string | undefined
  readonly thread_ts?: string | undefined
}

function share(side: Side, channel: Channel, { files, initial_comment = '', thread_ts }: Share): void {
  const place = thread_ts === undefined ? {} : { threadTs: thread_ts }
  const shown = files.map(({ id }) => id)
  putByBot(side, channel, { text: initial_comment, subtype: 'file_share', files: shown, ...place })
}

const info = method({
  takes: z.strictObject({ file: text }),
  rate: 4,
  needs: ['files:read'],
  run({ file: id }, { workspace, settings }) {
    const file = workspace.files.get(id)
    if (file === undefined || !file.completed) return refused('file_not_found')
    const seen = fileObject(file, workspace)
    // A file has no type until it has been looked at, and cannot be shown in a block before.
    const mimetype = file.readyAt <= settings.realNow() ? `image/${String(seen['filetype'])}` : ''
    return { ok: true, file: { ...seen, mimetype } }
  },
})

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
  'files.info': info,
}
