import { afterEach } from 'vitest'
import { createClient } from '../../../adapters/slack/client.ts'
import { render, type SlackPayload } from '../../../adapters/slack/render/render.ts'
import { createFind } from '../../../adapters/slack/send/find.ts'
import { createFirstAnswers } from '../../../adapters/slack/send/first-answers.ts'
import { createSender } from '../../../adapters/slack/send/send.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { content, text } from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import type { KeptFile } from '../../../src/platform/files.ts'
import type { Picture } from '../../../src/platform/pictures.ts'
import { openSlackSimulator } from '../../simulators/slack/index.ts'
import type { SlackOptions } from '../../simulators/slack/settings.ts'
import { quiet } from '../../store/fixture.ts'

const open: (() => Promise<void>)[] = []

/** Closing a simulator fails the test that used it otherwise than Slack allows. */
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

interface SceneOptions extends SlackOptions {
  readonly pictures?: ReadonlyMap<string, Picture>
  readonly files?: ReadonlyMap<string, KeptFile>
  readonly answerWithinMs?: number
}

/** The group C1 with Li, Wang and the bot in it, and all that sends to it over the real client. */
export async function openSending(given: SceneOptions = {}) {
  const { pictures = new Map(), files = new Map(), answerWithinMs = 10_000, ...options } = given
  const slack = await openSlackSimulator(options)
  open.push(() => slack.close())
  for (const id of ['ULI', 'UWANG']) void slack.addUser({ id })
  void slack.addChannel({ id: 'C1', name: 'sales', members: ['ULI', 'UWANG', slack.bot.userId] })
  void slack.addChannel({ id: 'C2', name: 'other', members: ['ULI'] })
  const clock = new MovableClock({ frozenAt: new Date('2026-11-23T01:00:00Z') })
  const client = createClient({ token: slack.botToken, apiUrl: slack.apiUrl, log: quiet, answerWithinMs })
  const firstAnswers = createFirstAnswers({ clock })
  const startSender = () =>
    createSender({
      client,
      firstAnswers,
      pictures: async ref => pictures.get(ref) ?? null,
      files: async ref => files.get(ref) ?? null,
      log: quiet,
      fileReadyAfter: [20, 40, 80],
    })
  return { slack, clock, client, firstAnswers, sender: startSender(), startSender, find: createFind({ client }) }
}

export const group = { kind: 'group', channelId: 'C1' } as const
export const whisperToLi = { kind: 'group', channelId: 'C1', whisperTo: 'ULI' } as const
export const withLi = { kind: 'direct', accountId: 'ULI' } as const

export function drawn(...blocks: readonly Block[]): SlackPayload {
  return render(content('en', ...blocks), 'group', () => null)
}

export const says = (words: string) => drawn(text(words))
