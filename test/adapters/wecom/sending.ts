import { createAppLane } from '../../../adapters/wecom/app/lane.ts'
import { createClient } from '../../../adapters/wecom/client.ts'
import { render, type WeComPayload } from '../../../adapters/wecom/render/render.ts'
import { createSender } from '../../../adapters/wecom/send/sender.ts'
import { createWebhookLane } from '../../../adapters/wecom/webhook/lane.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import { text } from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import type { Address, Lane, Progress, Receipt, Sought } from '../../../src/platform/adapter.ts'
import type { KeptFile } from '../../../src/platform/files.ts'
import type { JsonValue } from '../../../src/platform/memory.ts'
import type { Picture } from '../../../src/platform/pictures.ts'
import { createFacts } from './facts.ts'
import { openListening, until } from './open-bot.ts'
import { accountOf } from './reading-payloads.ts'

export const sales: Address = { kind: 'group', channelId: 'wrSALEs' }
export const li: Address = { kind: 'direct', accountId: 'li' }

/** Such bytes as a picture begins with, and then some. */
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)])
export const chart: Picture = { bytes: png, filename: 'chart.png', type: 'image/png' }

export interface SaidOptions {
  readonly lane?: Lane
  readonly key?: string
  readonly after?: Receipt
  /** In place of what is kept by the key. */
  readonly progress?: Progress
}

/** Where lanes are wanted that speak in one company, by the real clients. */
export interface Lanes {
  readonly webhook?: boolean
  readonly app?: boolean
  readonly appHears?: boolean
}

/** The real lanes and the sender over them. */
export async function openSender({ webhook = true, app = true, appHears = true }: Lanes = {}) {
  const opened = await openListening()
  const { wecom, lane: bot, heard, meter } = opened
  const { apiUrl, corpId } = wecom
  const key = wecom.addWebhook('wrSALEs')
  const warnings: string[] = []
  const pictures = new Map<string, Picture>()
  const files = new Map<string, KeptFile>()
  const client = createClient({ corpId, secret: wecom.app.secret, apiUrl, clock: systemClock })
  const { memory } = createFacts()
  const courses = new Map<string, JsonValue>()
  const startSender = () =>
    createSender({
      bot,
      webhooks: webhook ? createWebhookLane({ webhooks: [{ group: 'wrSALEs', key }], apiUrl, memory }) : null,
      app: app ? createAppLane({ client, agentId: wecom.app.agentId, clock: systemClock }) : null,
      appHears,
      meter,
      pictures: async ref => pictures.get(ref) ?? null,
      files: async ref => files.get(ref) ?? null,
      log: createLog('warn', { write: line => warnings.push(line) }),
      clock: systemClock,
    })
  let sender = startSender()
  let keys = 0

  const newKey = () => `00000000-0000-4000-8000-${String(keys++).padStart(12, '0')}:0`
  const draw = (address: Address, blocks: readonly (Block | null)[]): WeComPayload =>
    render({ lang: 'zh', blocks: blocks.filter(block => block !== null) }, address.kind, accountOf)

  /** As the outbox keeps it with the delivery. */
  const progressOf = (own: string): Progress => ({
    kept: courses.get(own) ?? null,
    keep: async value => void courses.set(own, JSON.parse(JSON.stringify(value))),
  })

  /** Somebody has spoken to the bot there, and was answered. */
  async function talked(address: Address): Promise<void> {
    const before = heard.length
    if (address.kind === 'group') await wecom.says('wang', 'wrSALEs', '@领头羊 你好')
    else await wecom.tellsBot(address.accountId, '你好')
    await until(() => heard.length > before)
  }

  function say(address: Address, blocks: readonly (Block | null)[] | string, options: SaidOptions = {}) {
    const payload = draw(address, typeof blocks === 'string' ? [text(blocks)] : blocks)
    const { lane = 'digest', key: own = newKey(), after, progress = progressOf(own) } = options
    return sender.send({ address, payload, lane, key: own, progress, ...(after && { after }) })
  }

  /** What we said, as `via kind words`. */
  function seen(address: Address): readonly string[] {
    const all = address.kind === 'group' ? wecom.messages(address.channelId) : wecom.directMessages(address.accountId)
    return all
      .filter(({ via }) => via !== 'person')
      .map(({ via, kind, visible }) => `${via} ${kind} ${visible.text.replaceAll('\n', '/')}`.trim())
  }

  return {
    ...opened,
    /** Another process goes on, with what was kept. */
    restart() {
      sender = startSender()
    },
    sender: { find: (it: Sought) => sender.find(it), recall: (it: Receipt) => sender.recall(it) },
    ...{ say, seen, talked, newKey, pictures, files, warnings },
  }
}
