import { WebClient } from '@slack/web-api'
import { aborted } from '../../src/base/wait.ts'
import type { Adapter } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { House } from '../../src/platform/house.ts'
import { onceEach } from '../shared/each-house.ts'
import type { AdapterParts } from '../shared/parts.ts'
import { persist } from '../shared/persist.ts'
import { createClient } from './client.ts'
import { createCatchUp } from './connection/catch-up.ts'
import { createHttpDoor } from './connection/http-door.ts'
import { createReceive } from './connection/receive.ts'
import { listenOnSockets } from './connection/socket.ts'
import { createDoors } from './doors/doors.ts'
import { createFetchFile } from './fetch-file.ts'
import { createDirectory } from './people/directory.ts'
import { createLearning } from './people/learning.ts'
import { render, type SlackPayload } from './render/render.ts'
import { createTyped, speaking } from './render/typed.ts'
import { createFind } from './send/find.ts'
import { createFirstAnswers } from './send/first-answers.ts'
import { createSender } from './send/send.ts'
import type { SlackSettings } from './settings.ts'
import { checkSlack } from './setup/check.ts'
import { surfaces } from './surfaces.ts'

/** A workspace, heard and spoken to through Bolt. */
export function createSlackAdapter(
  settings: SlackSettings,
  { log, clock, pictures, files, commands }: AdapterParts,
): Adapter<SlackPayload> {
  const { botToken: token, apiUrl, door, prefix } = settings
  const client = createClient({ token, apiUrl, log })
  const directory = createDirectory({ client, clock, log })
  const firstAnswers = createFirstAnswers({ clock })
  const fetchFile = createFetchFile({ token, apiUrl })
  const typed = createTyped(commands, prefix)

  /** What stands behind the doors into this house. */
  function enter(house: House) {
    const learning = createLearning({ directory, clock, intake: house.intake, log })
    const people = { directory, learning }
    const spoken = speaking(house, typed)
    const doors = createDoors({ house: spoken, ...people, client, firstAnswers, fetchFile, prefix, log })
    const { handle } = createReceive({ token, apiUrl, doors, me: directory.me, log })
    const settled = async () => void (await Promise.all([doors.settled(), learning.settled()]))
    return { handle, settled }
  }

  const behind = onceEach(enter)

  async function listen(house: House, signal: AbortSignal): Promise<void> {
    // Before anything else is awaited: over HTTP Slack may call us from now on.
    const missed = await house.heardUntil()
    if (!(await isKnown(signal))) return
    const { handle, settled } = behind(house)
    const catchUp = createCatchUp({ house, client, directory, clock, log, random: Math.random, signal }, missed)
    if (door.mode === 'http') {
      catchUp.opened()
      await aborted(signal)
    } else {
      const { appToken } = door
      const { opened: onOpen, closed: onClosed } = catchUp
      await listenOnSockets({ appToken, apiUrl, handle, log, random: Math.random, onOpen, onClosed }, signal)
    }
    await Promise.all([settled(), catchUp.settled()])
  }

  /** Asks Slack who we are until it says so; false when it refuses us or we are to end. */
  async function isKnown(signal: AbortSignal): Promise<boolean> {
    const failed = ({ message: why }: PlatformError, waitMs: number) =>
      log.warn({ why, waitMs }, 'slack does not answer yet')
    try {
      return (await persist(directory.me, { failed, random: Math.random, signal })) !== 'stopped'
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      log.error({ why: error.message }, 'slack refuses our token: slack stays off; doctor tells what to do')
      return false
    }
  }

  function httpDoorTo(secret: string): NonNullable<Adapter['webhook']> {
    const doorOf = onceEach((house: House) => createHttpDoor({ secret, handle: behind(house).handle, clock, log }))
    return (request, house) => doorOf(house)(request)
  }

  return {
    platform: 'slack',
    surfaces,
    render: (content, surface, accountOf) => render(typed(content), surface, accountOf),
    ...createSender({ client, firstAnswers, pictures, files, log }),
    find: createFind({ client }),
    listen,
    ...(door.mode === 'http' && { webhook: httpDoorTo(door.secret) }),
    check: () => checkSlack({ bot: client.web, app: door.mode === 'socket' ? webFor(door.appToken, apiUrl) : null }),
  }
}

function webFor(token: string, slackApiUrl: string): WebClient {
  return new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, timeout: 10_000 })
}
