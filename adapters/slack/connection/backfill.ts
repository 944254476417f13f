import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import type { InboundEvent, Intake } from '../../../src/platform/events.ts'
import type { SlackClient } from '../client.ts'
import { decodeMessage } from '../decode/message.ts'
import { momentOf, ts } from '../decode/wire.ts'
import type { Directory } from '../people/directory.ts'
import { enrich } from '../people/enrich.ts'
import { createLookups, type Lookups } from '../people/lookups.ts'
import { historyOf } from '../people/questions.ts'

/** Up to when we heard everything in a channel. */
export interface Mark {
  readonly channelId: string
  readonly at: Date
}

export interface BackfillParts {
  readonly client: Pick<SlackClient, 'ask'>
  readonly directory: Directory
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

/** What Slack sent shortly before may still have been on its way, in milliseconds. */
const overlap = 5 * 60_000
const reach = 7 * 24 * 3_600_000
/** A thousand messages. */
const mostPages = 5

/** A loss of the connection that Slack's own redelivery does not cover, in milliseconds. */
export const worthFilling = 30_000

/**
 * Hands in what was said in channels while we were away, in its order, each message by the id under which it would have come:
 * what was heard already is the same event. `marks` must be read before anything new is heard. Replies within threads are not
 * fetched: Slack keeps them apart, and each thread would cost a call. A channel that Slack refuses to show is passed over;
 * throws PlatformError where it may show it later.
 */
export async function backfill(
  parts: BackfillParts,
  { marks, intake, signal }: { readonly marks: readonly Mark[]; readonly intake: Intake; readonly signal: AbortSignal },
): Promise<void> {
  const lookups = createLookups(parts)
  for (const mark of marks) {
    if (signal.aborted) return
    for (const event of await missedIn(parts, lookups, mark)) {
      if (signal.aborted) return
      await intake(enrich(event, parts.directory))
    }
  }
}

const dated = z.looseObject({ ts })

async function missedIn(
  { directory, clock, log }: BackfillParts,
  lookups: Lookups,
  { channelId, at }: Mark,
): Promise<InboundEvent[]> {
  const oldest = new Date(Math.max(at.getTime() - overlap, clock.now().getTime() - reach))
  const pages = (await lookups.insist(historyOf(channelId, oldest), mostPages)) ?? []
  const messages = pages.flatMap(({ messages }) => messages).flatMap(json => dated.safeParse(json).data ?? [])
  if (pages.length === mostPages)
    log.warn({ channelId, fetched: messages.length }, 'slack: what was missed before stays so')
  const reading = { me: await directory.me(), names: directory.names, shared: directory.channel(channelId)?.shared }
  return messages
    .sort((a, b) => momentOf(a.ts).getTime() - momentOf(b.ts).getTime() || a.ts.localeCompare(b.ts))
    .map(message => decodeMessage({ ...message, channel: channelId }, reading))
    .flatMap(read => (read.kind === 'inbound' ? [read.event] : []))
}
