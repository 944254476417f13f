import { onTestFinished } from 'vitest'
import { createClient } from '../../../adapters/slack/client.ts'
import { createDirectory } from '../../../adapters/slack/people/directory.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { openSlackSimulator } from '../../simulators/slack/index.ts'
import type { SlackOptions } from '../../simulators/slack/settings.ts'

/** A workspace on the simulator, with what the adapter knows of it and what it handed in to the house. */
export async function openWorkspace(options: SlackOptions = {}) {
  const clock = new MovableClock({ frozenAt: new Date('2026-11-23T01:00:00Z') })
  const slack = await openSlackSimulator({ now: () => clock.now(), pace: 'off', ...options })
  onTestFinished(() => slack.close())
  const lines: string[] = []
  const log = createLog('info', { write: line => void lines.push(line) })
  const client = createClient({ token: slack.botToken, apiUrl: slack.apiUrl, log })
  const directory = createDirectory({ client, clock, log })
  const heard: InboundEvent[] = []
  const intake = async (event: InboundEvent) => void heard.push(event)
  const timesCalled = (method: string) => slack.calls.filter(call => call.method === method).length
  return { slack, clock, log, lines, client, directory, heard, intake, timesCalled }
}
