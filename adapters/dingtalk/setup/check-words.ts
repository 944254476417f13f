import type { Words } from '../../../src/base/words.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import type { PlatformError } from '../../../src/platform/errors.ts'
import { checksOf } from '../../shared/checks.ts'
import type { Used } from '../quota.ts'

const { ok, warning, fault } = checksOf({ zh: '钉钉', en: 'DingTalk' })

export const signedIn = ok({ zh: '应用凭证有效', en: 'the app may sign in' })

export const robotReady = ok({
  zh: '机器人可以发消息，也可以取单聊里发给它的文件',
  en: 'the robot may send messages, and get files that are handed to it in a direct chat',
})

export const contactsReady = ok({
  zh: '可以读通讯录里的姓名和部门',
  en: 'names and departments can be read',
})

/** Messages of the adapter's errors name a method and DingTalk's own code, and nothing else. */
export const signInFailed = (error: PlatformError): Check =>
  error.kind === 'unauthorized' ? refused(error) : silent(error)

function refused({ message }: PlatformError): Check {
  return fault(
    {
      zh: `拒绝了 DINGTALK_CLIENT_ID 或 DINGTALK_CLIENT_SECRET（${message}）`,
      en: `it refuses DINGTALK_CLIENT_ID or DINGTALK_CLIENT_SECRET (${message})`,
    },
    {
      zh: '从开放平台 → 应用 → 凭证与基础信息 重新复制 Client ID 和 Client Secret；国际版还要改 DINGTALK_API_URL 和 DINGTALK_OAPI_URL',
      en: 'copy Client ID and Client Secret again from the app’s 凭证与基础信息 (Credentials & Basic Info); the international edition also needs DINGTALK_API_URL and DINGTALK_OAPI_URL',
    },
  )
}

export function silent({ message }: PlatformError): Check {
  return fault(
    { zh: `没有回应（${message}）`, en: `it does not answer (${message})` },
    {
      zh: '请检查网络、代理、DINGTALK_API_URL 和 DINGTALK_OAPI_URL',
      en: 'check the network, the proxy, DINGTALK_API_URL and DINGTALK_OAPI_URL',
    },
  )
}

export function robotFailed({ kind, message }: PlatformError): Check {
  return fault(
    { zh: `机器人发不了消息（${message}）`, en: `the robot may not send messages (${message})` },
    robotTodo[kind] ?? robotOther,
  )
}

const robotOther: Words = {
  zh: '应用 → 机器人 里要有已发布的机器人（消息接收模式选 Stream），RobotCode 和 Client ID 不同时填 DINGTALK_ROBOT_CODE；改动后要发布新版本',
  en: 'the app needs a robot that is published (机器人, message mode Stream); where its RobotCode is not the Client ID, set DINGTALK_ROBOT_CODE; changes need a new release of the app',
}

const robotTodo: Readonly<Partial<Record<PlatformError['kind'], Words>>> = {
  unauthorized: {
    zh: '在 应用 → 权限管理 申请“企业内机器人发送消息”（qyapi_robot_sendmsg），再发布新版本',
    en: 'ask for 企业内机器人发送消息 (qyapi_robot_sendmsg) under the app’s 权限管理 (Permissions), then release the app anew',
  },
  forbidden: {
    zh: '本月的接口调用次数用完了：下月恢复，或在开发者后台购买更多；期间只有 90 分钟内的回复发得出去',
    en: 'the month’s calls are used up: they come back next month, or more are bought in the developer console; until then only replies within 90 minutes go out',
  },
  'rate-limited': { zh: '稍后再试', en: 'try again a little later' },
  unavailable: {
    zh: '稍后再试；一直如此请检查网络',
    en: 'try again a little later, and check the network if it stays so',
  },
}

export const contactsFailed = ({ message }: PlatformError): Check =>
  warning(
    {
      zh: `读不到通讯录（${message}），姓名只用发言时的昵称，不知道部门`,
      en: `the address book cannot be read (${message}); people go by their nicknames, departments stay unknown`,
    },
    {
      zh: '在 权限管理 申请 qyapi_get_member 和 qyapi_get_department_list，并在“接口权限范围”里包含销售团队',
      en: 'ask for qyapi_get_member and qyapi_get_department_list under 权限管理, and let their scope hold the sales team',
    },
  )

const figures = ({ calls, of, forecast }: Used): Words => ({
  zh: `本月已用 ${calls} / ${of} 次计量调用，按目前的速度到月底约 ${forecast} 次`,
  en: `${calls} of ${of} metered calls of this month are used; at this pace it will be about ${forecast}`,
})

const more: Words = {
  zh: '可减少提醒和汇总，或购买更多调用次数后改 DINGTALK_MONTHLY_CALLS；同一企业的其他应用也占这个数，这里数不到',
  en: 'have fewer nudges and digests, or buy more calls and set DINGTALK_MONTHLY_CALLS; other apps of the company use the same calls, uncounted here',
}

export const quotaFine = (used: Used): Check => ok(figures(used))

export const quotaTight = (used: Used): Check => warning(figures(used), more)

export const quotaShort = (used: Used): Check => {
  const { zh, en } = figures(used)
  return warning(
    { zh: `${zh}；剩下的只用于回复和紧急消息`, en: `${en}; the rest is for replies and urgent messages only` },
    more,
  )
}

/** What to do where the database cannot be read. */
export const whileServing: Words = {
  zh: '服务正在使用内嵌数据库时读不到：停止服务后再查；否则请检查数据库',
  en: 'it cannot be while the server uses the embedded database: stop the server and ask again; else check the database',
}

export const quotaUnknown = warning(
  { zh: '读不到本月的调用次数', en: 'the count of this month’s calls cannot be read' },
  whileServing,
)

export const withCards = ok({
  zh: '用卡片：按钮可以点，汇总在原处更新（模板是否正确，要发出第一张卡片才知道）',
  en: 'with cards: buttons are pressed and digests change in place (whether the template is right shows with the first card)',
})

export const withoutCards = ok(
  {
    zh: '没有卡片：按钮写成可以打出来的话，汇总发出后不再更新',
    en: 'without cards: buttons are words to type, and a digest is not changed once it is sent',
  },
  {
    zh: '想要卡片：按说明在卡片平台建模板，把模板 ID 填进 DINGTALK_CARD_TEMPLATE_ID，并申请权限 Card.Instance.Write',
    en: 'for cards, make the template on the card platform, set DINGTALK_CARD_TEMPLATE_ID and ask for the permission Card.Instance.Write',
  },
)

export const limits: Check = {
  level: 'ok',
  said: {
    zh: '钉钉做不到的：群里只听得到 @机器人 的话；没有只给一个人看的群消息（改发单聊）；离线期间的话补不回来；只有 90 分钟内的回复能真正 @ 到人，这样的回复不能撤回；不能单聊企业外的人',
    en: 'What DingTalk cannot do: in groups only what is said to the robot is heard; nothing in a group is for one person alone (it goes to them directly); what was said while we were away is lost; only replies within 90 minutes ring people, and those cannot be taken back; people from outside the company get no direct messages',
  },
}
