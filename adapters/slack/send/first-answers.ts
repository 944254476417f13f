import type { Clock } from '../../../src/base/clock.ts'

/** Who asked, and where. */
export interface Asker {
  readonly channelId: string
  readonly userId: string
}

/**
 * The response urls of slash commands, by which the first answers to them go. They reach the asker wherever they are, also
 * in a chat in which the bot is not, where Slack refuses every other whisper.
 */
export interface FirstAnswers {
  keep(asked: Asker & { readonly responseUrl: string }): void
  /** The newest that can still be used; taking it is a use. */
  take(asker: Asker): string | null
  /** Slack does not take it any more. */
  drop(asker: Asker, responseUrl: string): void
}

/** Slack's own limits for a response url. */
const life = 30 * 60_000
const mostUses = 5

/** So many commands of one person in one channel hardly wait for their answers at once. */
const mostEach = 10

interface Kept {
  readonly responseUrl: string
  readonly at: number
  readonly uses: number
}

/** In memory alone: without it an answer is whispered in the usual way. */
export function createFirstAnswers({ clock }: { readonly clock: Clock }): FirstAnswers {
  const kept = new Map<string, readonly Kept[]>()
  const isUsable = ({ at, uses }: Kept) => uses < mostUses && clock.now().getTime() - at < life

  function usable(asker: Asker): readonly Kept[] {
    return (kept.get(nameOf(asker)) ?? []).filter(isUsable)
  }

  function write(name: string, urls: readonly Kept[]): void {
    if (urls.length === 0) kept.delete(name)
    else kept.set(name, urls.slice(-mostEach))
  }

  return {
    keep({ responseUrl, ...asker }) {
      for (const [name, urls] of kept) write(name, urls.filter(isUsable))
      write(nameOf(asker), [...usable(asker), { responseUrl, at: clock.now().getTime(), uses: 0 }])
    },
    take(asker) {
      const urls = usable(asker)
      const newest = urls.at(-1)
      if (newest === undefined) return null
      write(nameOf(asker), [...urls.slice(0, -1), { ...newest, uses: newest.uses + 1 }])
      return newest.responseUrl
    },
    drop(asker, responseUrl) {
      const others = usable(asker).filter(url => url.responseUrl !== responseUrl)
      write(nameOf(asker), others)
    },
  }
}

function nameOf({ channelId, userId }: Asker): string {
  return `${channelId} ${userId}`
}
