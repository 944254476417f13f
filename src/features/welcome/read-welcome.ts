import type { Lang } from '../../base/words.ts'
import { type HelpRow, helpRows } from '../../commands/help.ts'
import { atLeast, type TeamContext } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Command } from '../feature.ts'
import { isAsked } from '../forms/asked.ts'
import { activeForms, type TeamForm } from '../forms/store.ts'
import { reachedByMail } from '../mail/store.ts'
import { type Metric, metricsOf } from '../metrics/catalogue.ts'
import type { TeamMember } from '../team/members.ts'
import { houseRules } from './house-rules.ts'
import { doneBy, newcomerBy } from './store.ts'

export const tasks = ['plan', 'report', 'my', 'thanks', 'rules', 'mail'] as const
export type Task = (typeof tasks)[number]

/** One thing to do in the first week; `done` is null for whoever is no newcomer. */
export interface Item {
  readonly task: Task
  readonly done: boolean | null
}

/** All that a newcomer is told. */
export interface Welcome {
  readonly teamName: string
  readonly name: string
  /** Those that ask the newcomer. */
  readonly forms: readonly TeamForm[]
  readonly metrics: readonly Metric[]
  readonly commands: readonly HelpRow[]
  readonly rules: readonly string[]
  readonly items: readonly Item[]
}

/** The five of every day. */
const daily = ['plan', 'report', 'my', 'kudos', 'help']

/** Nothing is left to do but what is a matter of taste. */
export function isThrough(items: readonly Item[]): boolean {
  return items.every(({ task, done }) => done === true || task === 'mail')
}

export async function readWelcome(
  { tx, team, mails = false }: Pick<TeamContext, 'tx' | 'team' | 'mails'>,
  member: TeamMember,
  catalogue: readonly Command[],
  lang: Lang,
): Promise<Welcome> {
  const forms = (await activeForms(tx, team.id)).filter(({ definition }) => isAsked(definition, member))
  const rows = helpRows(catalogue, least => atLeast(member.role, least))
  const { rules, areRead } = await houseRules({ tx, team }, member, lang)
  return {
    ...{ teamName: team.name, name: member.name, forms, rules, metrics: await metricsOf(tx, team.id) },
    commands: daily.flatMap(name => rows.find(row => row.name === name) ?? []),
    items: await itemsOf({ tx, mails }, member, { forms, rules, areRead }),
  }
}

/** What the newcomer can do here, and whether they have. */
async function itemsOf(
  { tx, mails }: { readonly tx: Tx; readonly mails: boolean },
  { memberId, personId }: TeamMember,
  { forms, rules, areRead }: { forms: readonly TeamForm[]; rules: readonly string[]; areRead: boolean },
): Promise<readonly Item[]> {
  const newcomer = await newcomerBy(tx, memberId)
  const isMailed = mails && (await reachedByMail(tx, [personId])).has(personId)
  const facts = { ...(await doneBy(tx, memberId)), my: newcomer?.sawMyAt != null, rules: areRead, mail: isMailed }
  const isThere: Readonly<Record<Task, boolean>> = {
    plan: forms.some(({ kind }) => kind === 'plan'),
    report: forms.some(({ kind }) => kind === 'report'),
    my: true,
    thanks: true,
    rules: rules.length > 0,
    mail: mails,
  }
  return tasks.filter(task => isThere[task]).map(task => ({ task, done: newcomer ? facts[task] : null }))
}
