import { EventEmitter } from 'node:events'
import { createBatcher } from '../base/batch.ts'
import { newId } from '../base/ids.ts'
import { createUnwritten } from './room-unwritten.ts'
import type { Store } from './store.ts'
import type { Tx } from './transaction.ts'

/** A message as it lies in the table; `content` is JSON that is not ours to read. */
interface Message {
  readonly id: string
  readonly channel: string
  readonly from: string
  readonly to: string | null
  readonly at: Date
  readonly text: string
  readonly content: unknown
  readonly revision: number
  readonly recalled: boolean
  readonly change: string
  readonly key: string
}

type NewMessage = Omit<Message, 'id' | 'revision' | 'recalled' | 'change'>

const columns = `m.id, m.channel, m."from", m."to", m.at, m.text, m.content, m.revision, m.recalled, m.change::text AS change, m.key`

/**
 * Held by every writer from before it takes its place in `change` until after it has committed: so places become visible in
 * their order, and a reader who went on from its cursor never misses one that was committed late.
 */
const inTurn = `turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('RoomMessage.change')) AS taken)`

const nextPlace = `nextval(pg_get_serial_sequence('"RoomMessage"', 'change'))`

/** What is recalled keeps its place, as a mark that something stood there, and no word of it. */
const wordless = `text = '', content = NULL, recalled = true, revision = m.revision + 1, change = ${nextPlace}`

/** At most so many messages are answered at once; the cursor leads on. */
const PAGE = 1000

/** The Room's messages in our own tables. It is what the Room's adapter asks for as `RoomMessages`. */
export function createRoomMessages(store: Store) {
  const said = new EventEmitter<{ change: [Message] }>().setMaxListeners(0)
  const tell = (message: Message) => said.emit('change', message)
  const unwritten = createUnwritten<Message>()

  async function appendAll(messages: readonly NewMessage[]): Promise<Message[]> {
    const fresh = await insert(store, messages)
    const byKey = new Map(fresh.map(message => [message.key, message]))
    const repeated = messages.map(message => message.key).filter(key => !byKey.has(key))
    for (const message of await withKeys(store, repeated)) byKey.set(message.key, message)
    fresh.forEach(tell)
    return messages.map(({ key }) => {
      const message = byKey.get(key)
      if (!message) throw new Error('A message of the Room vanished while it was written')
      return message
    })
  }

  return {
    users: () => store.query<{ id: string; name: string }>('SELECT id, name FROM "RoomUser" ORDER BY position, id'),
    channels: () =>
      store.query<{ id: string; name: string }>('SELECT id, name FROM "RoomChannel" ORDER BY position, id'),

    append: createBatcher(appendAll, { max: 256 }),

    /** Shows it as others are shown, and keeps it in this process alone, until that ends. */
    async show(message: NewMessage): Promise<Message> {
      const shown = unwritten.find(({ key }) => key === message.key)
      if (shown) return shown
      const [place] = await store.query<{ change: string }>(
        `WITH ${inTurn} SELECT ${nextPlace}::text AS change FROM turn`,
      )
      if (!place) throw new Error('The Room has no place for a message')
      const fresh = { id: newId(message.at), ...message, revision: 1, recalled: false, change: place.change }
      unwritten.add(fresh)
      tell(fresh)
      return fresh
    },

    async find(id: string): Promise<Message | null> {
      const shown = unwritten.find(message => message.id === id)
      if (shown) return shown
      const [message] = await store.query<Message>(`SELECT ${columns} FROM "RoomMessage" m WHERE m.id = $1`, [id])
      return message ?? null
    },

    async revise(id: string, words: { readonly text: string; readonly content: unknown }): Promise<boolean> {
      const changed = await store.query<Message>(
        `WITH ${inTurn} UPDATE "RoomMessage" m
         SET text = $2, content = $3::jsonb, revision = m.revision + 1, change = ${nextPlace}
         FROM turn WHERE m.id = $1 AND NOT m.recalled AND (m.text, m.content) IS DISTINCT FROM ($2, $3::jsonb)
         RETURNING ${columns}`,
        [id, words.text, JSON.stringify(words.content)],
      )
      changed.forEach(tell)
      return changed.length > 0 || (await this.find(id))?.recalled === false
    },

    async recall(id: string): Promise<boolean> {
      const changed = await store.query<Message>(
        `WITH ${inTurn} UPDATE "RoomMessage" m SET ${wordless}
         FROM turn WHERE m.id = $1 AND NOT m.recalled RETURNING ${columns}`,
        [id],
      )
      changed.forEach(tell)
      return changed.length > 0 || (await this.find(id)) !== null
    },

    async recallKeyed({ channel, key }: Pick<Message, 'channel' | 'key'>): Promise<void> {
      const changed = await store.query<Message>(
        `WITH ${inTurn} UPDATE "RoomMessage" m SET ${wordless}
         FROM turn WHERE m.key = $1 AND m.channel = $2 AND NOT m.recalled RETURNING ${columns}`,
        [key, channel],
      )
      changed.forEach(tell)
    },

    async history({ channel, after, viewer }: { channel: string; after?: string; viewer?: string }) {
      const written = await page(store, channel, after, viewer)
      const messages = unwritten.among(written, { channel, after, isFull: written.length === PAGE })
      return { messages, cursor: messages.at(-1)?.change ?? after ?? '0' }
    },

    subscribe(listener: (message: Message) => void): () => void {
      said.on('change', listener)
      return () => said.off('change', listener)
    },
  }
}

