import type { Adapter } from '../src/platform/adapter.ts'
import type { PlatformId } from '../src/platform/events.ts'
import { readSettings as readDingTalk } from './dingtalk/settings.ts'
import { readSettings as readMail } from './mail/settings.ts'
import { isLoopback } from './shared/loopback.ts'
import type { AdapterParts } from './shared/parts.ts'
import type { ReadSettings } from './shared/settings.ts'
import { readSettings as readSlack } from './slack/settings.ts'
import { addressesOf, readSettings as readWeCom } from './wecom/settings.ts'

/** A platform that the settings ask for. */
export interface ConfiguredPlatform {
  readonly id: PlatformId
  /** People speak to us there. */
  readonly isChat: boolean
  /** Its other side is a stand-in on this machine, so time may be moved: nobody real hears it. */
  readonly standIn: boolean
  create(parts: AdapterParts): Promise<Adapter>
}

export interface PlatformsRead {
  readonly platforms: readonly ConfiguredPlatform[]
  /** By the name of the setting, never with its value. */
  readonly faults: readonly string[]
}

/**
 * The platforms besides the Room that the environment asks for. A further platform is a further line here. Each is loaded
 * when it is wanted: its libraries cost a start some hundred milliseconds and much memory.
 */
export function readPlatforms(env: Readonly<Record<string, string>>): PlatformsRead {
  const all = [
    asked(
      'slack',
      readSlack(env),
      ({ apiUrl }) => [apiUrl],
      async (settings, parts) => (await import('./slack/index.ts')).createSlackAdapter(settings, parts),
    ),
    asked(
      'dingtalk',
      readDingTalk(env),
      ({ apiUrl, oapiUrl }) => [apiUrl, oapiUrl],
      async (settings, parts) => (await import('./dingtalk/index.ts')).createDingTalkAdapter(settings, parts),
    ),
    asked('wecom', readWeCom(env), addressesOf, async (settings, parts) =>
      (await import('./wecom/index.ts')).createWeComAdapter(settings, parts),
    ),
    asked(
      'mail',
      readMail(env),
      ({ host }) => [`smtp://${host.includes(':') ? `[${host}]` : host}`],
      async (settings, parts) => (await import('./mail/index.ts')).createMailAdapter(settings, parts),
    ),
  ]
  return { platforms: all.flatMap(one => one.platforms), faults: all.flatMap(one => one.faults) }
}

/** @param addresses - all to which the platform is spoken: it is a stand-in only where every one is on this machine */
function asked<S>(
  id: PlatformId,
  read: ReadSettings<S>,
  addresses: (settings: S) => readonly string[],
  create: (settings: S, parts: AdapterParts) => Promise<Adapter>,
): PlatformsRead {
  if (read.kind === 'absent') return { platforms: [], faults: [] }
  if (read.kind === 'faulty') return { platforms: [], faults: read.faults }
  const { settings } = read
  const standIn = addresses(settings).every(address => isLoopback(new URL(address).hostname))
  return { platforms: [{ id, isChat: id !== 'mail', standIn, create: parts => create(settings, parts) }], faults: [] }
}
