import { z } from 'zod'
import type { Fault } from '../forms/faults.ts'
import { fold } from '../team/find-member.ts'
import type { RuleDefinition } from './rule.ts'

interface Entry {
  readonly id: string
  readonly name: string | null
}

/** Groups and members: people write them by their names, and rules keep their ids. */
export interface Named {
  readonly channels: readonly Entry[]
  readonly members: readonly Entry[]
}

/** Names that are somebody's alone stand for ids; any other id stays. */
export function namesForIds(rule: RuleDefinition, { channels, members }: Named): RuleDefinition {
  const { listens, exempt } = rule
  return {
    ...rule,
    listens: { ...listens, ...(listens.channels && { channels: listens.channels.map(id => nameOf(id, channels)) }) },
    exempt: { ...exempt, members: exempt.members.map(id => nameOf(id, members)) },
  }
}

function nameOf(id: string, all: readonly Entry[]): string {
  const name = all.find(one => one.id === id)?.name
  return name != null && called(name, all).length === 1 ? name : id
}

const namesSchema = z.looseObject({
  listens: z.looseObject({ channels: z.array(z.string()).optional() }).optional(),
  exempt: z.looseObject({ members: z.array(z.string()).optional() }).optional(),
})

/** The other way round; a name that nobody bears, or several, is a fault. What has another shape is left to the schema. */
export function idsForNames(
  value: unknown,
  { channels, members }: Named,
): { value: unknown; faults: readonly Fault[] } {
  const sheet = namesSchema.safeParse(value)
  if (!sheet.success) return { value, faults: [] }
  const { listens, exempt } = sheet.data
  const groups = read(listens?.channels, channels, ['listens', 'channels'])
  const people = read(exempt?.members, members, ['exempt', 'members'])
  return {
    value: {
      ...sheet.data,
      ...(listens && { listens: { ...listens, ...(groups.ids && { channels: groups.ids }) } }),
      ...(exempt && { exempt: { ...exempt, ...(people.ids && { members: people.ids }) } }),
    },
    faults: [...groups.faults, ...people.faults],
  }
}

function read(names: readonly string[] | undefined, all: readonly Entry[], path: readonly string[]) {
  const found = names?.map((name, at) => ({
    name,
    at,
    ids: all.some(({ id }) => id === name) ? [name] : called(name, all),
  }))
  const faults = found?.flatMap(({ name, at, ids }): Fault[] =>
    ids.length === 1 ? [] : [{ path: [...path, at], words: ids.length === 0 ? nobody(name) : several(name) }],
  )
  return { ids: found?.flatMap(({ ids }) => ids.slice(0, 1)), faults: faults ?? [] }
}

function called(name: string, all: readonly Entry[]): readonly string[] {
  return all.filter(one => one.name !== null && fold(one.name) === fold(name)).map(({ id }) => id)
}

const nobody = (name: string) => ({ zh: `这里没有“${name}”`, en: `there is no "${name}" here` })
const several = (name: string) => ({ zh: `叫“${name}”的不止一个`, en: `more than one is called "${name}"` })
