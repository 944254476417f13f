import type { Memory } from '../../../src/platform/memory.ts'

/** An adapter's memory without a database, which fails when told to. */
export function createFacts() {
  const kept = new Map<string, string>()
  const facts = {
    fails: false,
    /** Keys in the order in which they were written. */
    written: [] as string[],
    memory: {} as Memory,
  }
  const check = () => {
    if (facts.fails) throw new Error('no database')
  }
  facts.memory = {
    async get(key) {
      check()
      const json = kept.get(key)
      return json === undefined ? undefined : JSON.parse(json)
    },
    async set(key, value) {
      check()
      facts.written.push(key)
      kept.set(key, JSON.stringify(value))
    },
    async add(key, by) {
      check()
      const sum = Number(kept.get(key) ?? 0) + by
      kept.set(key, String(sum))
      return sum
    },
  }
  return facts
}
