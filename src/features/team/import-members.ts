import { newId } from '../../base/ids.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { identify } from './identify.ts'
import { type ImportFault, type ImportPreview, type ImportRow, readMembers } from './import-rows.ts'
import { membersOf, type TeamMember } from './members.ts'
import { decideRole, holderOf } from './roster.ts'
import { enlist, lockTeam, nameNameless, setCurrentTeam, setPersonLang, updateMember } from './store.ts'
import { lastAdminWords, takenWords } from './words/import.ts'

export type ImportResult =
  | { readonly kind: 'imported'; readonly created: number; readonly updated: number }
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[] }

/**
 * Brings the people of a CSV text into the team, and those who are in it already up to date; nobody is removed. All rows
 * or, with any fault, none. `onProgress` is called after each row.
 */
export async function importMembers(
  ctx: TeamContext,
  text: string,
  options: { readonly platforms: readonly string[]; readonly onProgress?: (done: number, total: number) => void },
): Promise<ImportResult> {
  await lockTeam(ctx.tx, ctx.team.id)
  const { rows, faults } = await previewMembers(ctx, text, options.platforms)
  if (faults.length > 0) return { kind: 'refused', faults }
  const counts = { created: 0, updated: 0 }
  for (const [index, row] of rows.entries()) {
    counts[await bringIn(ctx, row)]++
    options.onProgress?.(index + 1, rows.length)
  }
  return { kind: 'imported', ...counts }
}

/** What an import would read and refuse: the text's own faults and those against the team as it is. Writes nothing. */
export async function previewMembers(
  ctx: TeamContext,
  text: string,
  platforms: readonly string[],
): Promise<ImportPreview> {
  const { rows, faults } = readMembers(text, platforms)
  const members = await membersOf(ctx.tx, ctx.team)
  const owners = await ownersOf(ctx, rows)
  const clashes = rows.flatMap(row => clashesOf(row, members, owners.get(accountKey(row))))
  return { rows, faults: [...faults, ...clashes].sort((a, b) => a.line - b.line) }
}

/** Person ids by account, of the accounts that exist. */
async function ownersOf(ctx: TeamContext, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, string>> {
  const accounts = await ctx.tx.account.findMany({ where: { accountId: { in: rows.map(row => row.accountId) } } })
  return new Map(accounts.map(account => [accountKey(account), account.personId]))
}

function accountKey({ platform, accountId }: { platform: string; accountId: string }): string {
  return `${platform} ${accountId}`
}

function clashesOf(row: ImportRow, members: readonly TeamMember[], personId: string | undefined): ImportFault[] {
  const self = members.find(member => member.personId === personId)
  const faults: ImportFault[] = []
  for (const name of [row.name, ...row.aliases]) {
    const holder = holderOf(members, name, self?.memberId ?? '')
    if (holder) faults.push({ line: row.line, words: takenWords(name, holder.name) })
  }
  if (self && decideRole(members, self, row.role).kind === 'last-admin') {
    faults.push({ line: row.line, words: lastAdminWords })
  }
  return faults
}

async function bringIn(ctx: TeamContext, row: ImportRow): Promise<'created' | 'updated'> {
  const { tx, team, now } = ctx
  const { name, role, aliases, lang } = row
  const { personId } = await identify(tx, { platform: row.platform, accountId: row.accountId }, now)
  await nameNameless(tx, personId, row.accountId, name)
  const joinedOn = toLocal(now, team.zone).date
  const { memberId, isNew } = await enlist(tx, {
    memberId: newId(now),
    teamId: team.id,
    personId,
    name,
    role,
    joinedOn,
  })
  await updateMember(tx, memberId, { name, role, aliases })
  if (lang !== null) await setPersonLang(tx, personId, lang)
  if (!isNew) return 'updated'
  await setCurrentTeam(tx, personId, team.id)
  ctx.emit({ name: 'member.joined', teamId: team.id, payload: { memberId } })
  return 'created'
}
