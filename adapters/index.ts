import type { Adapter } from '../src/platform/adapter.ts'
import type { PlatformId } from '../src/platform/events.ts'
import type { AdapterParts } from './shared/parts.ts'
import { readSettings as readSlack, type SlackSettings } from './slack/settings.ts'

/** A platform that the settings ask for. */
export interface ConfiguredPlatform {
  readonly id: PlatformId
  /** Its other side is a stand-in on this machine, so time may be moved: nobody real hears it. */
  readonly standIn: boolean
  create(parts: AdapterParts): Promise<Adapter>
}

export interface PlatformsRead {
  readonly platforms: readonly ConfiguredPlatform[]
  /** By the name of the setting, never with its value. */
  readonly faults: readonly string[]
}

/** The platforms besides the Room that the environment asks for. A further platform is a further line here. */
export function readPlatforms(env: Readonly<Record<string, string>>): PlatformsRead {
  const slack = readSlack(env)
  return {
    platforms: slack.kind === 'read' ? [slackPlatform(slack.settings)] : [],
    faults: slack.kind === 'faulty' ? slack.faults : [],
  }
}

function slackPlatform(settings: SlackSettings): ConfiguredPlatform {
  return {
    id: 'slack',
    standIn: isLoopback(settings.apiUrl),
    // Loaded when it is wanted: a platform's libraries cost a start some hundred milliseconds and much memory.
    create: async parts => (await import('./slack/index.ts')).createSlackAdapter(settings, parts),
  }
}

function isLoopback(address: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(address).hostname)
}
