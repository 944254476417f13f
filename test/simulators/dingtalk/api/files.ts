import { z } from 'zod'
import { type Method, method, mistaken, refused } from './method.ts'

const megabyte = 1_048_576
const mostBytes = { image: 20 * megabyte, voice: 2 * megabyte, video: 20 * megabyte, file: 20 * megabyte } as const
/** Where what people sent is downloaded: not one of the APIs. */
export const storagePath = '/download'
/** What may be uploaded to be sent as a file. */
const fileEndings = /\.(?:docx?|xlsx?|pptx?|zip|pdf|rar)$/i
const file = z.strictObject({ name: z.string(), type: z.string(), content: z.instanceof(Uint8Array) })

const upload = method({
  takes: z.strictObject({ type: z.enum(['image', 'voice', 'video', 'file']), media: file }),
  metered: true,
  run({ type, media }, side) {
    if (media.content.length === 0) return mistaken('The file is empty')
    if (media.content.length > mostBytes[type]) return mistaken(`A ${type} has more than ${mostBytes[type]} bytes`)
    if (type === 'file' && !fileEndings.test(media.name))
      return mistaken(`${media.name} is no file that DingTalk takes`)
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
  run({ downloadCode, robotCode }, { company, settings, origin, newId }) {
    if (robotCode !== settings.clientId) return mistaken(`There is no robot ${robotCode}`)
    const found = company.downloads.get(downloadCode)
    if (found === undefined) return refused('unknown', 'The downloadCode is wrong or has expired')
    const signature = newId('signature')
    company.lent.set(signature, found)
    return { answer: { downloadUrl: `${origin}${storagePath}?signature=${encodeURIComponent(signature)}` } }
  },
})

/** The storage is not the API: whoever shows it a token gives that away. */
const downloaded = method({
  takes: z.strictObject({ signature: z.string() }),
  token: 'none',
  run({ signature }, { company }, { headers }) {
    if ('x-acs-dingtalk-access-token' in headers || 'authorization' in headers)
      return mistaken('A token was given away')
    const found = company.lent.get(signature)
    if (found === undefined) return mistaken('This address was never lent, or was used before')
    company.lent.delete(signature)
    return { reply: { kind: 'answer', status: 200, headers: { 'content-type': found.type }, body: found.content } }
  },
})

export const fileMethods: Readonly<Record<string, Method>> = {
  'POST /media/upload': upload,
  'POST /v1.0/robot/messageFiles/download': download,
  [`GET ${storagePath}`]: downloaded,
}
