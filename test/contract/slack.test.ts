import { createHash } from 'node:crypto'
import { z } from 'zod'
import { createSlackAdapter } from '../../adapters/slack/index.ts'
import type { SlackPayload } from '../../adapters/slack/render/render.ts'
import { bareParts } from '../adapters/parts.ts'
import { openSlackSimulator, type SlackSimulator } from '../simulators/slack/index.ts'
import { adapterContract, type Door } from './adapter-contract.ts'
import { drawnPictures, keptFiles } from './samples.ts'

const [GROUP, LI, WANG] = ['C0SALES', 'U0LI', 'U0WANG'] as const

const image = z.object({ type: z.literal('image'), slack_file: z.object({ id: z.string() }) })

/** A message has no id of its own but its place and time: the same id is the same moment. */
function tsFor(eventId: string): string {
  const digits = createHash('sha256').update(eventId).digest().readUInt32BE()
  return `1795000000.${String(digits % 1_000_000).padStart(6, '0')}`
}

function doorOf(slack: SlackSimulator): Door {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const event = (text: string, eventId: string) =>
    slack.eventBody({
      ...{ type: 'message', channel: GROUP, channel_type: 'channel', user: LI, team: slack.teamId },
      ...{ text: escaped(text), ts: tsFor(eventId), event_ts: tsFor(eventId) },
    })
  const hello = () => event('hello', 'contract-hello')
  const now = () => Math.floor(Date.now() / 1000)
  const signed = slack.signedRequest
  const changed = (header: string, value: string) => {
    const request = signed('event', hello())
    request.headers.set(header, value)
    return request
  }
  return {
    message: ({ text, eventId }) => signed('event', event(text, eventId)),
    raw: body => new Request(signed('event', hello()), { method: 'POST', body }),
    refused: {
      'a forged signature': () => signed('event', hello(), { secret: 'another secret' }),
      'a signature of nothing': () => changed('x-slack-signature', ''),
      'a stale request': () => signed('event', hello(), { at: now() - 301 }),
      'a request from the future': () => signed('event', hello(), { at: now() + 301 }),
      'a time that is none': () => changed('x-slack-request-timestamp', 'yesterday'),
      'another body than was signed': () => new Request(signed('event', hello()), { method: 'POST', body: '{}' }),
      'another method': () => new Request('http://bellwether/slack/events'),
      'a body that is far too large': () =>
        new Request('http://bellwether/slack/events', { method: 'POST', body: 'x'.repeat(2_000_000) }),
    },
  }
}

adapterContract<SlackPayload>({
  name: 'Slack',
  async make() {
    const slack = await openSlackSimulator({ pace: 'off' })
    for (const [id, name] of [
      [LI, 'Li'],
      [WANG, 'Wang'],
    ] as const)
      await slack.addUser({ id, name })
    await slack.addChannel({ id: GROUP, name: 'sales', members: [LI, WANG, slack.bot.userId] })
    const adapter = createSlackAdapter(
      {
        botToken: slack.botToken,
        door: { mode: 'http', secret: slack.signingSecret },
        prefix: null,
        apiUrl: slack.apiUrl,
      },
      bareParts({ files: keptFiles, pictures: drawnPictures }),
    )
    const words = (one: { readonly text: string; readonly blocks: SlackPayload['blocks'] }) =>
      slack.visibleText(JSON.parse(JSON.stringify({ text: one.text, blocks: one.blocks })))
    return {
      adapter,
      group: GROUP,
      li: LI,
      wang: WANG,
      async seenBy(viewer, place) {
        const seen = place === 'group' ? slack.messages(GROUP, { as: viewer }) : slack.directMessages(viewer)
        return seen.map(one => slack.visibleText(one).text)
      },
      async picturesSeenBy(viewer, place) {
        const seen = place === 'group' ? slack.messages(GROUP, { as: viewer }) : slack.directMessages(viewer)
        const ids = seen.flatMap(({ blocks }) =>
          blocks.flatMap(block => image.safeParse(block).data?.slack_file.id ?? []),
        )
        return ids.map(id => slack.file(id).content)
      },
      async filesSeenBy(viewer, place) {
        const seen = place === 'group' ? slack.messages(GROUP, { as: viewer }) : slack.directMessages(viewer)
        return seen.flatMap(({ files }) => files.map(({ name, content }) => ({ name, bytes: content })))
      },
      read: words,
      door: doorOf(slack),
      [Symbol.asyncDispose]: () => slack.close(),
    }
  },
})
