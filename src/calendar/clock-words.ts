const clock =
  /(?<part>凌晨|早上|上午|中午|下午|晚上)? ?(?<hour>\d{1,2})(?:(?::(?<minute>\d{2})|[点时](?<spoken>半|\d{1,2}分?)?)(?: ?(?<half>[ap])m)?| ?(?<bare>[ap])m)/g

/**
 * Takes the times of day out of a text: 09:00, 9点半, 下午5点, 5:30 pm. Each comes back as `HH:mm`, unchecked, so that
 * 25:00 can be refused by name; `rest` is the text without them. Expects small letters and half-width characters.
 */
export function takeTimes(text: string): { times: string[]; rest: string } {
  const times = text.matchAll(clock).map(readTime).toArray()
  return { times, rest: text.replace(clock, ' ') }
}

function readTime(found: RegExpMatchArray): string {
  const { part, hour, minute, spoken, half, bare } = found.groups ?? {}
  const minutes = minute ?? (spoken === '半' ? '30' : (spoken?.replace('分', '') ?? '0'))
  return `${pad(hourOfDay(Number(hour), part ?? half ?? bare))}:${pad(Number(minutes))}`
}

/** 晚上12点 is midnight at the day's end, 24:00, which no day has: better refused than taken for noon. */
function hourOfDay(hour: number, part: string | undefined): number {
  switch (part) {
    case 'p':
    case '下午':
      return hour < 12 ? hour + 12 : hour
    case '晚上':
      return hour <= 12 ? hour + 12 : hour
    case 'a':
    case '凌晨':
      return hour === 12 ? 0 : hour
    default:
      return hour
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
