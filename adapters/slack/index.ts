import { setTimeout as sleep } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import type { Adapter } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { House } from '../../src/platform/house.ts'
import type { AdapterParts } from '../index.ts'
import { backoffMs } from '../shared/supervise.ts'
import { checkSlack } from './check.ts'
import { createClient } from './client.ts'
import { createDirectory } from './directory.ts'
import { createDoors } from './doors.ts'
import { createFind } from './find.ts'
import { createFirstAnswers } from './first-answers.ts'
import { createHttpDoor } from './http-door.ts'
import { createLearning } from './learning.ts'
import { createPresence } from './presence.ts'
import { createReceive } from './receive.ts'
import { render, type SlackPayload } from './render.ts'
import { createSender } from './send.ts'
import type { SlackSettings } from './settings.ts'
import { listenOnSockets } from './socket.ts'
import { surfaces } from './surfaces.ts'
import { createTyped } from './typed.ts'

/** A workspace, heard and spoken to through Bolt. */
export function createSlackAdapter(
  settings: SlackSettings,
  { log, clock, pictures, commands }: AdapterParts,
): Adapter<SlackPayload> {
  const { botToken: token, apiUrl, door, prefix } = settings
  const client = createClient({ token, apiUrl, log })
  const directory = createDirectory({ client, clock, log })
  const firstAnswers = createFirstAnswers({ clock })
  const typed = createTyped(commands, prefix)

  /** What stands behind the doors into this house. */
  function enter(house: House) {
    const learning = createLearning({ directory, clock, intake: house.intake, log })
    const spoken: House = { ...house, home: async author => typed(await house.home(author), 'direct') }
    const doors = createDoors({ house: spoken, directory, client, firstAnswers, learning, prefix, log })
    const { handle } = createReceive({ token, apiUrl, doors, me: directory.me, log })
    const webhook = door.mode === 'http' ? createHttpDoor({ secret: door.secret, handle, clock, log }) : null
    const settled = async () => void (await Promise.all([doors.settled(), learning.settled()]))
    return { handle, webhook, settled }
  }

  const entered = new WeakMap<House, ReturnType<typeof enter>>()
  function behind(house: House): ReturnType<typeof enter> {
    const doors = entered.get(house) ?? enter(house)
    entered.set(house, doors)
    return doors
  }

  async function listen(house: House, signal: AbortSignal): Promise<void> {
    if (!(await isKnown(signal))) return
    const { handle, settled } = behind(house)
    const presence = createPresence({ house, client, directory, clock, log, signal }, await house.heardUntil())
    if (door.mode === 'http') {
      presence.opened()
      await aborted(signal)
    } else {
      const { appToken } = door
      const { opened: onOpen, closed: onClosed } = presence
      await listenOnSockets({ appToken, apiUrl, handle, log, random: Math.random, onOpen, onClosed }, signal)
    }
    await Promise.all([settled(), presence.settled()])
  }

  /** Asks Slack who we are until it says so; false when it refuses us or we are to end. */
  async function isKnown(signal: AbortSignal): Promise<boolean> {
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        await directory.me()
        return true
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error
        if (error.kind === 'unauthorized' || error.kind === 'rejected') {
          log.error({ why: error.message }, 'slack refuses our token: slack stays off; doctor tells what to do')
          return false
        }
        const waitMs = backoffMs(failures, Math.random)
        log.warn({ why: error.message, waitMs }, 'slack does not answer yet')
        await sleep(waitMs, undefined, { signal }).catch(() => undefined)
      }
    }
    return false
  }

  return {
    platform: 'slack',
    surfaces,
    render: (content, surface, accountOf) => render(typed(content, surface), surface, accountOf),
    ...createSender({ client, firstAnswers, pictures, log }),
    find: createFind({ client }),
    listen,
    ...(door.mode === 'http' && {
      webhook: async (request: Request, house: House) =>
        (await behind(house).webhook?.(request)) ?? new Response(null, { status: 404 }),
    }),
    check: () => checkSlack({ bot: client.web, app: door.mode === 'socket' ? webFor(door.appToken, apiUrl) : null }),
  }
}

function webFor(token: string, slackApiUrl: string): WebClient {
  return new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, timeout: 10_000 })
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
