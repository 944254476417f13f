import { parseArgs } from 'node:util'
import { exit } from '../../base/exit.ts'
import type { CliCommand } from '../command.ts'
import { examine } from './examine.ts'
import { type Finding, findingLines } from './finding.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  usage: 'doctor [--json]',
  summary: {
    zh: '检查一切能检查的，并说明如何修复',
    en: 'Check everything that can be checked and say how to mend it',
  },
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const findings: Finding[] = []
    for await (const finding of examine({ env: terminal.env, runtime: process.versions.node, now: new Date() })) {
      findings.push(finding)
      if (!values.json) terminal.print(findingLines(finding, terminal.lang))
    }
    const { lang } = terminal
    const plain = findings.map(({ said, todo, ...facts }) => ({ ...facts, said: said[lang], todo: todo?.[lang] }))
    if (values.json) terminal.print(JSON.stringify(plain, null, 2))
    return findings.some(({ level }) => level === 'fault') ? exit.fault : exit.ok
  },
}
