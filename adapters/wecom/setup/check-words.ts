import type { Words } from '../../../src/base/words.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { checksOf } from '../../shared/checks.ts'

const { ok, warning, fault } = checksOf({ zh: '企业微信', en: 'WeCom' })

export const botOn = ok(
  {
    zh: '智能机器人通道已开：听得到群里 @机器人 的话和私聊，能回复、发卡片',
    en: 'the AI bot is on: it hears mentions in groups and direct chats, answers, and has cards',
  },
  {
    zh: '这里不试连：同一个机器人只能有一条连接，试连会把正在运行的挤掉。开发和正式环境请用不同的机器人',
    en: 'no connection is tried here: a bot has only one, so a trial would push the running one out. Use different bots for development and production',
  },
)

const makeBot: Words = {
  zh: '需要时在 管理后台 → 安全与管理 → 管理工具 → 智能机器人 创建（API 模式、长连接），设置 WECOM_BOT_ID、WECOM_BOT_SECRET',
  en: 'if wanted, create one under 管理后台 → 安全与管理 → 管理工具 → 智能机器人 (API 模式, 长连接) and set WECOM_BOT_ID and WECOM_BOT_SECRET',
}

export const botOff = ok(
  {
    zh: '智能机器人通道未开，因此：群里的话一句也听不到，群里没有卡片和按钮',
    en: 'the AI bot is off, so nothing said in groups is heard, and groups have no cards or buttons',
  },
  makeBot,
)

export const deaf = warning(
  {
    zh: '没有任何通道能听到人说话：智能机器人和自建应用的回调都没有设置',
    en: 'nobody is heard by any lane: neither the AI bot nor the callback of the self-built app is set',
  },
  {
    zh: '设置 WECOM_BOT_ID、WECOM_BOT_SECRET，或者 WECOM_CALLBACK_TOKEN、WECOM_CALLBACK_AES_KEY',
    en: 'set WECOM_BOT_ID and WECOM_BOT_SECRET, or WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_AES_KEY',
  },
)

export const webhooksOn = (count: number): Check =>
  ok(
    {
      zh: `群 webhook 通道已开（${count} 个群）：可以主动发言、@成员、发图片，每群每分钟最多 18 条`,
      en: `the group webhook is on (groups: ${count}): it may speak first, mention people and show pictures, at most 18 times a minute in each group`,
    },
    {
      zh: 'key 是否有效只有发一条才知道，这里不发',
      en: 'whether a key is good shows only when something is posted, which is not done here',
    },
  )

export const webhookNameless = (groups: readonly string[]): Check =>
  warning(
    {
      zh: 'WECOM_WEBHOOK_KEY 没有写是哪个群的，而群不止一个，因此不再用它发言，以免发错群',
      en: 'WECOM_WEBHOOK_KEY does not say of which group it is, and there are several, so it is not used any more, lest the wrong group reads along',
    },
    {
      zh: `写成 群=KEY，群是这些之一：${groups.join('、')}`,
      en: `write group=KEY, where the group is one of: ${groups.join(', ')}`,
    },
  )

export const webhooksOff = ok(
  {
    zh: '群 webhook 通道未开，因此：群里没人和机器人说过话之前不能主动发言，也不能 @成员',
    en: 'the group webhook is off, so the bot may not speak first in a group that never spoke to it, and cannot mention people',
  },
  {
    zh: '需要时在群设置 → 消息推送 添加，把地址里 key= 后面的部分填进 WECOM_WEBHOOK_KEY（多个群写成 群=KEY, 群=KEY）',
    en: 'if wanted, add one in the settings of the group (消息推送) and put what stands behind key= into WECOM_WEBHOOK_KEY (for several groups: group=KEY, group=KEY)',
  },
)

export const appOn = ok({
  zh: '自建应用通道已开：可以给可见范围内的任何人发私聊，24 小时内可撤回，显示姓名',
  en: 'the self-built app is on: direct messages to everybody who may see it, recalled within a day, and names',
})

