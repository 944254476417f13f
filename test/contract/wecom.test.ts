import { createHash } from 'node:crypto'
import { createWeComAdapter } from '../../adapters/wecom/index.ts'
import type { LaneName } from '../../adapters/wecom/lanes/lane.ts'
import type { WeComPayload } from '../../adapters/wecom/render/render.ts'
import { bareParts } from '../adapters/parts.ts'
import { until } from '../e2e/until.ts'
import { openWeComSimulator, type WeComSimulator } from '../simulators/wecom/index.ts'
import { visibleText } from '../simulators/wecom/visible.ts'
import { adapterContract, type Door } from './adapter-contract.ts'
import { deaf } from './deaf-house.ts'
import { drawnPictures, keptFiles } from './samples.ts'

const [GROUP, LI, WANG] = ['wrSALES', 'li', 'wang'] as const

async function openCompany() {
  const wecom = await openWeComSimulator({ pace: 'off' })
  for (const [userId, name] of [
    [LI, 'Li'],
    [WANG, 'Wang'],
  ] as const)
    wecom.addPerson({ userId, name })
  wecom.addGroup({ chatId: GROUP, name: 'sales', members: [LI, WANG] })
  return wecom
}

/** What people read of a payload over a lane; a sign's full-width twin is that sign to them. */
const readOver = (lane: LaneName) => (payload: WeComPayload) => {
  const kind = lane === 'webhook' ? payload.webhookFormat : 'markdown'
  const pictures = payload.pictures.map(({ alt }) => alt)
  const read = visibleText({ text: [...payload.whole[lane], ...pictures].join('\n'), via: lane, kind })
  return { ...read, text: read.text.normalize('NFKC') }
}

const common = (wecom: WeComSimulator) => ({
  group: GROUP,
  li: LI,
  wang: WANG,
  async seenBy(viewer: string, place: 'group' | 'direct') {
    const seen = place === 'group' ? wecom.messages(GROUP) : wecom.directMessages(viewer)
    return seen.map(one => one.visible.text.normalize('NFKC'))
  },
  async picturesSeenBy(viewer: string, place: 'group' | 'direct') {
    const seen = place === 'group' ? wecom.messages(GROUP) : wecom.directMessages(viewer)
    return seen.flatMap(({ kind, media }) => (kind === 'image' && media !== null ? [wecom.media(media)] : []))
  },
  async filesSeenBy(viewer: string, place: 'group' | 'direct') {
    const seen = place === 'group' ? wecom.messages(GROUP) : wecom.directMessages(viewer)
    return seen.flatMap(({ kind, visible, media }) =>
      kind === 'file' && media !== null ? [{ name: visible.text, bytes: wecom.media(media) }] : [],
    )
  },
})

function doorOf(wecom: WeComSimulator): Door {
  const msgId = (eventId: string) => String(createHash('sha256').update(eventId).digest().readUInt32BE())
  const said = (text: string, eventId: string) =>
    wecom.appXml(LI, { MsgType: 'text', Content: text, MsgId: msgId(eventId) })
  const hello = () => said('hello', 'contract-hello')
  const now = () => Math.floor(Date.now() / 1_000)
  const signed = wecom.callbackRequest
  return {
    message: ({ text, eventId }) => signed(said(text, eventId)),
    raw: body => new Request(signed(hello()), { method: 'POST', body }),
    refused: {
      'a call that another token signed': () => signed(hello(), { token: 'anotherToken' }),
      'a stale call': () => signed(hello(), { at: now() - 3_600 }),
      'a call from the future': () => signed(hello(), { at: now() + 3_600 }),
      'a call for another company': () => signed(hello(), { corpId: 'wwsomebodyelse' }),
      'another body than was signed': () => new Request(signed(hello()), { method: 'POST', body: '<xml></xml>' }),
      'a body that declares entities': () =>
        new Request(signed(hello()), { method: 'POST', body: '<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>' }),
      'a body that is far too large': () =>
        new Request(signed(hello()), { method: 'POST', body: 'x'.repeat(2_000_000) }),
    },
  }
}

adapterContract<WeComPayload>({
  name: 'WeCom by webhook and app',
  async make() {
    const wecom = await openCompany()
    const webhooks = [{ group: GROUP, key: wecom.addWebhook(GROUP) }]
    const app = { ...wecom.app, corpId: wecom.corpId }
    const adapter = createWeComAdapter(
      { bot: null, webhooks, app, apiUrl: wecom.apiUrl },
      bareParts({ files: keptFiles, pictures: drawnPictures }),
    )
    return {
      ...common(wecom),
      adapter,
      read: readOver('webhook'),
      door: doorOf(wecom),
      [Symbol.asyncDispose]: () => wecom.close(),
    }
  },
})

adapterContract<WeComPayload>({
  name: 'WeCom by its bot',
  async make() {
    const wecom = await openCompany()
    const bot = { ...wecom.bot, wsUrl: wecom.wsUrl }
    const adapter = createWeComAdapter(
      { bot, webhooks: [], app: null, apiUrl: wecom.apiUrl },
      bareParts({ files: keptFiles, pictures: drawnPictures }),
    )
    const stop = new AbortController()
    const heard: string[] = []
    const intake = async ({ eventId }: { readonly eventId: string }) => void heard.push(eventId)
    const listening = adapter.listen?.({ ...deaf, intake }, stop.signal)
    await until(() => wecom.subscribed, 'the bot connects')
    // It may only speak where somebody has spoken to it.
    await wecom.says(LI, GROUP, '@领头羊 hello', { waitMs: 0 })
    for (const person of [LI, WANG]) await wecom.tellsBot(person, 'hello', { waitMs: 0 })
    await until(() => heard.length === 3, 'it has heard them')
    return {
      ...common(wecom),
      adapter,
      read: readOver('bot'),
      async [Symbol.asyncDispose]() {
        stop.abort()
        await listening
        await wecom.close()
      },
    }
  },
})
