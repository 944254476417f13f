import type { Clock } from '../../src/base/clock.ts'
import type { Log } from '../../src/base/log.ts'
import type { Files } from '../../src/platform/files.ts'
import type { Memory } from '../../src/platform/memory.ts'
import type { Pictures } from '../../src/platform/pictures.ts'

/** A command as people call it: its name is what a platform may register, its words are all that the house understands. */
export interface CalledCommand {
  readonly name: string
  readonly words: readonly string[]
  /** Most people use it on most days: it has a name of its own where there is room for some only. */
  readonly everyday?: boolean
}

/** What an adapter is made of, besides its own settings. */
export interface AdapterParts {
  readonly log: Log
  /** Real time. */
  readonly clock: Clock
  readonly pictures: Pictures
  readonly files: Files
  /** What the house understands, for platforms on which a command has to be typed in another way. */
  readonly commands: readonly CalledCommand[]
  /** The platform's own. */
  readonly memory: Memory
}
