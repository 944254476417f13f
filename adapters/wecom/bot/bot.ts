import type { Clock } from '../../../src/base/clock.ts'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import type { House } from '../../../src/platform/house.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import { createErrands } from '../../shared/errands.ts'
import type { Patience } from '../connection/client.ts'
import type { BotLink } from '../connection/link.ts'
import { listenOnBot } from '../connection/listen.ts'
import type { BotLane } from '../lanes/lane.ts'
import type { Meter } from '../lanes/meter.ts'
import type { BotSettings } from '../settings.ts'
import { createCalls } from './calls.ts'
import { createChats } from './chats.ts'
import { fetchFile } from './fetch-file.ts'
import { botFindings, type LinkFact, noteLink } from './findings.ts'
import { createHandle } from './handle.ts'
import { createBotLane } from './lane.ts'

export interface BotParts {
  readonly settings: BotSettings
  readonly memory: Memory
  readonly meter: Meter
  readonly clock: Clock
  readonly log: Log
  /** From 0 up to 1. */
  random(): number
  readonly patience?: Patience
}

export interface Bot {
  readonly lane: BotLane
  /** Resolves when `signal` aborts, or when WeCom refuses the bot for good; never rejects. */
  listen(house: Pick<House, 'intake' | 'keepFile' | 'said'>, signal: AbortSignal): Promise<void>
  findings(): Promise<readonly Check[]>
}

/** The AI bot: heard and spoken to over one long connection. */
export function createBot({ settings, memory, meter, clock, log, random, patience }: BotParts): Bot {
  const calls = createCalls({ clock })
  const chats = createChats(memory)
  const errands = createErrands((error, errand) =>
    log.warn({ errand, fault: withoutWords(error) }, 'the wecom bot failed at something by the way; it goes on'),
  )
  let link: BotLink | 'none' | 'refused' = 'none'

  function note(state: LinkFact['state']): void {
    errands.run('link', () => noteLink(memory, { state, at: clock.now().toISOString() }))
  }

  async function listen(house: Pick<House, 'intake' | 'keepFile' | 'said'>, signal: AbortSignal): Promise<void> {
    const handle = createHandle({
      ...{ house, name: settings.name, calls, chats, errands, log },
      fetchFile: file => fetchFile(file, { wsUrl: settings.wsUrl, signal, log }),
    })
    const parts = {
      ...{ settings, handle, log, random },
      ...(patience && { patience }),
      onOpen(opened: BotLink) {
        link = opened
        note('open')
      },
      onEnded() {
        link = 'none'
        calls.forget()
      },
      onEvicted: () => note('evicted'),
      onRefused() {
        link = 'refused'
        note('refused')
      },
    }
    await listenOnBot(parts, signal)
    await errands.settled()
  }

  return {
    lane: createBotLane({ calls, chats, meter, errands, link: () => link }),
    listen,
    findings: () => botFindings(memory, settings),
  }
}
