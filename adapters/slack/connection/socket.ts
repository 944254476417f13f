import { keepLinks } from '../../shared/links.ts'
import { type LinkParts, openLink } from './socket-link.ts'

export interface SocketParts extends LinkParts {
  /** From 0 up to 1. */
  random(): number
}

/** Slack gives each payload to one of them, so that while one is renewed the other hears. */
const CONNECTIONS = 2
/** After it has announced a disconnect, Slack leaves the connection open for about so long. */
const LINGER_MS = 10_000

/** Socket Mode. Resolves when `signal` aborts and all is closed, or when Slack refuses us for good; never rejects. */
export async function listenOnSockets(parts: SocketParts, signal: AbortSignal): Promise<void> {
  const { log, random } = parts
  await keepLinks(
    {
      open: () => openLink(parts),
      connections: CONNECTIONS,
      lingerMs: LINGER_MS,
      platform: 'slack',
      todoFor,
      log,
      random,
    },
    signal,
  )
}

function todoFor(why: string): string {
  return why === 'link_disabled'
    ? "switch on Socket Mode in the app's settings, then start again"
    : 'put an app-level token (xapp-) with the scope connections:write in SLACK_APP_TOKEN, then start again'
}
