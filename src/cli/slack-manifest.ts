import { parseArgs } from 'node:util'
import { type LeftOut, type ManifestRequest, makeManifest } from '../../adapters/slack/setup/manifest.ts'
import { prefixPattern } from '../../adapters/slack/slash-name.ts'
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
    if (leftOut.length > 0) terminal.complain(tellLeftOut(leftOut))
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

function tellLeftOut(leftOut: readonly LeftOut[]): Words {
  const taken = leftOut.filter(({ why }) => why === 'built-in').map(({ name }) => `/${name}`)
  const others = leftOut.filter(({ why }) => why !== 'built-in').map(({ name }) => name)
  const said: readonly Words[] = [
    ...(taken.length === 0 ? [] : [ofSlack(taken.join(' '))]),
    ...(others.length === 0 ? [] : [notTaken(others.join(' '))]),
  ]
  return { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') }
}

const ofSlack = (names: string): Words => ({
  zh: `没有放进清单：${names} 是 Slack 自己的命令。@机器人 或在私聊里照样能用；想要斜杠，请设置 SLACK_COMMAND_PREFIX 或加 --prefix。`,
  en: `Left out: ${names}, which Slack has for itself. The words work when the bot is mentioned and in direct messages; for the slash, set SLACK_COMMAND_PREFIX or use --prefix.`,
})

const notTaken = (names: string): Words => ({
  zh: `没有放进清单：${names}，名字太长或数量超出 Slack 的限制。`,
  en: `Left out: ${names}, too long or too many for Slack.`,
})
