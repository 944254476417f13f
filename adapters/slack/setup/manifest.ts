import type { AppsManifestCreateArguments } from '@slack/web-api'
import type { Lang, Words } from '../../../src/base/words.ts'
import { type CommandFault, commandFault, slashOf } from '../slash-name.ts'
import { neededScopes, wantedEvents } from './scopes.ts'

export type Manifest = AppsManifestCreateArguments['manifest']

/** A command as the house declares it. */
export interface OfferedCommand {
  readonly name: string
  readonly summary: Words
  /** With the slash. */
  readonly example: Words
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

/** What Slack would not take, and why; the words work all the same when the bot is mentioned or in a direct chat. */
export interface LeftOut {
  readonly name: string
  readonly why: CommandFault | 'too-many'
}

export interface ManifestMade {
  readonly manifest: Manifest
  readonly leftOut: readonly LeftOut[]
}

const most = { commands: 50, shortcuts: 10, description: 2_000, hint: 1_000, shortcutName: 24 }

/** The settings of the app in Slack, to be pasted when it is created. */
export function makeManifest({ commands, shortcuts, prefix, door, lang }: ManifestRequest): ManifestMade {
  const url = door.mode === 'http' ? { url: door.url } : {}
  const requestUrl = door.mode === 'http' ? { request_url: door.url } : {}
  const { taken, leftOut } = choose(commands, prefix)
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
      slash_commands: taken.map(({ name, summary, example }) => ({
        command: slashOf(name, prefix),
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
  return {
    manifest,
    leftOut: [
      ...leftOut,
      ...tooMany(
        shortcuts.map(({ id }) => id),
        most.shortcuts,
      ),
    ],
  }
}

const appName: Words = { zh: '领头羊 Bellwether', en: 'Bellwether' }
const description: Words = {
  zh: '销售团队的计划、日报、汇总、榜单和提醒，就在群里。',
  en: 'Plans, reports, digests, boards and nudges for a sales team, in its own channel.',
}

function choose(commands: readonly OfferedCommand[], prefix: string | null) {
  const judged = commands.map(command => ({ command, fault: commandFault(command.name, prefix) }))
  const fit = judged.flatMap(({ command, fault }) => (fault === null ? [command] : []))
  const faulty = judged.flatMap(({ command: { name }, fault }) => (fault === null ? [] : [{ name, why: fault }]))
  const names = fit.map(({ name }) => name)
  return { taken: fit.slice(0, most.commands), leftOut: [...faulty, ...tooMany(names, most.commands)] }
}

function tooMany(names: readonly string[], limit: number): readonly LeftOut[] {
  return names.slice(limit).map(name => ({ name, why: 'too-many' }))
}

/** The example without the word itself: Slack shows it after the command. */
function hintOf(example: string): { usage_hint?: string } {
  const hint = example.replace(/^\/\S+\s*/, '')
  return hint === '' ? {} : { usage_hint: cut(hint, most.hint) }
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
