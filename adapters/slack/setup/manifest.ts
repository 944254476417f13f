import type { AppsManifestCreateArguments } from '@slack/web-api'
import type { Lang, Words } from '../../../src/base/words.ts'
import { chooseOwn, type LeftOut } from '../own-slashes.ts'
import { slashOf, umbrellaOf } from '../slash-name.ts'
import { neededScopes, wantedEvents } from './scopes.ts'

export type Manifest = AppsManifestCreateArguments['manifest']

/** A command as the house declares it. */
export interface OfferedCommand {
  readonly name: string
  readonly summary: Words
  /** With the slash. */
  readonly example: Words
  readonly everyday?: boolean
}

/** An action that is offered on every message. */
export interface OfferedShortcut {
  readonly id: string
  readonly label: Words
}

export interface ManifestRequest {
  readonly commands: readonly OfferedCommand[]
  readonly shortcuts: readonly OfferedShortcut[]
  readonly prefix: string | null
  /** In HTTP mode with the address at which we answer. */
  readonly door: { readonly mode: 'socket' } | { readonly mode: 'http'; readonly url: string }
  readonly lang: Lang
}

export interface ManifestMade {
  readonly manifest: Manifest
  /** What Slack would not take. Each of the commands is reached by the umbrella, by mention and in a direct chat. */
  readonly leftOut: {
    readonly commands: readonly LeftOut[]
    /** By their ids. */
    readonly shortcuts: readonly string[]
  }
}

const most = { shortcuts: 10, description: 2_000, hint: 1_000, shortcutName: 24 }

/** The settings of the app in Slack, to be pasted when it is created. */
export function makeManifest({ commands, shortcuts, prefix, door, lang }: ManifestRequest): ManifestMade {
  const url = door.mode === 'http' ? { url: door.url } : {}
  const requestUrl = door.mode === 'http' ? { request_url: door.url } : {}
  const { own, leftOut } = chooseOwn(commands, prefix)
  const slashes = [
    { ...umbrella, command: umbrellaOf(prefix) },
    ...own.map(({ name, ...said }) => ({ ...said, command: slashOf(name, prefix) })),
  ]
  const manifest: Manifest = {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: { name: appName[lang], description: description[lang], background_color: '#0f6b5c' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'bellwether', always_online: true },
      shortcuts: shortcuts.slice(0, most.shortcuts).map(({ id, label }) => ({
        type: 'message',
        name: cut(label[lang], most.shortcutName),
        callback_id: id,
        description: label[lang],
      })),
      slash_commands: slashes.map(({ command, summary, example }) => ({
        command,
        description: cut(summary[lang], most.description),
        ...hintOf(example[lang]),
        // So that a member who is named comes with the account and not only as typed.
        should_escape: true,
        ...url,
      })),
    },
    oauth_config: { scopes: { bot: neededScopes.map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: [...wantedEvents] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: door.mode === 'socket',
      token_rotation_enabled: false,
    },
  }
  return { manifest, leftOut: { commands: leftOut, shortcuts: shortcuts.slice(most.shortcuts).map(({ id }) => id) } }
}

const appName: Words = { zh: '领头羊 Bellwether', en: 'Bellwether' }
const description: Words = {
  zh: '销售团队的计划、日报、汇总、榜单和提醒，就在群里。',
  en: 'Plans, reports, digests, boards and nudges for a sales team, in its own channel.',
}

/** Named in the manifest like any other command. */
const umbrella = {
  summary: {
    zh: '任何命令：后面写命令的名字，如 榜单；单独发出，就看我能做什么',
    en: 'Any command: write its word after this one; alone it shows what I can do',
  },
  example: { zh: '/bellwether 帮助 全部', en: '/bellwether help all' },
}

/** The example without the word itself: Slack shows it after the command. */
function hintOf(example: string): { usage_hint?: string } {
  const hint = example.replace(/^\/\S+\s*/, '')
  return hint === '' ? {} : { usage_hint: cut(hint, most.hint) }
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
