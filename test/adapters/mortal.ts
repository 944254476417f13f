import type { Progress } from '../../src/platform/adapter.ts'
import type { JsonValue } from '../../src/platform/memory.ts'

/** When a process dies that notes how far a message has come: before its note is written, or just after. */
export type Death = 'before it is kept' | 'when it is kept'

/** Keeps notes like the outbox, in JSON, until it dies over the nth of them; never where `nth` is 0. */
export function mortal(nth: number, death: Death) {
  let kept: JsonValue = null
  let times = 0
  const { promise: dead, resolve: die } = Promise.withResolvers<'dead'>()
  const write = (value: JsonValue) => {
    kept = JSON.parse(JSON.stringify(value))
  }
  const progress: Progress = {
    kept: null,
    async keep(value) {
      times += 1
      if (times !== nth) return write(value)
      if (death === 'when it is kept') write(value)
      die('dead')
      // What is dead does nothing more.
      await new Promise(() => {})
    },
  }
  return { progress, dead, reborn: (): Progress => ({ kept, keep: async value => write(value) }) }
}
