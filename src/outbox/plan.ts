import { isDeepStrictEqual } from 'node:util'
import type { Content } from '../content/content.ts'
import type { PlatformId } from '../platform/events.ts'
import type { Delivery, SentPart, Version } from './delivery.ts'
import { openly } from './openly.ts'
import { type Destination, type Reader, type SurfacesOf, surfaceKindOf, type Way } from './ways.ts'

/** One thing to try; when its path turns out to be closed, the next attempt is tried. */
export type Attempt =
  | { readonly do: 'say'; readonly way: Way; readonly content: Content; readonly reader: Reader | null }
  /** Change what is there already; the parts are those that people see now. */
  | {
      readonly do: 'revise'
      readonly platform: PlatformId
      readonly parts: readonly SentPart[]
      readonly content: Content
    }
  /** Nothing needs saying: a later version of what cannot be revised, without a short form of its own. */
  | { readonly do: 'nothing' }

/** Everything that can be tried, the best first; empty when there is no way. What has begun goes on by its own way. */
export function attemptsFor(
  delivery: Delivery,
  destination: Destination,
  ways: readonly Way[],
  earlier: Version | null,
  surfacesOf: SurfacesOf,
): Attempt[] {
  const { content, short, parts, platform } = delivery
  const [begun] = parts
  if (begun) {
    const rest = ways.filter(way => way.name === begun.way && way.platform === platform)
    return sayings(isRevision(parts, earlier) ? content : (short ?? content), rest, destination)
  }
  if (!earlier) return sayings(content, ways, destination)
  const later: Attempt[] = short === null ? [{ do: 'nothing' }] : sayings(short, ways, destination)
  return canRevise(earlier, surfacesOf) ? [{ do: 'revise', ...earlier, content }, ...later] : later
}

/** What is out is the message itself, grown by further parts, and not a short addition to what was there before. */
function isRevision(parts: readonly SentPart[], earlier: Version | null): boolean {
  return !earlier || isDeepStrictEqual(parts[0], earlier.parts[0])
}

function sayings(content: Content, ways: readonly Way[], destination: Destination): Attempt[] {
  const reader = destination.kind === 'channel' ? destination.only : destination.reader
  const open = content.discreet ? ways.filter(({ name }) => name !== 'openly') : ways
  return open.map(way => ({
    do: 'say',
    way,
    content: way.name === 'openly' && reader ? openly(content, { id: reader.personId, name: reader.name }) : content,
    reader,
  }))
}

function canRevise({ parts, platform }: Version, surfacesOf: SurfacesOf): boolean {
  const [first] = parts
  return first !== undefined && surfacesOf(platform)?.[surfaceKindOf(first.way)].revises === true
}

/** Trying again can do no harm where the same thing twice is one thing, or where it may be heard twice. */
export function isHarmless(attempt: Attempt | undefined, repeatable: boolean, surfacesOf: SurfacesOf): boolean {
  if (repeatable || attempt?.do !== 'say') return true
  return surfacesOf(attempt.way.platform)?.[surfaceKindOf(attempt.way.name)].idempotent === true
}
