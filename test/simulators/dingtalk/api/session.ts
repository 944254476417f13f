import { z } from 'zod'
import type { Person, Place } from '../company.ts'
import { putByBot } from '../posting.ts'
import type { Side } from '../side.ts'
import { type Method, method, mistaken, refused } from './method.ts'

const mostBytes = 20_000
const words = z.string().min(1)
const common = {
  session: z.string(),
  at: z
    .strictObject({
      atUserIds: z.array(z.string()).optional(),
      atMobiles: z.array(z.string()).optional(),
      isAtAll: z.boolean().optional(),
    })
    .optional(),
}
const link = z.strictObject({
  title: words,
  text: words.optional(),
  messageUrl: z.url(),
  picUrl: z.string().optional(),
})

const sent = z.discriminatedUnion('msgtype', [
  z.strictObject({ ...common, msgtype: z.literal('text'), text: z.strictObject({ content: words }) }),
  z.strictObject({
    ...common,
    msgtype: z.literal('markdown'),
    markdown: z.strictObject({ title: words, text: words }),
  }),
  z.strictObject({ ...common, msgtype: z.literal('link'), link }),
])

type Sent = z.infer<typeof sent>

/** A reply on the address that came with what somebody said: free, but nobody can take it back. */
const sendBySession = method({
  takes: sent,
  token: 'none',
  run(given, side, { body }) {
    const place = side.sessions.placeOf(given.session)
    if (place === null || !place.members.has(side.company.bot.dingtalkId)) return refused('noSession')
    if (body.length > mostBytes) return mistaken(`The message has more than ${mostBytes} bytes`)
    const shown = contentOf(given)
    putByBot(side, place, { kind: given.msgtype, ...shown, mentions: rung(side, place, shown.text, given.at) })
    return { answer: {} }
  },
})

function contentOf(given: Sent): { readonly title: string; readonly text: string } {
  switch (given.msgtype) {
    case 'text':
      return { title: '', text: given.text.content }
    case 'markdown':
      return given.markdown
    case 'link':
      return { title: given.link.title, text: given.link.text ?? given.link.messageUrl }
  }
}

/** Only people who are there are rung, and only where the text names them. */
function rung({ company }: Side, { kind, members }: Place, text: string, at: Sent['at']): readonly string[] {
  if (kind === 'direct' || at === undefined) return []
  const { atUserIds = [], atMobiles = [], isAtAll = false } = at
  const there = [...members].flatMap(id => company.people.get(id) ?? [])
  const isNamed = ({ staffId, mobile }: Person) =>
    (atUserIds.includes(staffId) && text.includes(`@${staffId}`)) ||
    (atMobiles.includes(mobile) && text.includes(`@${mobile}`))
  return [...there.filter(isNamed).map(({ staffId }) => staffId), ...(isAtAll ? ['all'] : [])]
}

export const sessionMethods: Readonly<Record<string, Method>> = { 'POST /robot/sendBySession': sendBySession }
