import type { Adapter } from '../../src/platform/adapter.ts'
import type { House } from '../../src/platform/house.ts'
import { enrich } from '../shared/address-book.ts'
import { createLearning } from '../shared/learning.ts'
import type { AdapterParts } from '../shared/parts.ts'
import { createCards } from './cards/deliver.ts'
import { cardParams } from './cards/params.ts'
import { createTakePress } from './cards/press.ts'
import { createClient } from './client.ts'
import { listenOnStream } from './connection/stream.ts'
import { createTakeFile } from './connection/take-file.ts'
import { createTakeMessage } from './connection/take-message.ts'
import { createDirectory } from './people/directory.ts'
import { createQuota } from './quota.ts'
import type { DingTalkPayload } from './render/payload.ts'
import { render } from './render/render.ts'
import { createReportsMirror } from './reports-mirror/mirror.ts'
import { createHandOver } from './send/files.ts'
import { createIllustrate } from './send/pictures.ts'
import { createRobot } from './send/robot.ts'
import { createSender } from './send/send.ts'
import { createSessions } from './send/sessions.ts'
import type { DingTalkSettings } from './settings.ts'
import { checkDingTalk } from './setup/check.ts'
import { surfacesOf } from './surfaces.ts'

/** A company on DingTalk, heard over Stream mode and spoken to as its robot. */
export function createDingTalkAdapter(
  settings: DingTalkSettings,
  { log, clock, pictures, files, memory }: AdapterParts,
): Adapter<DingTalkPayload> {
  const { monthlyCalls, robotCode, cardTemplateId: templateId, reportTemplate: templateName } = settings
  const quota = createQuota({ memory, clock, log, monthlyCalls })
  const client = createClient({ settings, quota, clock })
  const sessions = createSessions({ settings, clock })
  const directory = createDirectory({ ask: (method, body) => client.ask(method, { body }), clock, log })
  const cards = templateId === null ? null : createCards({ settings, templateId, client })
  const reports = templateName === null ? null : createReportsMirror({ client, templateName, memory, clock })
  const illustrate = createIllustrate({ client, pictures, clock, log })
  const robot = createRobot(client, robotCode)
  const handOver = createHandOver({ client, robot, files, clock, log })

  async function listen(house: House, signal: AbortSignal): Promise<void> {
    const learning = createLearning({ platform: 'dingtalk', directory, intake: house.intake, clock, log })
    const parts = {
      house,
      known: (event: Parameters<typeof enrich>[0]) => enrich(event, directory),
      learn: learning.learn,
      log,
    }
    const takeFile = createTakeFile({ house, client, settings, leaving: signal, log })
    const handle = { robot: createTakeMessage({ ...parts, sessions, takeFile }), card: createTakePress(parts) }
    await listenOnStream({ settings, handle, log, random: Math.random }, signal)
    await learning.settled()
  }

  return {
    platform: 'dingtalk',
    surfaces: surfacesOf(settings),
    render: (content, surface, accountOf) => render(content, surface, accountOf, cards && cardParams),
    ...createSender({ robot, sessions, illustrate, handOver, quota, cards, log }),
    listen,
    ...(reports && { mirror: reports.mirror }),
    check: async () => [...(await checkDingTalk({ settings, client, quota })), ...((await reports?.check()) ?? [])],
  }
}
