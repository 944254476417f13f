import type { Json } from '../shared/json.ts'
import type { Side } from './side.ts'
import { openModal, type StoredView } from './views.ts'
import { type Block, type Channel, channelOf, directChannel, type Message } from './workspace.ts'

/** A message as people see it. */
export interface SeenMessage {
  readonly ts: string
  readonly channel: string
  readonly threadTs: string | null
  readonly user: string
  readonly fromBot: boolean
  readonly text: string
  readonly blocks: readonly Block[]
  readonly edited: boolean
  readonly ephemeral: boolean
  readonly metadata: Json | null
  readonly files: readonly SeenFile[]
  readonly reactions: readonly string[]
}

export interface SeenFile {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly content: Uint8Array
}

export interface SeenView {
  readonly id: string
  readonly title: string
  readonly callbackId: string
  readonly privateMetadata: string
  readonly blocks: readonly Block[]
}

/** What people see; nothing here is a call of the app. */
export function seeing(side: Side) {
  const { workspace } = side

  function messagesIn(channel: Channel, as: string | undefined): readonly SeenMessage[] {
    const theirs = ({ onlyFor }: Message) => onlyFor === undefined || onlyFor === as
    return channel.messages.filter(theirs).map(seen)
  }

  function seen(message: Message): SeenMessage {
    const { ts, channel, user, text, blocks, files } = message
    return {
      ts,
      channel,
      threadTs: message.threadTs ?? null,
      user,
      fromBot: message.botId !== undefined,
      text,
      blocks,
      edited: message.edited !== undefined,
      ephemeral: message.onlyFor !== undefined,
      metadata: message.metadata ?? null,
      files: files.map(file),
      reactions: [...message.reactions],
    }
  }

  function file(id: string): SeenFile {
    const stored = workspace.files.get(id)
    if (stored === undefined || stored.content === null) throw new Error(`There is no file ${id}`)
    return { id, name: stored.name, title: stored.title, content: stored.content }
  }

  return {
    /** Oldest first, threads among them; whispers only with `as`. */
    messages(channel: string, { as }: { readonly as?: string } = {}): readonly SeenMessage[] {
      return messagesIn(channelOf(workspace, channel), as)
    },
    directMessages: (user: string) => messagesIn(directChannel(workspace, user), user),
    /** The id of a person's direct channel with the bot. */
    direct: (user: string) => directChannel(workspace, user).id,
    home: (user: string) => viewSeen(side.views.homes.get(user)),
    /** The modal that lies on top now. */
    openView: (user: string) => viewSeen(openModal(side.views, user)),
    file,
  }
}

function viewSeen(view: StoredView | undefined): SeenView | null {
  if (view === undefined) return null
  const { id, definition, blocks } = view
  const { title, callback_id, private_metadata } = definition
  const words = typeof title === 'object' && title !== null && 'text' in title ? String(title.text) : ''
  return {
    id,
    title: words,
    callbackId: String(callback_id ?? ''),
    privateMetadata: String(private_metadata ?? ''),
    blocks,
  }
}
