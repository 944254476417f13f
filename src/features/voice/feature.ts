import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Feature, Job } from '../feature.ts'
import { follow } from './follow.ts'
import { handOver } from './hand-over.ts'
import { handleThread } from './handle-thread.ts'
import { createDailyLimit, type DailyLimit } from './limit.ts'
import { showHelp, showList } from './list.ts'
import { runPulse } from './pulse/run.ts'
import { showPulse, takePulse } from './pulse/take.ts'
import { pulseAction } from './pulse/words.ts'
import { readRequest } from './request.ts'
import { voiceSettingDeclarations } from './settings-words.ts'
import { voiceSettings } from './voice-settings.ts'
import { inGroup } from './words/refusals.ts'
import { write, writeMore } from './write.ts'

/** What people say without their names, and that they are answered. Each has a memory of its own of who has written today. */
export function createVoice(): Feature {
  const limit = createDailyLimit()
  return {
    name: 'voice',
    commands: [
      {
        name: 'feedback',
        words: ['feedback', '反馈', '匿名反馈', '匿名'],
        summary: {
          zh: '私聊我，匿名向经理反馈；凭暗号看回复',
          en: 'In our direct chat: tell the managers something anonymously, and see the answer by a code',
        },
        example: { zh: '/反馈 食堂太远，午休来不及', en: '/feedback the canteen is too far' },
        least: 'rep',
        traceless: true,
        run: (ctx, rest) => obey(ctx, rest, limit),
      },
    ],
    actions: [
      {
        id: pulseAction,
        least: 'rep',
        traceless: true,
        run: (ctx, { value }) => {
          requireDirect(ctx)
          return takePulse(ctx, Number(value))
        },
      },
    ],
    jobs: [handingOver, asking],
    settings: voiceSettingDeclarations,
  }
}

async function obey(ctx: MemberContext, rest: string, limit: DailyLimit): Promise<void> {
  requireDirect(ctx)
  const request = readRequest(rest)
  switch (request.kind) {
    case 'help':
      return showHelp(ctx)
    case 'list':
      return showList(ctx)
    case 'pulse':
      return request.value === null ? showPulse(ctx) : takePulse(ctx, request.value)
    case 'code':
      return request.text === '' ? follow(ctx, request.code) : writeMore(ctx, request.code, request.text, limit)
    case 'thread':
      return handleThread(ctx, request.number, request.handling, request.text)
    case 'write':
      return write(ctx, request.text, limit)
  }
}

function requireDirect({ place }: MemberContext): void {
  if (place.kind !== 'direct') throw new UserError('voice.in-group', inGroup)
}

const handingOver: Job = {
  name: 'voice.hand-over',
  what: { zh: '把匿名反馈一起交给经理', en: 'Anonymous feedback goes to the managers' },
  quiet: true,
  catchUp: { grace: 24 * 60, missed: 'latest' },
  schedules: async (_tx, team) => [{ arg: '', spec: { every: 'workday', at: voiceSettings(team).at } }],
  run: handOver,
}

const asking: Job = {
  name: 'voice.pulse',
  what: { zh: '每周心情', en: 'The weekly pulse' },
  quiet: true,
  catchUp: { grace: 120, missed: 'latest' },
  schedules: async (_tx, team) => [{ arg: '', spec: { every: 'workday', at: voiceSettings(team).pulseAt } }],
  run: runPulse,
}
