import type { Words } from '../../../src/base/words.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { checksOf } from '../../shared/checks.ts'
import { connectionScope, type NeededScope } from './scopes.ts'

const { ok, warning, fault } = checksOf({ zh: 'Slack', en: 'Slack' })

export const signedIn = (team: string, user: string): Check =>
  ok({ zh: `已登录工作区 ${team}，身份 @${user}`, en: `signed in to ${team} as @${user}` })

export const scopesComplete = ok({ zh: '权限齐全', en: 'no scope is missing' })

export const connectable = ok({ zh: '可以建立连接（Socket Mode）', en: 'connections can be opened (Socket Mode)' })

export const httpMode = ok(
  { zh: '由 Slack 调用我们（HTTP 模式）', en: 'it calls us (HTTP mode)' },
  {
    zh: '从这里查不出 Slack 是否够得着：它要能访问 https://<公网地址>/slack/events（Event Subscriptions、Interactivity & Shortcuts、Slash Commands 三处都填它）',
    en: 'whether it reaches us cannot be seen from here: it posts to https://<your address>/slack/events, which stands under Event Subscriptions, Interactivity & Shortcuts and Slash Commands',
  },
)

export const scopesUnknown = warning(
  { zh: '看不到已授予的权限', en: 'the granted scopes cannot be seen' },
  {
    zh: 'SLACK_API_URL 的网关去掉了 x-oauth-scopes，请让它保留',
    en: 'the gateway of SLACK_API_URL takes x-oauth-scopes away; let it pass',
  },
)

export const scopeMissing = ({ scope, without }: NeededScope): Check =>
  fault(
    { zh: `缺少权限 ${scope}：${without.zh}`, en: `the scope ${scope} is missing: ${without.en}` },
    {
      zh: '在 OAuth & Permissions → Bot Token Scopes 里加上，再点 Reinstall',
      en: 'add it under OAuth & Permissions → Bot Token Scopes, then Reinstall',
    },
  )

/** `reason` is a code, such as ECONNREFUSED. */
export const silent = (reason: string): Check =>
  fault(
    { zh: `没有回应（${reason}）`, en: `it does not answer (${reason})` },
    { zh: '请检查网络、代理和 SLACK_API_URL', en: 'check the network, the proxy and SLACK_API_URL' },
  )

export const botRefused = (error: string): Check => refused('SLACK_BOT_TOKEN', error, botTodo[error] ?? lookUp)

export const connectionRefused = (error: string): Check => refused('SLACK_APP_TOKEN', error, appTodo[error] ?? lookUp)

function refused(setting: string, error: string, todo: Words): Check {
  return fault({ zh: `拒绝了 ${setting}（${error}）`, en: `it refuses ${setting} (${error})` }, todo)
}

const lookUp: Words = {
  zh: '错误的含义见 docs.slack.dev；自己改不了就请工作区管理员看看',
  en: 'docs.slack.dev tells what it means; an admin of the workspace may have to help',
}

const copyBotToken: Words = {
  zh: '从 OAuth & Permissions 重新复制 Bot User OAuth Token（xoxb-）',
  en: 'copy the Bot User OAuth Token (xoxb-) from OAuth & Permissions again',
}

const reinstall: Words = {
  zh: '应用已被卸载或令牌已作废：在 Install App 里重新安装，再复制新的 xoxb- 令牌',
  en: 'the app was uninstalled or the token revoked: install it again under Install App and copy the new xoxb- token',
}

const botTodo: Readonly<Record<string, Words>> = {
  invalid_auth: copyBotToken,
  not_authed: copyBotToken,
  not_allowed_token_type: copyBotToken,
  account_inactive: reinstall,
  token_revoked: reinstall,
  token_expired: {
    zh: '令牌会过期（Token Rotation 打开后关不掉）：请用我们的清单新建应用',
    en: 'the token expires, since Token Rotation is on and cannot be undone: create the app anew from our manifest',
  },
  org_login_required: {
    zh: '工作区正在迁移到 Enterprise，请稍后重新安装',
    en: 'the workspace is being moved to an Enterprise; install the app again afterwards',
  },
}

const newAppToken: Words = {
  zh: `在 Basic Information → App-Level Tokens 里生成一个带 ${connectionScope} 的 xapp- 令牌`,
  en: `make an xapp- token with ${connectionScope} under Basic Information → App-Level Tokens`,
}

const appTodo: Readonly<Record<string, Words>> = {
  invalid_auth: newAppToken,
  not_authed: newAppToken,
  token_revoked: newAppToken,
  account_inactive: newAppToken,
  not_allowed_token_type: newAppToken,
  missing_scope: newAppToken,
}
