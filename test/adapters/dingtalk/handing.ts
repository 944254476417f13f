import { afterEach, expect } from 'vitest'
import { createDingTalkAdapter } from '../../../adapters/dingtalk/index.ts'
import { createLog } from '../../../src/base/log.ts'
import { type InboundEvent, inboundEventSchema } from '../../../src/platform/events.ts'
import type { HandedIn } from '../../../src/platform/files.ts'
import { deaf } from '../../contract/deaf-house.ts'
import { openDingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { DingTalkOptions } from '../../simulators/dingtalk/settings.ts'
import { bareParts } from '../parts.ts'
import { until } from './open-stream.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** Li and Wang in their direct chats with the robot, and a house that notes what it is given; it may fail first. */
export async function openHanding(options: DingTalkOptions = {}) {
  const dingtalk = await openDingTalkSimulator(options)
  for (const staffId of ['li01', 'wang02']) void dingtalk.addPerson({ staffId, name: staffId })
  const { apiUrl, oapiUrl, clientId, clientSecret, robotCode } = dingtalk
  const lines: string[] = []
  const log = createLog('trace', { write: line => lines.push(line) })
  const set = { monthlyCalls: 5_000, cardTemplateId: null, reportTemplate: null }
  const adapter = createDingTalkAdapter(
    { apiUrl, oapiUrl, clientId, clientSecret, robotCode, ...set },
    bareParts({ log }),
  )

  const kept: HandedIn[] = []
  const events: InboundEvent[] = []
  const failures = { keepFile: 0, intake: 0 }
  const mayFail = (door: keyof typeof failures) => {
    if (failures[door]-- > 0) throw new Error('the database is away')
  }
  const house = {
    ...deaf,
    async keepFile(file: HandedIn) {
      mayFail('keepFile')
      kept.push(file)
      return `ref of ${file.eventId}`
    },
    async intake(event: InboundEvent) {
      mayFail('intake')
      if (event.body.kind !== 'profile') events.push(inboundEventSchema.parse(event))
    },
  }

  const stop = new AbortController()
  const listening = adapter.listen?.(house, stop.signal) ?? Promise.reject(new Error('it does not listen'))
  open.push(async () => {
    stop.abort()
    await listening
    await dingtalk.close()
    // Whoever knows the address of a file can have it.
    expect(lines.join('')).not.toMatch(/signature|download\?|downloadCode/)
  })
  await until(() => dingtalk.connectionCount === 2)

  const callsOf = (path: string) => dingtalk.calls.filter(call => call.path === path).length
  async function leave(): Promise<void> {
    stop.abort()
    await listening
  }
  return { dingtalk, kept, events, failures, lines, callsOf, leave }
}