export const appOff = ok(
  {
    zh: '自建应用通道未开，因此：只能私聊和机器人说过话的人，成员只显示账号而没有姓名，发出的都不能撤回',
    en: 'the self-built app is off, so only people who spoke to the bot can be written to, members are ids without names, and nothing can be recalled',
  },
  {
    zh: '需要时在 应用管理 → 自建 创建，设置 WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_APP_SECRET',
    en: 'if wanted, create one under 应用管理 → 自建 and set WECOM_CORP_ID, WECOM_AGENT_ID and WECOM_APP_SECRET',
  },
)

export const callbackOn = ok(
  { zh: '自建应用的回调已设置', en: 'the callback of the self-built app is set' },
  {
    zh: '从这里查不出企业微信是否够得着：应用 → 接收消息 的 URL 填 https://<公网地址>/wecom/callback，Token 和 EncodingAESKey 与设置一致；保存时企业微信会验证，服务要先启动',
    en: 'whether WeCom reaches us cannot be seen from here: under 接收消息 of the app the URL is https://<your address>/wecom/callback, with the same Token and EncodingAESKey; WeCom verifies it when you save, so start the server first',
  },
)

export const callbackOff = ok(
  {
    zh: '自建应用的回调未设置，因此：回复应用私聊的话和卡片按钮都听不到',
    en: 'the callback of the self-built app is not set, so what people write to the app, or press in its cards, is not heard',
  },
  {
    zh: '需要时在 应用 → 接收消息 → 设置API接收，设置 WECOM_CALLBACK_TOKEN、WECOM_CALLBACK_AES_KEY',
    en: 'if wanted, set it under 接收消息 → 设置API接收 of the app, and WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_AES_KEY',
  },
)

export const namesHidden = warning(
  {
    zh: '自建应用看不到通讯录，成员只显示账号',
    en: 'the self-built app may not see the address book, so members are ids without names',
  },
  { zh: '在应用的 可见范围 里加上团队所在的部门', en: "add the team's departments under 可见范围 of the app" },
)

/** `ip` is ours as WeCom sees it, where it tells. */
export const notTrusted = (ip: string | null): Check =>
  fault(
    {
      zh: `自建应用拒绝了我们的 IP${ip === null ? '' : `（${ip}）`}`,
      en: `the self-built app refuses our IP address${ip === null ? '' : ` (${ip})`}`,
    },
    { zh: '在 应用 → 企业可信IP 里加上它', en: 'add it under 企业可信IP of the app' },
  )

/** `reason` is a code, such as ECONNREFUSED. */
export const silent = (reason: string): Check =>
  fault(
    { zh: `没有回应（${reason}）`, en: `it does not answer (${reason})` },
    { zh: '请检查网络、代理和 WECOM_API_URL', en: 'check the network, the proxy and WECOM_API_URL' },
  )

export const appRefused = (errcode: number): Check =>
  fault(
    { zh: `自建应用被拒绝（${errcode}）`, en: `the self-built app is refused (${errcode})` },
    refusals[errcode] ?? {
      zh: '错误码说明见 developer.work.weixin.qq.com/document/path/90313',
      en: 'developer.work.weixin.qq.com/document/path/90313 tells what the code means',
    },
  )

const refusals: Readonly<Record<number, Words>> = {
  40001: {
    zh: '请检查 WECOM_APP_SECRET（应用管理 → 应用 → Secret）',
    en: 'check WECOM_APP_SECRET (应用管理 → the app → Secret)',
  },
  40013: {
    zh: '请检查 WECOM_CORP_ID（我的企业 → 企业信息 → 企业ID）',
    en: 'check WECOM_CORP_ID (我的企业 → 企业信息 → 企业ID)',
  },
  45009: { zh: '调用太频繁，过一会再试', en: 'too many calls; try again in a while' },
  [-1]: { zh: '企业微信繁忙，过一会再试', en: 'WeCom is busy; try again in a while' },
}

export const cannot = ok({
  zh: '任何通道都做不到的：听群里没有 @ 的话、群里的悄悄话（改发私聊）、修改或撤回群里的消息、表单（改成选项卡片或私聊里逐项问）、成员的时区',
  en: 'what no lane can do: hear in groups what does not mention the bot, whisper there (a direct message instead), change or recall what was said there, forms (cards with choices or questions in a direct chat instead), time zones of members',
})
