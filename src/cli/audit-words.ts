import type { Fault } from '../audit/check.ts'
import type { End } from '../audit/hash.ts'
import type { Named, Shown } from '../audit/latest.ts'
import type { Proof } from '../audit/verify.ts'
import type { Lang, Words } from '../base/words.ts'
import { toLocal } from '../calendar/zone.ts'
import type { Team } from '../context.ts'

/** An end as it is printed, and given again. */
export function anchorText({ hash, seq }: End): string {
  return `${hash}:${seq}`
}

/** What came of proving a team's chain. */
export function proofWords(team: Team, { last, erased, fault }: Proof): Words {
  const said = fault === null ? holds(last, erased) : broken(fault, team)
  return { zh: `${team.name}：${said.zh}`, en: `${team.name}: ${said.en}` }
}

function holds(last: End, erased: number): Words {
  if (last.seq === 0) return { zh: '还没有审计记录', en: 'no entries yet' }
  const gone = {
    zh: erased === 0 ? '' : `（其中 ${count(erased)} 处随抹除的成员一起清空）`,
    en: erased === 0 ? '' : ` (${count(erased)} parts of them erased together with members)`,
  }
  return {
    zh: `${count(last.seq)} 条记录首尾相接，完好${gone.zh}，末条哈希 ${anchorText(last)}`,
    en: `chain of ${count(last.seq)} ${last.seq === 1 ? 'entry' : 'entries'} holds${gone.en}, last hash ${anchorText(last)}`,
  }
}

export const keepAnchor: Words = {
  zh: '请把末条哈希抄在数据库之外；以后用 --team 和 --expect 带上它，就能证明此前的记录没有被改写或截断。',
  en: 'Keep the last hash outside of the database: given again with --team and --expect it proves that nothing before it was rewritten or cut off.',
}

function broken(fault: Fault, { zone }: Team): Words {
  switch (fault.kind) {
    case 'changed':
      return {
        zh: `第 ${count(fault.seq)} 条${which(fault, zone)}写下之后被改过`,
        en: `entry ${count(fault.seq)}${which(fault, zone)} was changed after it was written`,
      }
    case 'inserted':
      return {
        zh: `第 ${fault.seq} 条${which(fault, zone)}是后来插进去的`,
        en: `entry ${fault.seq}${which(fault, zone)} was put in afterwards`,
      }
    case 'unlinked':
      return {
        zh: `第 ${count(fault.seq)} 条${which(fault, zone)}接不上前一条：前一条被换掉了`,
        en: `entry ${count(fault.seq)}${which(fault, zone)} does not follow from the one before it, which was replaced`,
      }
    case 'missing':
      return { zh: `${range(fault).zh}不见了`, en: `${range(fault).en} missing` }
    case 'cut':
      return { zh: `末尾${range(fault).zh}被截掉了`, en: `at the end, ${range(fault).en} cut off` }
    case 'end':
      return {
        zh: `记录到第 ${count(fault.seq)} 条为止，和链尾登记的不符：有记录被加上，或链尾登记被改动`,
        en: `the entries end at ${count(fault.seq)}, otherwise than the chain states: entries were added, or what it states was changed`,
      }
    case 'erased':
      return {
        zh: `有 ${count(fault.parts)} 处被清空，而抹除成员的记录只说明了 ${count(fault.stated)} 处`,
        en: `${count(fault.parts)} parts of entries are empty, while the entries about erased members account for ${count(fault.stated)}`,
      }
    case 'unexpected':
      return {
        zh: `第 ${count(fault.seq)} 条的哈希和给出的不同：到这一条为止的记录被改写过`,
        en: `entry ${count(fault.seq)} has another hash than the one given: the log up to it was rewritten`,
      }
    case 'shorter':
      return {
        zh: `没有第 ${count(fault.seq)} 条：给出的哈希之前的记录被截掉了`,
        en: `there is no entry ${count(fault.seq)}: the log was cut off before the hash that was given`,
      }
  }
}

function which({ what, at }: { readonly what: string; readonly at: Date }, zone: Team['zone']): string {
  return ` (${moment(at, zone)}, ${what})`
}

function range({ seq, to }: { readonly seq: number; readonly to: number }): Words {
  if (seq === to) return { zh: `第 ${count(seq)} 条`, en: `entry ${count(seq)} is` }
  return { zh: `第 ${count(seq)} 到 ${count(to)} 条`, en: `entries ${count(seq)} to ${count(to)} are` }
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}

/** A moment that is none is among what somebody may have changed. */
function moment(at: Date, zone: Team['zone']): string {
  if (Number.isNaN(at.getTime())) return '?'
  const { date, time } = toLocal(at, zone)
  return `${date} ${time}`
}

/** One entry in a line: `17  2026-11-20 18:10  Wang → Zhang  read a report  reports.read`. */
export function entryLine({ seq, at, what, words, by, about }: Shown, team: Team, lang: Lang): string {
  const whom = about.kind === 'nobody' ? '' : ` → ${nameOf(about, lang)}`
  return `${seq}  ${moment(at, team.zone)}  ${nameOf(by, lang)}${whom}  ${words[lang]}  ${what}`
}

function nameOf(one: Named, lang: Lang): string {
  if (one.kind === 'named') return one.name
  const w = {
    zh: { nobody: '（自动）', erased: '（已抹除）', gone: '（已不在）' },
    en: { nobody: '(automatic)', erased: '(erased)', gone: '(gone)' },
  }[lang]
  return w[one.kind]
}
