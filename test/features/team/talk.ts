import { expect } from 'vitest'
import type { Noted } from '../../../src/audit/entry.ts'
import { UserError } from '../../../src/base/errors.ts'
import type { FormValues } from '../../../src/content/content.ts'
import { type Actor, atLeast, type Emission, type Place, type Saying, type Team } from '../../../src/context.ts'
import { features } from '../../../src/features/index.ts'
import { resolveActor } from '../../../src/features/team/resolve-actor.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { aMoment, makeContext, wordsOf } from '../harness.ts'

export interface Heard {
  readonly said: readonly Saying[]
  readonly emitted: readonly Emission[]
  readonly noted: readonly Noted[]
  /** All that was said. */
  readonly words: string
}

interface Scene {
  readonly tx: Tx
  /** Whose group it is; null where there is no team yet. */
  readonly teamId: string | null
  readonly place?: Place
  readonly now?: Date
}

const direct: Place = { kind: 'direct' }

/** Somebody types a command, or uses a button (with its value) or a form, as the corridor would have it run. */
export async function tell(scene: Scene, personId: string, line: string): Promise<Heard> {
  const staged = await stage(scene, personId)
  const [, word = '', rest = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? []
  const command = features.flatMap(({ commands = [] }) => commands).find(one => one.words.includes(word))
  if (command === undefined) throw new Error(`no command is called ${word}`)
  if (command.least === 'guest') await command.run(staged.ctx, rest)
  else await command.run(asMember(staged, command.least), rest)
  return heard(staged)
}

export async function press(scene: Scene, personId: string, id: string, used?: string | FormValues): Promise<Heard> {
  const staged = await stage(scene, personId)
  const action = features.flatMap(({ actions = [] }) => actions).find(one => one.id === id)
  if (action === undefined) throw new Error(`no action is called ${id}`)
  const input = used === undefined ? {} : typeof used === 'string' ? { value: used } : { values: used }
  if (action.least === 'guest') await action.run(staged.ctx, input)
  else await action.run(asMember(staged, action.least), input)
  return heard(staged)
}

type Staged = Awaited<ReturnType<typeof stage>>

async function stage({ tx, teamId, place = direct, now = aMoment }: Scene, personId: string) {
  const { team, actor } = await resolveActor(tx, { personId, channel: { teamId } })
  return makeContext<Team | null, Actor, Place>(tx, { team, actor, place, now })
}

function asMember({ ctx }: Staged, least: Actor['role']) {
  const { team, actor } = ctx
  if (team === null || !atLeast(actor.role, least)) throw new UserError('test.refused', { zh: '', en: '' })
  return { ...ctx, team }
}

function heard({ said, emitted, noted }: Staged): Heard {
  return { said, emitted, noted, words: said.map(saying => wordsOf(saying.content)).join('\n') }
}

/** The person is told that it cannot be, with this code. */
export async function expectRefusal(work: Promise<unknown>, code: string): Promise<void> {
  await expect(work).rejects.toSatisfy(error => error instanceof UserError && error.code === code)
}
