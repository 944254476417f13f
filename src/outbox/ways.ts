import type { Address, Surface, SurfaceKind } from '../platform/adapter.ts'
import type { PlatformId } from '../platform/events.ts'
import type { WayName } from './delivery.ts'

export interface Account {
  readonly platform: PlatformId
  readonly accountId: string
}

/** Where a delivery is meant to go, as far as our tables know. */
export type Destination =
  | {
      readonly kind: 'channel'
      readonly platform: PlatformId
      readonly externalId: string
      readonly only: Reader | null
    }
  | { readonly kind: 'person'; readonly reader: Reader }

export interface Reader {
  readonly personId: string
  readonly name: string
  /** Where they were last active comes first. */
  readonly accounts: readonly Account[]
}

/** One way to get a message to its reader. */
export interface Way {
  readonly name: WayName
  readonly platform: PlatformId
  readonly address: Address
}

export type SurfacesOf = (platform: PlatformId) => Readonly<Record<SurfaceKind, Surface>> | undefined

/**
 * All ways to a destination, the best first. What only one person may see is whispered, else said in a direct chat, else
 * said openly in its short form. `answering` is true for a reply: then also a chat that we may never start will do.
 */
export function waysTo(destination: Destination, surfacesOf: SurfacesOf, answering: boolean): Way[] {
  if (destination.kind === 'person') return directWays(destination.reader.accounts, surfacesOf, answering)
  const { platform, externalId, only } = destination
  const surfaces = surfacesOf(platform)
  if (!surfaces) return []
  const group = (name: WayName, address: object = {}): Way => ({
    name,
    platform,
    address: { kind: 'group', channelId: externalId, ...address },
  })
  if (!only) return [group('group')]
  const here = only.accounts.filter(account => account.platform === platform)
  const whispers = surfaces.group.whispers
    ? here.map(({ accountId }) => group('whisper', { whisperTo: accountId }))
    : []
  return [...whispers, ...directWays(here, surfacesOf, false), group('openly')]
}

function directWays(accounts: readonly Account[], surfacesOf: SurfacesOf, answering: boolean): Way[] {
  return accounts
    .filter(({ platform }) => {
      const starts = surfacesOf(platform)?.direct.starts
      return starts !== undefined && (answering || starts !== 'never')
    })
    .map(({ platform, accountId }) => ({ name: 'direct', platform, address: { kind: 'direct', accountId } }))
}

export function surfaceKindOf(way: WayName): SurfaceKind {
  return way === 'direct' ? 'direct' : 'group'
}
