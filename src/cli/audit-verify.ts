import { parseArgs } from 'node:util'
import type { End } from '../audit/hash.ts'
import { type Proof, readingLog, verify } from '../audit/verify.ts'
import { exit } from '../base/exit.ts'
import { readConfig } from '../config.ts'
import type { Team } from '../context.ts'
import { allTeams } from '../features/team/teams.ts'
import type { Store } from '../store/store.ts'
import { anchorText, keepAnchor, proofWords } from './audit-words.ts'
import { type CliCommand, UsageError } from './command.ts'
import { requireData, withCurrentDatabase } from './database.ts'
import { pickTeam } from './pick-team.ts'

export const auditVerify: CliCommand = {
  name: 'audit verify',
  usage: 'audit verify [--team NAME] [--expect HASH:SEQ] [--json]',
  summary: { zh: '证明审计记录没有被改动', en: 'Prove that the audit log is as it was written' },
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { team: { type: 'string' }, expect: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const expected = values.expect === undefined ? undefined : readAnchor(values.expect)
    requireData(readConfig(terminal.env))
    const isOne = values.team !== undefined || expected !== undefined
    const proofs = await withCurrentDatabase(terminal, async ({ store }) => {
      const teams = await allTeams(store.prisma)
      return prove(store, isOne || teams.length === 0 ? [pickTeam(teams, values.team)] : teams, expected)
    })
    if (values.json) terminal.print(JSON.stringify(proofs.map(asJson), null, 2))
    const isWhole = proofs.every(({ proof }) => proof.fault === null)
    for (const { team, proof } of values.json ? [] : proofs) {
      const said = proofWords(team, proof)
      if (proof.fault === null) terminal.print(said)
      else terminal.complain(said)
    }
    if (!values.json && isWhole && expected === undefined) terminal.print(keepAnchor)
    return isWhole ? exit.ok : exit.fault
  },
}

interface TeamProof {
  readonly team: Team
  readonly proof: Proof
}

function prove(store: Store, teams: readonly Team[], expected: End | undefined): Promise<readonly TeamProof[]> {
  return readingLog(store, async session => {
    const proofs: TeamProof[] = []
    for (const team of teams) proofs.push({ team, proof: await verify(session, team.id, expected) })
    return proofs
  })
}

function asJson({ team, proof: { last, erased, fault } }: TeamProof) {
  const holds = fault === null
  return { team: team.name, holds, entries: last.seq, erased, last: last.seq === 0 ? null : anchorText(last), fault }
}

function readAnchor(text: string): End {
  const [, hash, seq] = /^([0-9a-f]{64}):([1-9]\d{0,8})$/i.exec(text.trim()) ?? []
  if (hash !== undefined && seq !== undefined) return { hash: hash.toLowerCase(), seq: Number(seq) }
  throw new UsageError({
    zh: '--expect 要填 audit verify 打印过的末条哈希，连同冒号后的数字。',
    en: '--expect takes the last hash as audit verify has printed it, with the number after the colon.',
  })
}
