import { parseArgs } from 'node:util'
import type { LeftOut } from '../../adapters/slack/own-slashes.ts'
import { type ManifestMade, type ManifestRequest, makeManifest } from '../../adapters/slack/setup/manifest.ts'
import { prefixPattern, umbrellaOf } from '../../adapters/slack/slash-name.ts'
import { exit } from '../base/exit.ts'
import { isLang, type Lang, type Words } from '../base/words.ts'
import { features } from '../features/index.ts'
import { type CliCommand, UsageError } from './command.ts'
import type { Terminal } from './terminal.ts'

const options = {
  prefix: { type: 'string' },
  mode: { type: 'string' },
  url: { type: 'string' },
  lang: { type: 'string' },
} as const

export const slackManifest: CliCommand = {
  name: 'slack manifest',
  usage: 'slack manifest [--prefix bw] [--mode socket|http --url https://HOST] [--lang zh|en]',
  summary: {
    zh: '打印 Slack 应用清单，建应用时粘贴进去',
    en: 'Print the manifest from which the app is created in Slack',
  },
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options })
    const { env } = terminal
    const prefix = readPrefix(values.prefix ?? env['SLACK_COMMAND_PREFIX'] ?? '')
    const { manifest, leftOut } = makeManifest({
      commands: features.flatMap(feature => feature.commands ?? []),
      shortcuts: features.flatMap(({ actions = [] }) =>
        actions.flatMap(({ id, onMessages }) => (onMessages === undefined ? [] : [{ id, label: onMessages }])),
      ),
      prefix,
      door: readDoor(values.mode ?? (env['SLACK_MODE'] || 'socket'), values.url),
      lang: readLang(values.lang, terminal),
    })
    terminal.print(JSON.stringify(manifest, null, 2))
    for (const words of leftOutTold(leftOut, prefix)) terminal.complain(words)
    return exit.ok
  },
}

function readPrefix(text: string): string | null {
  if (text === '') return null
  if (prefixPattern.test(text)) return text
  throw new UsageError({
    zh: '前缀是 1 到 16 个小写字母、数字、- 或 _，不带斜杠。',
    en: 'A prefix is 1 to 16 small letters, digits, - or _, without a slash.',
  })
}

function readDoor(mode: string, url: string | undefined): ManifestRequest['door'] {
  if (mode === 'socket') return { mode }
  if (mode !== 'http') throw new UsageError({ zh: '--mode 是 socket 或 http。', en: '--mode is socket or http.' })
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : null
  if (address?.protocol === 'https:') return { mode, url: new URL('/slack/events', address).href }
  throw new UsageError({
    zh: 'http 模式要用 --url 给出公网地址，以 https:// 开头。',
    en: 'With http, --url names the public address, beginning with https://.',
  })
}

function readLang(lang: string | undefined, terminal: Terminal): Lang {
  if (lang === undefined) return terminal.lang
  if (isLang(lang)) return lang
  throw new UsageError({ zh: '--lang 是 zh 或 en。', en: '--lang is zh or en.' })
}

/** Why some words have no slash of their own, and how they are typed all the same. */
function leftOutTold({ commands, shortcuts }: ManifestMade['leftOut'], prefix: string | null): readonly Words[] {
  const [first] = commands
  return [
    ...reasons.flatMap(({ why, told }) => {
      const names = commands.filter(one => one.why === why).map(({ name }) => `/${name}`)
      return names.length === 0 ? [] : [told(names.join(' '))]
    }),
    ...(first === undefined ? [] : [reachedBy(`${umbrellaOf(prefix)} ${first.name}`)]),
    ...(shortcuts.length === 0 ? [] : [shortcutsToo(shortcuts.join(' '))]),
  ]
}

const reasons: readonly { readonly why: LeftOut['why']; told(names: string): Words }[] = [
  {
    why: 'built-in',
    told: names => ({
      zh: `没有自己的斜杠：${names} 是 Slack 自己的命令。想要斜杠，请设置 SLACK_COMMAND_PREFIX 或加 --prefix。`,
      en: `Without a slash of their own: ${names}, which Slack has for itself. For the slash, set SLACK_COMMAND_PREFIX or use --prefix.`,
    }),
  },
  {
    why: 'too-many',
    told: names => ({
      zh: `没有自己的斜杠：${names}。一个 Slack 应用最多 50 个命令，每天用的优先。`,
      en: `Without a slash of their own: ${names}. Slack takes 50 commands of one app; those of every day come first.`,
    }),
  },
  {
    why: 'unfit',
    told: names => ({
      zh: `没有自己的斜杠：${names}，Slack 不收这样的名字。`,
      en: `Without a slash of their own: ${names}, names that Slack does not take.`,
    }),
  },
]

const reachedBy = (example: string): Words => ({
  zh: `这样输入就行：${example}。@机器人 或私聊时，直接说也行。`,
  en: `They are typed so: ${example}. By mention and in direct messages the words work as they are.`,
})

const shortcutsToo = (ids: string): Words => ({
  zh: `没有放进清单的消息快捷方式：${ids}。Slack 最多放 10 个。`,
  en: `Message shortcuts left out: ${ids}. Slack takes 10 of one app.`,
})
