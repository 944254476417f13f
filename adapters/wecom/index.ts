import { aborted } from '../../src/base/wait.ts'
import type { Adapter } from '../../src/platform/adapter.ts'
import type { House } from '../../src/platform/house.ts'
import { onceEach } from '../shared/each-house.ts'
import type { AdapterParts } from '../shared/parts.ts'
import { callbackPath, createAppDoor } from './app/door.ts'
import { createHearApp } from './app/hear.ts'
import { createAppLane } from './app/lane.ts'
import { createBot } from './bot/bot.ts'
import { readKey } from './cards/key.ts'
import { createClient } from './client.ts'
import { createMeter } from './lanes/meter.ts'
import { acquainted } from './people/acquainted.ts'
import { createDirectory } from './people/directory.ts'
import { render, type WeComPayload } from './render/render.ts'
import { createSender } from './send/sender.ts'
import type { WeComSettings } from './settings.ts'
import { checkWeCom } from './setup/check.ts'
import { surfacesOf } from './surfaces.ts'
import { createWebhookLane } from './webhook/lane.ts'

/** A company on WeCom, by up to three lanes: its AI bot, the webhooks of groups, and a self-built app. */
export function createWeComAdapter(settings: WeComSettings, parts: AdapterParts): Adapter<WeComPayload> {
  const { log, clock, pictures, files, memory } = parts
  const { app, webhooks, apiUrl } = settings
  const client = app && createClient({ ...app, apiUrl, clock })
  const directory = client && createDirectory({ client, clock, log })
  const meter = createMeter(() => clock.now().getTime())
  const bot = settings.bot && createBot({ settings: settings.bot, memory, meter, clock, log, random: Math.random })
  const known = onceEach((house: House) => acquainted(house, { directory, clock, log }))
  const callback = app?.callback ?? null

  async function listen(house: House, signal: AbortSignal): Promise<void> {
    const { house: hearing, settled } = known(house)
    await bot?.listen(hearing, signal)
    // Whatever became of the bot, the app is called until the end.
    await aborted(signal)
    await settled()
  }

  function doorOf({ token, aesKey, corpId }: { token: string; aesKey: string; corpId: string }) {
    const seal = { token, aesKey, corpId }
    const doorFor = onceEach((house: House) =>
      createAppDoor({ seal, readKey, hear: createHearApp(known(house).house), clock, log }),
    )
    return (request: Request, house: House) => doorFor(house)(request)
  }

  return {
    platform: 'wecom',
    sole: settings.bot !== null,
    surfaces: surfacesOf(settings),
    render: (content, surface, accountOf) => render(content, surface, accountOf, settings.bot),
    ...createSender({
      bot: bot?.lane ?? null,
      webhooks: webhooks.length === 0 ? null : createWebhookLane({ webhooks, apiUrl, memory }),
      app: client && app && createAppLane({ client, agentId: app.agentId, clock }),
      appHears: callback !== null,
      meter,
      pictures,
      files,
      log,
      clock,
    }),
    listen,
    ...(app &&
      callback && {
        webhook: doorOf({ ...callback, corpId: app.corpId }),
        webhookAt: { path: callbackPath, methods: ['GET', 'POST'] as const },
      }),
    check: () => checkWeCom({ settings, memory }),
  }
}
