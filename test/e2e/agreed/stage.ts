import { expect } from 'vitest'
import { readingLog, verify } from '../../../src/audit/verify.ts'
import { newKey, readKey, sealingWith } from '../../../src/base/sealing.ts'
import { features } from '../../../src/features/index.ts'
import { openTalk, type Speaker, type Talk } from '../../talk.ts'

/** A test in which days go by takes long on a busy machine. */
export const whileDaysGoBy = { timeout: 180_000 }

interface Options<Id extends string> {
  readonly at: string
  readonly people: Readonly<Record<Id, string>>
  readonly groups?: Readonly<Record<string, string>>
}

export interface Stage<Id extends string> extends AsyncDisposable {
  readonly talk: Talk
  readonly who: Readonly<Record<Id, Speaker>>
}

/** The whole house, with a key by which talk is kept, and speakers for everybody. */
export async function openStage<Id extends string>(options: Options<Id>): Promise<Stage<Id>> {
  const sealing = sealingWith(readKey(newKey()) ?? new Uint8Array())
  const talk = await openTalk({ ...options, features, sealing })
  const ids = Object.keys(options.people) as Id[]
  const who = Object.fromEntries(ids.map(id => [id, talk.person(id)])) as Record<Id, Speaker>
  return { talk, who, [Symbol.asyncDispose]: () => talk[Symbol.asyncDispose]() }
}

/** Presses the button of the newest message that has it, as it was drawn. */
export async function press(person: Speaker, actionId: string): Promise<void> {
  const messages = (await person.all()).toSorted((one, other) => one.at.localeCompare(other.at))
  const button = messages.flatMap(({ content }) => buttonsIn(content, actionId)).at(-1)
  if (button === undefined) throw new Error(`${person.id} is offered no ${actionId}`)
  await person.uses(actionId, button)
}

function buttonsIn(part: unknown, actionId: string): readonly { readonly value?: string }[] {
  if (typeof part !== 'object' || part === null) return []
  if ('id' in part && part.id === actionId) return ['value' in part ? { value: String(part.value) } : {}]
  return Object.values(part).flatMap(inner => buttonsIn(inner, actionId))
}

/** What stands in the brackets of the pattern, in what somebody has just been told. */
export async function noted(person: Speaker, words: RegExp): Promise<string> {
  const heard = (await person.heard()).join('\n')
  const [, found] = words.exec(heard) ?? []
  if (found === undefined) throw new Error(`${person.id} was told nothing like ${words}:\n${heard}`)
  return found
}

/** All that somebody was ever told by us, in one text. */
export async function everything(person: Pick<Speaker, 'all'>): Promise<string> {
  const told = (await person.all()).filter(({ from }) => from === 'bot')
  return told.map(({ text }) => text).join('\n')
}

/** The first line of each thing said to the whole group, in its order. No two of them are the same. */
export async function saidOpenly(talk: Talk): Promise<readonly string[]> {
  const said = (await talk.group.all())
    .filter(({ from }) => from === 'bot')
    .toSorted((one, other) => one.at.localeCompare(other.at))
  const texts = said.map(({ text }) => text)
  expect(texts.filter((text, n) => texts.indexOf(text) < n)).toEqual([])
  return said.map(({ text }) => text.split('\n')[0] ?? '')
}

/** Proves the log of each team, and answers what is on record in it and how often, by kind. */
export async function provenLog({ store }: Talk): Promise<ReadonlyMap<string, number>> {
  const teams = await store.prisma.team.findMany()
  const proofs = await readingLog(store, async session => {
    const all = []
    for (const { id } of teams) all.push(await verify(session, id))
    return all
  })
  expect(proofs.map(({ fault }) => fault)).toEqual(teams.map(() => null))
  const rows = await store.prisma.audit.groupBy({ by: ['what'], _count: true })
  expect(proofs.reduce((sum, { last }) => sum + last.seq, 0)).toBe(rows.reduce((sum, { _count }) => sum + _count, 0))
  return new Map(rows.map(({ what, _count }) => [what, _count]))
}
