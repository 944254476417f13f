import { keepLinks } from '../../shared/links.ts'
import { type LinkParts, openLink } from './stream-link.ts'

/** DingTalk gives each callback to one of them, by chance. */
const CONNECTIONS = 2
/** DingTalk closes about ten seconds after it has said so. */
const LINGER_MS = 12_000

/** Stream mode. Resolves when `signal` aborts and all is closed, or when DingTalk refuses us for good; never rejects. */
export async function listenOnStream(parts: LinkParts, signal: AbortSignal): Promise<void> {
  const { log, random } = parts
  await keepLinks(
    {
      open: () => openLink(parts),
      connections: CONNECTIONS,
      lingerMs: LINGER_MS,
      platform: 'dingtalk',
      todoFor: () => 'check DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET, then start again',
      log,
      random,
    },
    signal,
  )
}
