/** So many are at hand at a time. */
const MOST = 500

interface Shown {
  readonly id: string
  readonly key: string
  readonly channel: string
  readonly change: string
}

/** The stretch of a channel that a reader is given: all that follows `after`, or the latest; `isFull` when more is left. */
interface Stretch {
  readonly channel: string
  readonly after: string | undefined
  readonly isFull: boolean
}

/** Messages of the Room that are written down nowhere: they are there for as long as this process runs. */
export function createUnwritten<M extends Shown>() {
  const shown: M[] = []

  function within(written: readonly M[], { channel, after, isFull }: Stretch): readonly M[] {
    const from = BigInt(after ?? (isFull ? written[0]?.change : undefined) ?? 0)
    const to = after !== undefined && isFull ? written.at(-1)?.change : undefined
    return shown.filter(message => {
      const change = BigInt(message.change)
      return message.channel === channel && change > from && (to === undefined || change < BigInt(to))
    })
  }

  return {
    find: (is: (message: M) => boolean): M | undefined => shown.find(is),

    add(message: M): void {
      shown.splice(0, shown.length - MOST + 1)
      shown.push(message)
    },

    /** What was written, with these in their places. */
    among(written: readonly M[], stretch: Stretch): readonly M[] {
      const there = within(written, stretch)
      if (there.length === 0) return written
      return [...written, ...there].toSorted((a, b) => (BigInt(a.change) < BigInt(b.change) ? -1 : 1))
    },
  }
}
