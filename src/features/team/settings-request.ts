/** A change of the team's own settings; the texts are read by whoever carries it out. */
export type TeamChangeRequest =
  | { readonly kind: 'lang' | 'zone' | 'name' | 'calendar'; readonly text: string }
  | { readonly kind: 'days'; readonly meaning: 'off' | 'on' | 'usual'; readonly text: string }

/** What `/settings` may be asked of the team itself, beside the features' settings. */
export type SettingsRequest =
  | TeamChangeRequest
  | { readonly kind: 'my-lang'; readonly text: string }
  /** Of the group in which it is said. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'holidays'; readonly text: string; readonly year?: number }
  | { readonly kind: 'unreadable'; readonly part: string }

type Subject = 'lang' | 'zone' | 'name' | 'calendar' | 'dayoff' | 'dayon' | 'holidays' | 'plain'

const subjects: ReadonlyMap<string, Subject> = new Map([
  ['lang', 'lang'],
  ['language', 'lang'],
  ['语言', 'lang'],
  ['zone', 'zone'],
  ['timezone', 'zone'],
  ['时区', 'zone'],
  ['name', 'name'],
  ['名称', 'name'],
  ['calendar', 'calendar'],
  ['日历', 'calendar'],
  ['dayoff', 'dayoff'],
  ['放假', 'dayoff'],
  ['dayon', 'dayon'],
  ['上班', 'dayon'],
  ['holidays', 'holidays'],
  ['节假日', 'holidays'],
  ['plain', 'plain'],
  ['免斜杠', 'plain'],
])

/** Reads what follows `/settings`. `lang` alone is one's own language; after `team` it is the team's. */
export function readSettingsRequest(text: string): SettingsRequest {
  const [first, afterFirst] = takeWord(text)
  const isTeam = /^(?:team|团队)$/i.test(first)
  const [word, rest] = isTeam ? takeWord(afterFirst) : [first, afterFirst]
  const subject = subjects.get(word.normalize('NFKC').toLowerCase())
  if (subject === undefined || rest === '') return { kind: 'unreadable', part: text.trim() }
  switch (subject) {
    case 'dayoff':
      return readDaysRequest('off', rest)
    case 'dayon':
      return readDaysRequest('on', rest)
    case 'holidays':
      return readHolidaysRequest(rest)
    case 'plain':
      return { kind: 'plain', text: rest }
    case 'lang':
      return { kind: isTeam ? 'lang' : 'my-lang', text: rest }
    default:
      return { kind: subject, text: rest }
  }
}

function readDaysRequest(meaning: 'off' | 'on', rest: string): SettingsRequest {
  const undo = /^(?:cancel|取消)(?:\s+|(?=\d))/i.exec(rest)
  return { kind: 'days', meaning: undo ? 'usual' : meaning, text: rest.slice(undo?.[0].length ?? 0) }
}

/** A year may stand before what is pasted, for a notice that does not name its own. */
function readHolidaysRequest(rest: string): SettingsRequest {
  const year = /^(20\d{2})年?\s+/.exec(rest)
  if (year === null) return { kind: 'holidays', text: rest }
  return { kind: 'holidays', text: rest.slice(year[0].length), year: Number(year[1]) }
}

/** The first word, and what follows it with its line breaks. */
function takeWord(text: string): readonly [string, string] {
  const trimmed = text.trim()
  const end = trimmed.search(/\s/)
  return end === -1 ? [trimmed, ''] : [trimmed.slice(0, end), trimmed.slice(end).trim()]
}
