import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect } from 'vitest'
import { createCards } from '../../../adapters/dingtalk/cards/deliver.ts'
import { cardParams } from '../../../adapters/dingtalk/cards/params.ts'
import { createClient } from '../../../adapters/dingtalk/client.ts'
import { listenOnStream } from '../../../adapters/dingtalk/connection/stream.ts'
import { decodeRobot } from '../../../adapters/dingtalk/decode/robot.ts'
import { createQuota } from '../../../adapters/dingtalk/quota.ts'
import type { DingTalkPayload } from '../../../adapters/dingtalk/render/payload.ts'
import { render } from '../../../adapters/dingtalk/render/render.ts'
import { createHandOver } from '../../../adapters/dingtalk/send/files.ts'
import { createIllustrate } from '../../../adapters/dingtalk/send/pictures.ts'
import { createRobot } from '../../../adapters/dingtalk/send/robot.ts'
import { createSender } from '../../../adapters/dingtalk/send/send.ts'
import { createSessions } from '../../../adapters/dingtalk/send/sessions.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import { content, text } from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import type { Lane } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { KeptFile } from '../../../src/platform/files.ts'
import type { Picture } from '../../../src/platform/pictures.ts'
import { openDingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { DingTalkOptions } from '../../simulators/dingtalk/settings.ts'
import { createMemory } from '../parts.ts'

const open: (() => Promise<void>)[] = []

/** Closing a simulator fails the test that used it otherwise than DingTalk allows. */
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

interface SceneOptions extends DingTalkOptions {
  readonly pictures?: ReadonlyMap<string, Picture>
  readonly files?: ReadonlyMap<string, KeptFile>
  readonly answerWithinMs?: number
  readonly templateId?: string
}

const secret = 'a client secret of the test'

/** The group cidSales with Li, Wang and the robot in it, and all that sends to it over the real client. */
export async function openSending(options: SceneOptions = {}) {
  const { pictures = new Map(), files = new Map(), answerWithinMs = 5_000, templateId, ...more } = options
  const clock = new MovableClock({ frozenAt: new Date('2026-11-23T01:00:00Z') })
  const dingtalk = await openDingTalkSimulator({ now: () => clock.now(), clientSecret: secret, ...more })
  for (const [staffId, name] of [
    ['li01', '李娜'],
    ['wang02', '王强'],
  ] as const)
    void dingtalk.addPerson({ staffId, name })
  dingtalk.addGroup({ conversationId: 'cidSales==', title: '销售一组', members: ['li01', 'wang02'] })

  const { apiUrl, oapiUrl, clientId, robotCode } = dingtalk
  const settings = { clientId, clientSecret: secret, robotCode, cardTemplateId: templateId ?? null, apiUrl, oapiUrl }
  const lines: string[] = []
  const log = createLog('debug', { write: line => lines.push(line) })
  const memory = createMemory()
  const quota = createQuota({ memory, clock, log, monthlyCalls: more.monthlyCalls ?? 5_000 })
  const client = createClient({ settings, quota, clock, answerWithinMs })
  const sessions = createSessions({ settings, clock })
  const illustrate = createIllustrate({ client, pictures: async ref => pictures.get(ref) ?? null, clock, log })
  const cards = templateId === undefined ? null : createCards({ settings, templateId, client })
  const robot = createRobot(client, robotCode)
  const keptFiles = async (ref: string) => files.get(ref) ?? null
  const startSender = () => {
    const handOver = createHandOver({ client, robot, files: keptFiles, clock, log })
    return createSender({ robot, sessions, illustrate, handOver, quota, cards, log, answerWithinMs })
  }
  const sender = startSender()
  const urls: string[] = []

  open.push(async () => {
    await dingtalk.close()
    // Neither the secret nor an address for answers is in any line of the log.
    for (const said of [secret, ...urls.map(url => new URL(url).search)]) expect(lines.join('')).not.toContain(said)
  })

  const stop = new AbortController()
  let listening: Promise<void> | null = null
  open.unshift(async () => {
    stop.abort()
    await listening
  })

  /** Somebody says something to the robot, which hears it and so has an address for answers. */
  async function hears(staffId: string, place: 'group' | 'direct'): Promise<string> {
    listening ??= listenOnStream(
      { settings, handle: { robot: heard, card: async () => undefined }, log, random: () => 0 },
      stop.signal,
    )
    while (dingtalk.connectionCount === 0) await sleep(5)
    await (place === 'group'
      ? dingtalk.says(staffId, 'cidSales==', '@领头羊 日报')
      : dingtalk.tellsBot(staffId, '日报'))
    return urls.at(-1) ?? ''
  }

  async function heard(data: unknown, messageId: string): Promise<void> {
    const read = decodeRobot(data, messageId)
    if (read.kind !== 'inbound' || read.session === null) throw new Error('nothing was heard')
    urls.push(read.session.url)
    expect(sessions.keep(read.session)).toBe(true)
  }

  const paths = () =>
    dingtalk.calls
      .map(({ path }) => path.replace(/^\/(v1\.0\/)?/, ''))
      .filter(path => !/^(oauth2|gateway)\//.test(path))
  return { dingtalk, clock, settings, client, quota, memory, sessions, sender, startSender, hears, paths, lines, log }
}

export const group = { kind: 'group', channelId: 'cidSales==' } as const
export const withLi = { kind: 'direct', accountId: 'li01' } as const

const accounts: Readonly<Record<string, string>> = { 'm-li': 'li01', 'm-wang': 'wang02' }
const accountOf = (id: string) => (accounts[id] === undefined ? null : { accountId: accounts[id] })

export function drawn(...blocks: readonly Block[]): DingTalkPayload {
  return render(content('zh', ...blocks), 'group', accountOf, cardParams)
}

export const says = (words: string) => drawn(text(words))

let keys = 0
/** A message as the outbox hands it out. */
export const outgoing = (
  payload: DingTalkPayload,
  lane: Lane = 'reply',
  address: typeof group | typeof withLi = group,
) => ({
  address,
  payload,
  lane,
  key: `d${++keys}:0`,
})

export const failsAs = (kind: string) => (error: unknown) => error instanceof PlatformError && error.kind === kind

export async function failureOf(work: Promise<unknown>): Promise<PlatformError> {
  const failure = await work.then(
    () => null,
    error => error,
  )
  if (!(failure instanceof PlatformError)) throw new Error('It did not fail as an adapter may', { cause: failure })
  return failure
}