/** Takes what a person said away, without a mark where it stood. */
export async function takeBackSaid(tx: Tx, eventId: string): Promise<void> {
  await tx.roomMessage.deleteMany({ where: { key: `event:${eventId}` } })
}

/** One statement, and so one commit, for all of them. Answers those whose keys were new. */
async function insert(store: Store, messages: readonly NewMessage[]): Promise<Message[]> {
  const rows = messages.map(message => ({ id: newId(message.at), ...message }))
  const [written] = await store.query<{ changes: Record<string, string> }>(
    `WITH ${inTurn}, written AS (
       INSERT INTO "RoomMessage" AS m (id, channel, "from", "to", at, text, content, key)
       SELECT r.id, r.channel, r."from", r."to", r.at, r.text, r.content, r.key
       FROM turn, ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id text, channel text, "from" text, "to" text, at timestamp,
         text text, content jsonb, key text)) WITH ORDINALITY AS r (id, channel, "from", "to", at, text, content, key, n)
       ORDER BY r.n ON CONFLICT (key) DO NOTHING RETURNING m.id, m.change)
     SELECT coalesce(json_object_agg(id, change::text), '{}') AS changes FROM written`,
    [JSON.stringify(rows)],
  )
  // What was just written need not be read back, row by row: that costs as much as writing it.
  return rows.flatMap(row => {
    const change = written?.changes[row.id]
    return change === undefined ? [] : [{ ...row, revision: 1, recalled: false, change }]
  })
}

async function withKeys(store: Store, keys: readonly string[]): Promise<Message[]> {
  if (keys.length === 0) return []
  return store.query<Message>(`SELECT ${columns} FROM "RoomMessage" m WHERE m.key = ANY($1)`, [keys])
}

/** What follows a cursor, or without one the latest page. */
async function page(store: Store, channel: string, after?: string, viewer?: string): Promise<Message[]> {
  const messages = await store.query<Message>(
    `SELECT ${columns} FROM "RoomMessage" m
     WHERE m.channel = $1 AND m.change > $2
       AND ($3::text IS NULL OR m.channel = 'dm:' || $3
         OR (m.channel NOT LIKE 'dm:%' AND (m."to" IS NULL OR m."to" = $3 OR m."from" = $3)))
     ORDER BY m.change ${after === undefined ? 'DESC' : 'ASC'} LIMIT ${PAGE}`,
    [channel, after ?? '0', viewer ?? null],
  )
  return after === undefined ? messages.reverse() : messages
}
