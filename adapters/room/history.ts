import { z } from 'zod'
import type { PictureSize, PictureSizes } from '../../src/platform/pictures.ts'
import { createDirectory } from './directory.ts'
import { directChannel, isDirect, type RoomMessage, type RoomMessages } from './messages.ts'
import { Refusal } from './refusal.ts'

const query = z.object({
  channel: z.string().min(1).max(200),
  after: z
    .string()
    .regex(/^\d{1,18}$/, 'not a cursor')
    .optional(),
  viewer: z.string().min(1).max(200).optional(),
})

/** A message as readers of the Room get it. */
export interface RoomMessageView {
  readonly id: string
  readonly from: string
  readonly to?: string
  readonly at: string
  readonly text: string
  readonly content: unknown
  /** Of its pictures, by their names, where it is known: their places are kept free until they have come. */
  readonly sizes?: Readonly<Record<string, PictureSize>>
  readonly revision: number
  readonly recalled: boolean
}

/** What was recalled keeps its place and nothing else. */
function viewOf(message: RoomMessage, known: ReadonlyMap<string, PictureSize>): RoomMessageView {
  const { id, from, to, at, text, content, revision, recalled } = message
  const sizes = picturesIn(message).flatMap(ref => {
    const size = known.get(ref)
    return size === undefined ? [] : [[ref, size] as const]
  })
  const seen = sizes.length === 0 ? {} : { sizes: Object.fromEntries(sizes) }
  const words = recalled ? { text: '', content: null } : { text, content, ...seen }
  return { id, from, ...(to !== null && { to }), at: at.toISOString(), ...words, revision, recalled }
}

const withPictures = z.object({ blocks: z.array(z.looseObject({ b: z.string() })) })
const picture = z.object({ b: z.literal('image'), ref: z.string() })

function picturesIn({ content }: Pick<RoomMessage, 'content'>): readonly string[] {
  const blocks = withPictures.safeParse(content).data?.blocks ?? []
  return blocks.flatMap(block => picture.safeParse(block).data?.ref ?? [])
}

/** `GET …/messages?channel=&after=&viewer=`. A direct chat shows nothing to a viewer other than its person. */
export function createHistory(messages: RoomMessages, sizesOf: PictureSizes): (request: Request) => Promise<Response> {
  const directory = createDirectory(messages)

  async function read(request: Request): Promise<Response> {
    const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success) throw new Refusal('malformed', asked.error.issues.map(issue => issue.message).join('; '))
    const { channel, after, viewer } = asked.data
    const known = isDirect(channel)
      ? await directory.user(channel.slice(directChannel('').length))
      : await directory.channel(channel)
    if (known === null) throw new Refusal('unknown-channel', 'There is no such channel')
    if (viewer !== undefined && (await directory.user(viewer)) === null)
      throw new Refusal('unknown-member', 'There is no such member')
    const history = await messages.history({
      channel,
      ...(after !== undefined && { after }),
      ...(viewer !== undefined && { viewer }),
    })
    const refs = [...new Set(history.messages.filter(({ recalled }) => !recalled).flatMap(picturesIn))]
    const sizes = refs.length === 0 ? new Map() : await sizesOf(refs)
    return Response.json({ messages: history.messages.map(message => viewOf(message, sizes)), cursor: history.cursor })
  }

  return async request => {
    try {
      return await read(request)
    } catch (error) {
      if (error instanceof Refusal) return error.response
      throw error
    }
  }
}
