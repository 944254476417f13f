import type { ChannelKind } from '../workspace.ts'

const kinds: Readonly<Record<string, ChannelKind | undefined>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
}

const readScopes: Readonly<Record<ChannelKind, string>> = {
  channel: 'channels:read',
  group: 'groups:read',
  im: 'im:read',
}

/** The kinds that a `types` argument names; public channels when it names none. */
export function typesOf(types: readonly string[] = ['public_channel']): ReadonlySet<ChannelKind> {
  return new Set(types.flatMap(type => kinds[type] ?? []))
}

export function scopesOfTypes(types: readonly string[] | undefined): readonly string[] {
  return [...typesOf(types)].map(kind => readScopes[kind])
}
