import { existing } from '../shared/existing.ts'
import type { Json } from '../shared/json.ts'

export interface Person {
  readonly userId: string
  readonly name: string
  readonly mobile: string
  readonly position: string
  readonly departments: readonly number[]
  readonly active: boolean
  /** Whether the app may see them and write to them. */
  readonly visible: boolean
}

export interface Department {
  readonly id: number
  readonly name: string
  readonly parent: number
}

/** By which way something was said: by a person, the AI bot's connection, a group's webhook or the app. */
export type Via = 'person' | 'bot' | 'webhook' | 'app'

export interface Place {
  /** The chat id of a group; for a direct chat the person's user id. */
  readonly id: string
  readonly kind: 'group' | 'bot' | 'app'
  readonly name: string
  readonly members: Set<string>
  hasBot: boolean
  /** Somebody has spoken to the bot here: only then may it speak first. */
  contacted: boolean
  /** Oldest first. */
  readonly messages: Message[]
}

export interface Message {
  readonly id: string
  readonly via: Via
  /** The user id; empty when no person said it. */
  readonly author: string
  readonly at: Date
  /** In which order it was said, wherever: many may be said at the same time. */
  readonly nth: number
  /** Its msgtype. */
  readonly kind: string
  text: string
  /** Whom it rings beside those whom the text names: user ids, and `@all`. */
  readonly mentions: readonly string[]
  /** Addresses that are fields of their own. */
  readonly links: readonly string[]
  /** The media id of a picture or file. */
  readonly media: string | null
  readonly card: Card | null
  /** A reply that is still being written. */
  streaming: boolean
  recalled: boolean
  revised: boolean
}

/** A card may look different for each person after it was updated. */
export interface Card {
  readonly taskId: string | null
  shown: Json
  readonly shownTo: Map<string, Json>
  /** People whose buttons were replaced by these words. */
  readonly replaced: Map<string, string>
}

export interface StoredFile {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
  /** Media belong to whom they were uploaded by: `bot`, `app` or a webhook's key. */
  readonly owner: string
  readonly at: Date
}

export interface Corp {
  /** By user id. */
  readonly people: Map<string, Person>
  readonly departments: Map<number, Department>
  /** By chat id. */
  readonly groups: Map<string, Place>
  /** By user id. */
  readonly botChats: Map<string, Place>
  readonly appChats: Map<string, Place>
  /** The group of each webhook, by its key. */
  readonly webhooks: Map<string, Place>
  readonly media: Map<string, StoredFile>
  /** How many messages there were so far. */
  said: number
  /** Task ids that were used, of the bot and of the app. */
  readonly taskIds: Set<string>
}

export function createCorp(name: string): Corp {
  return {
    people: new Map(),
    departments: new Map([[1, { id: 1, name, parent: 0 }]]),
    groups: new Map(),
    botChats: new Map(),
    appChats: new Map(),
    webhooks: new Map(),
    media: new Map(),
    said: 0,
    taskIds: new Set(),
  }
}

export function createPerson(given: Partial<Person> & Pick<Person, 'userId'>): Person {
  const usual = { name: given.userId, mobile: '', position: '', departments: [1], active: true, visible: true }
  return { ...usual, ...given }
}

export function personOf({ people }: Corp, id: string): Person {
  return existing(people.get(id), `nobody ${id} in this company`)
}

export function groupOf({ groups }: Corp, id: string): Place {
  return existing(groups.get(id), `no group ${id} in this company`)
}

/** A person's chat with the bot or with the app, opened when there is none. */
export function chatOf(corp: Corp, kind: 'bot' | 'app', userId: string): Place {
  const chats = kind === 'bot' ? corp.botChats : corp.appChats
  const known = chats.get(userId)
  if (known !== undefined) return known
  const { name } = personOf(corp, userId)
  const members = new Set([userId])
  const opened: Place = { id: userId, kind, name, members, hasBot: kind === 'bot', contacted: false, messages: [] }
  chats.set(userId, opened)
  return opened
}
