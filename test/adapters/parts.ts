import type { AdapterParts } from '../../adapters/shared/parts.ts'
import { systemClock } from '../../src/base/clock.ts'
import type { JsonValue, Memory } from '../../src/platform/memory.ts'
import { quiet } from '../store/fixture.ts'

/** What an adapter needs of the house, without a house: no pictures, no files and no commands. */
export function bareParts(parts: Partial<AdapterParts> = {}): AdapterParts {
  return {
    log: quiet,
    clock: systemClock,
    pictures: async () => null,
    files: async () => null,
    commands: [],
    memory: createMemory(),
    ...parts,
  }
}

/** Kept as long as the test. */
export function createMemory(): Memory {
  const kept = new Map<string, JsonValue>()
  return {
    get: async key => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    async add(key, by) {
      const sum = Number(kept.get(key) ?? 0) + by
      kept.set(key, sum)
      return sum
    },
  }
}
