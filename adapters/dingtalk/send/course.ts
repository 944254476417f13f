import { z } from 'zod'
import type { Outgoing, Progress } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'

const kept = z.object({
  /** The files that were handed over, by what contents call them; the last may have been on its way. */
  handed: z.array(z.string()),
  /** The message itself is being said: nobody knows afterwards whether it was. */
  saying: z.boolean(),
})

/** How far a message with files has come: those first, one by one, then the words that say what they are. */
export interface Course {
  readonly handed: ReadonlySet<string>
  /** Notes that this file is handed over from now on. */
  hand(ref: string): Promise<void>
  /** It was not, after all. */
  handBack(ref: string): Promise<void>
  /** Does what says the message itself. */
  say<T>(work: () => Promise<T>): Promise<T>
}

export function courseOf({ progress }: Pick<Outgoing<unknown>, 'progress'>): Course {
  const handed = new Set(handedIn(progress))
  const keep = async (saying: boolean) => progress?.keep({ handed: [...handed], saying })
  return {
    handed,
    async hand(ref) {
      handed.add(ref)
      await keep(false)
    },
    async handBack(ref) {
      handed.delete(ref)
      await keep(false)
    },
    async say(work) {
      await keep(true)
      try {
        return await work()
      } catch (error) {
        if (error instanceof PlatformError && error.kind !== 'uncertain') await keep(false)
        throw error
      }
    },
  }
}

function handedIn(progress: Progress | undefined): readonly string[] {
  return kept.safeParse(progress?.kept).data?.handed ?? []
}

/** Whether the message itself was surely not said; whoever goes on says it then. */
export function isUnsaid(progress: unknown): boolean {
  if (progress === null || progress === undefined) return true
  const read = kept.safeParse(progress)
  return read.success && !read.data.saying
}
