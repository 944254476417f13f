import { z } from 'zod'
import { type Method, method, mistaken, refused } from './method.ts'

const megabyte = 1_048_576
const mostBytes = { image: 20 * megabyte, voice: 2 * megabyte, video: 20 * megabyte, file: 20 * megabyte } as const
const file = z.strictObject({ name: z.string(), type: z.string(), content: z.instanceof(Uint8Array) })

const upload = method({
  takes: z.strictObject({ type: z.enum(['image', 'voice', 'video', 'file']), media: file }),
  metered: true,
  run({ type, media }, side) {
    if (media.content.length === 0) return mistaken('The file is empty')
    if (media.content.length > mostBytes[type]) return mistaken(`A ${type} has more than ${mostBytes[type]} bytes`)
    const media_id = side.newId('@lAD')
    side.company.media.set(media_id, media)
    if (type === 'file') side.company.files.add(media_id)
    return { answer: { media_id, type, created_at: side.now().getTime() } }
  },
})

const download = method({
  takes: z.strictObject({ downloadCode: z.string(), robotCode: z.string() }),
  metered: true,
  needs: 'qyapi_robot_sendmsg',
  run({ downloadCode, robotCode }, { company, settings, origin }) {
    if (robotCode !== settings.clientId) return mistaken(`There is no robot ${robotCode}`)
    if (!company.downloads.has(downloadCode)) return refused('unknown', 'There is no such downloadCode')
    return { answer: { downloadUrl: `${origin}/download?code=${encodeURIComponent(downloadCode)}` } }
  },
})

const downloaded = method({
  takes: z.strictObject({ code: z.string() }),
  token: 'none',
  run({ code }, { company }) {
    const found = company.downloads.get(code)
    if (found === undefined) return refused('unknown', 'There is no such file')
    return { reply: { kind: 'answer', status: 200, headers: { 'content-type': found.type }, body: found.content } }
  },
})

export const fileMethods: Readonly<Record<string, Method>> = {
  'POST /media/upload': upload,
  'POST /v1.0/robot/messageFiles/download': download,
  'GET /download': downloaded,
}
