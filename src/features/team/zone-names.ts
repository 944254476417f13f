import { isZone, type Zone } from '../../calendar/zone.ts'

/** What people call the places that they mean most often. */
const nicknames: ReadonlyMap<string, Zone> = new Map([
  ['北京', 'Asia/Shanghai'],
  ['beijing', 'Asia/Shanghai'],
  ['中国', 'Asia/Shanghai'],
  ['china', 'Asia/Shanghai'],
  ['上海', 'Asia/Shanghai'],
  ['香港', 'Asia/Hong_Kong'],
  ['台北', 'Asia/Taipei'],
  ['新加坡', 'Asia/Singapore'],
  ['东京', 'Asia/Tokyo'],
  ['首尔', 'Asia/Seoul'],
  ['悉尼', 'Australia/Sydney'],
  ['伦敦', 'Europe/London'],
  ['柏林', 'Europe/Berlin'],
  ['巴黎', 'Europe/Paris'],
  ['纽约', 'America/New_York'],
  ['洛杉矶', 'America/Los_Angeles'],
])

/** Reads an IANA zone in any case, or its city alone ("new york"), or a well-known nickname; null when it is none. */
export function readZone(text: string): Zone | null {
  const wanted = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_')
  const nicknamed = nicknames.get(wanted)
  if (nicknamed) return nicknamed
  const zones = Intl.supportedValuesOf('timeZone')
  const whole = zones.find(zone => zone.toLowerCase() === wanted)
  if (whole) return whole
  const cities = zones.filter(zone => zone.toLowerCase().split('/').at(-1) === wanted)
  if (cities.length === 1) return cities[0] ?? null
  return isZone(text.trim()) ? text.trim() : null
}
