import type { WeComSettings } from '../../../adapters/wecom/settings.ts'

export const allLanes: WeComSettings = {
  bot: { botId: 'aib', secret: 'a secret', name: null, wsUrl: 'ws://127.0.0.1:1' },
  webhooks: [{ group: 'wrSALEs', key: 'hook-0001' }],
  app: { corpId: 'ww', agentId: 1, secret: 'a secret', callback: { token: 't', aesKey: 'k' } },
  apiUrl: 'http://127.0.0.1:1',
}
