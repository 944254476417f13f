/**
 * Slack's own commands. A manifest with one of them is refused as a whole ("invalid name" was reported for /status). Which
 * of the older ones may be taken is nowhere written, so none is tried. /help is not among them: apps have registered it.
 */
const builtIn: ReadonlySet<string> = new Set([
  ...['active', 'apps', 'archive', 'away', 'call', 'collapse', 'contact', 'dm', 'dnd', 'expand', 'feed', 'feedback'],
  ...['huddle', 'invite', 'join', 'keys', 'kick', 'leave', 'me', 'msg', 'mute', 'open', 'prefs', 'pro', 'remind'],
  ...['remove', 'rename', 'search', 'shortcuts', 'shrug', 'star', 'status', 'topic', 'who'],
])

/** Its slash included. */
const longest = 32

export const prefixPattern = /^[a-z0-9_-]{1,16}$/

export type CommandFault = 'built-in' | 'unfit'

/** `plan` as it is typed in Slack: `/plan`, or `/bw-plan` with the prefix `bw`. */
export function slashOf(name: string, prefix: string | null): string {
  return prefix === null ? `/${name}` : `/${prefix}-${name}`
}

/**
 * The command that takes the words of any other: `/bellwether rules`. A prefix is it by itself, `/bw rules` beside `/bw-plan`,
 * unless Slack has that word too.
 */
export function umbrellaOf(prefix: string | null): string {
  if (prefix === null) return '/bellwether'
  return builtIn.has(prefix) ? slashOf('bellwether', prefix) : `/${prefix}`
}

/** Why Slack would not take a command of this name; null when it does. */
export function commandFault(name: string, prefix: string | null): CommandFault | null {
  const slash = slashOf(name, prefix)
  if (builtIn.has(slash.slice(1))) return 'built-in'
  return slash.length <= longest && /^\/[a-z0-9_-]+$/.test(slash) ? null : 'unfit'
}
