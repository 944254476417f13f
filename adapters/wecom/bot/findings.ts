import { z } from 'zod'
import type { Check } from '../../../src/platform/adapter.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import { checksOf } from '../../shared/checks.ts'

const kept = z.object({ state: z.enum(['open', 'evicted', 'refused']), at: z.iso.datetime() })

/** What became of the bot's connection last. Doctor may run beside the bot and must not connect: it would take the connection. */
export type LinkFact = z.infer<typeof kept>

const KEY = 'bot.link'

export async function noteLink(memory: Memory, fact: LinkFact): Promise<void> {
  await memory.set(KEY, fact)
}

/** What the running bot has left to be told. Throws nothing. */
export async function botFindings(
  memory: Memory,
  { name }: { readonly name: string | null },
): Promise<readonly Check[]> {
  return [...(await linkFinding(memory)), ...(name === null ? [nameless] : [])]
}

async function linkFinding(memory: Memory): Promise<readonly Check[]> {
  try {
    const read = kept.safeParse(await memory.get(KEY))
    return read.success ? [findings[read.data.state](read.data.at)] : [never]
  } catch {
    // A running server may keep the database to itself: what cannot be seen is not accused.
    return []
  }
}

const { ok, warning, fault } = checksOf({ zh: '企业微信', en: 'WeCom' })

const findings: Readonly<Record<LinkFact['state'], (at: string) => Check>> = {
  open: at => ok({ zh: `智能机器人上次连上是 ${at}`, en: `the AI bot connected last at ${at}` }),
  evicted: at =>
    fault(
      {
        zh: `${at} 另一个程序用同一个智能机器人连上，把我们的连接挤掉了`,
        en: `at ${at} another program connected as the same AI bot and took our connection away`,
      },
      {
        zh: '一个智能机器人只能有一套部署使用：停掉另一套，或者给测试环境单独建一个机器人；我们每隔几分钟再试',
        en: 'let one installation alone use the bot: stop the other, or give test systems a bot of their own; we try again every few minutes',
      },
    ),
  refused: at =>
    fault(
      {
        zh: `${at} 企业微信拒绝了智能机器人的 ID 或 Secret，智能机器人通道已关`,
        en: `at ${at} WeCom refused the id or the secret of the AI bot, which is off since`,
      },
      {
        zh: '核对 WECOM_BOT_ID、WECOM_BOT_SECRET（智能机器人 → API 模式 → 长连接），然后重新启动',
        en: 'check WECOM_BOT_ID and WECOM_BOT_SECRET (智能机器人, API 模式, 长连接), then start again',
      },
    ),
}

const never = warning(
  { zh: '智能机器人还没有连上过', en: 'the AI bot has never been connected' },
  { zh: '启动服务后再查一次', en: 'start the server, then check again' },
)

const nameless = warning(
  {
    zh: '没有设置 WECOM_BOT_NAME：群里 @ 后面的第一个词会被当作机器人的名字',
    en: 'WECOM_BOT_NAME is not set, so in groups the first word behind an @ is taken for the name of the bot',
  },
  {
    zh: '把它设成机器人在群里显示的名字，名字里有空格时必须设置',
    en: 'set it to the name that the bot has in groups; a name with spaces in it needs that',
  },
)
