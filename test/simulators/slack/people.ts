import { randomUUID } from 'node:crypto'
import type { Json } from '../shared/json.ts'
import type { Delivery } from './link.ts'
import { change, put, remove } from './posting.ts'
import type { Side } from './side.ts'
import { asWritten } from './speech.ts'
import { tsAt } from './timestamps.ts'
import { tell } from './wire/event.ts'
import { messageEvent } from './wire/message.ts'
import { richText } from './wire/rich-text.ts'
import { viewObject } from './wire/view.ts'
import { type Channel, channelOf, directChannel, type Message, messageOf, userOf } from './workspace.ts'

export interface SayOptions {
  readonly threadTs?: string
  /** False: resolve at once, with nothing about the deliveries. */
  readonly wait?: boolean
}

export interface GivenFile {
  readonly name: string
  readonly content: Uint8Array
  /** What Slack says of it besides, or differently. */
  readonly seenAs?: Json
}

export interface Said {
  readonly channel: string
  readonly ts: string
  /** Of the `message` event and, when the bot is mentioned, of the `app_mention`. */
  readonly deliveries: readonly Delivery[]
}

/** What people say and do with messages; each resolves when the app has acknowledged it or Slack gave up. */
export function people(side: Side) {
  const { workspace } = side

  async function say(
    user: string,
    channel: Channel,
    typed: string,
    { files = [], ...options }: SayOptions & { readonly files?: readonly GivenFile[] },
  ): Promise<Said> {
    if (!channel.members.has(user)) throw new Error(`${user} is not in ${channel.id}`)
    const text = asWritten(typed, workspace)
    const place = options.threadTs === undefined ? {} : { threadTs: options.threadTs }
    const blocks = text === '' ? [] : [richText(text, side.newId('b'))]
    const shared = files.length === 0 ? {} : { subtype: 'file_share', files: files.map(file => store(user, file)) }
    const message = put(side, channel, { user, text, blocks, ...shared, ...place })
    const told = Promise.all(eventsOf(channel, message))
    const { ts } = message
    return { channel: channel.id, ts, deliveries: options.wait === false ? [] : await told }
  }

  function store(user: string, { content, ...file }: GivenFile): string {
    const id = side.newId('F')
    const there = { content, length: content.length, completed: true, readyAt: 0 }
    workspace.files.set(id, { id, user, title: file.name, ...file, ...there })
    return id
  }

  /** A mention is told twice, as a message and as a mention: two events about one thing. */
  function eventsOf(channel: Channel, message: Message): readonly Promise<Delivery>[] {
    if (!channel.members.has(workspace.bot.userId)) return []
    const event: Json = { client_msg_id: randomUUID(), ...messageEvent(message, channel, workspace) }
    const mentioned = channel.kind !== 'im' && message.text.includes(`<@${workspace.bot.userId}>`)
    if (!mentioned) return [tell(side, event, channel)]
    const { channel_type: _, ...mention } = event
    return [tell(side, event, channel), tell(side, { ...mention, type: 'app_mention' }, channel)]
  }

  function own(user: string, channel: Channel, ts: string): Message {
    const message = messageOf(channel, ts)
    if (message?.user !== user) throw new Error(`${user} has no message ${ts} in ${channel.id}`)
    return message
  }

  return {
    says(user: string, channel: string, text: string, options: SayOptions = {}): Promise<Said> {
      return say(userOf(workspace, user).id, channelOf(workspace, channel), text, options)
    },

    /** Says it in the direct channel. */
    tellsBot(user: string, text: string, options: SayOptions = {}): Promise<Said> {
      return say(user, directChannel(workspace, userOf(workspace, user).id), text, options)
    },

    /** Drops files into a channel, perhaps with words beside them. */
    sharesFiles(
      user: string,
      channel: string,
      files: readonly GivenFile[],
      { text = '', ...options }: SayOptions & { readonly text?: string } = {},
    ): Promise<Said> {
      return say(userOf(workspace, user).id, channelOf(workspace, channel), text, { ...options, files })
    },

    /** Drops files into the direct channel, perhaps with words beside them. */
    handsBot(
      user: string,
      files: readonly GivenFile[],
      { text = '', ...options }: SayOptions & { readonly text?: string } = {},
    ): Promise<Said> {
      return say(user, directChannel(workspace, userOf(workspace, user).id), text, { ...options, files })
    },

    edits(user: string, channelId: string, ts: string, typed: string): Promise<Delivery> {
      const channel = channelOf(workspace, channelId)
      const text = asWritten(typed, workspace)
      const blocks = [richText(text, side.newId('b'))]
      return change(side, channel, own(user, channel, ts), user, { text, blocks })
    },

    deletes(user: string, channelId: string, ts: string): Promise<Delivery> {
      const channel = channelOf(workspace, channelId)
      return remove(side, channel, own(user, channel, ts), user)
    },

    opensHome(user: string, tab: 'home' | 'messages' = 'home'): Promise<Delivery> {
      const channel = directChannel(workspace, userOf(workspace, user).id)
      const home = side.views.homes.get(user)
      const view = home === undefined ? {} : { view: viewObject(home, workspace) }
      return tell(side, {
        type: 'app_home_opened',
        user,
        channel: channel.id,
        tab,
        event_ts: tsAt(side.now()),
        ...view,
      })
    },
  }
}
