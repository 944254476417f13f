/** Somebody whom a visitor of the Room can be. */
export interface RoomUser {
  readonly id: string
  readonly name: string
}

/** A group chat of the Room. */
export interface RoomChannel {
  readonly id: string
  readonly name: string
}

export interface NewRoomMessage {
  /** A group's id, or `dm:<user>`. */
  readonly channel: string
  /** A user's id, or `bot`. */
  readonly from: string
  /** Only this user sees it. */
  readonly to: string | null
  readonly at: Date
  /** The plain rendering. */
  readonly text: string
  /** JSON of the `Content`; null for what a person said. */
  readonly content: unknown
  /** The same key twice is the same message. */
  readonly key: string
}

export interface RoomMessage extends NewRoomMessage {
  readonly id: string
  /** Grows with each revision. */
  readonly revision: number
  readonly recalled: boolean
  /** Where it stands among all that was said and revised: a reader's cursor, as digits. */
  readonly change: string
}

interface HistoryQuery {
  readonly channel: string
  /** A cursor that an earlier answer gave; without it the latest messages are answered. */
  readonly after?: string
  /** Whispers to others are left out. Without a viewer all are there, as an operator or a test wants it. */
  readonly viewer?: string
}

interface History {
  /** In the order in which they were said or last revised. */
  readonly messages: readonly RoomMessage[]
  /** Pass it as `after` to be told only what is new or was revised since. */
  readonly cursor: string
}

/** What the Room needs from whoever keeps its messages. */
export interface RoomMessages {
  users(): Promise<readonly RoomUser[]>
  channels(): Promise<readonly RoomChannel[]>
  /** Durable when resolved. Of a repeated key nothing is written, and the message that is there is answered. */
  append(message: NewRoomMessage): Promise<RoomMessage>
  /** Shows a message that is written down nowhere: it is there for as long as this process runs. */
  show(message: NewRoomMessage): Promise<RoomMessage>
  find(id: string): Promise<RoomMessage | null>
  /** False when there is no such message, or it was recalled. The same words again are no revision. */
  revise(id: string, words: { readonly text: string; readonly content: unknown }): Promise<boolean>
  /** Its place stays, its words are gone. False when there is no such message. */
  recall(id: string): Promise<boolean>
  /** The same, by what names it; whether it was there is not told. */
  recallKeyed(where: Pick<RoomMessage, 'channel' | 'key'>): Promise<void>
  history(query: HistoryQuery): Promise<History>
  /** Calls back after each message, revision and recall of this process; answers how to stop that. */
  subscribe(listener: (message: RoomMessage) => void): () => void
}

export const BOT = 'bot'

/** The key of what a person said. */
export function saidKey(eventId: string): string {
  return `event:${eventId}`
}

export function isDirect(channel: string): boolean {
  return channel.startsWith('dm:')
}

export function directChannel(user: string): string {
  return `dm:${user}`
}

/** A whisper is for its reader, a direct chat for its person; everything else is for all. */
export function isVisibleTo(message: Pick<RoomMessage, 'channel' | 'to' | 'from'>, viewer: string): boolean {
  if (isDirect(message.channel)) return message.channel === directChannel(viewer)
  return message.to === null || message.to === viewer || message.from === viewer
}
