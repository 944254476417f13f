import { SetupError } from './base/errors.ts'
import type { Config } from './config.ts'

/** Whether real people hear what we say, so that time is not ours to move. A stand-in on this machine is nobody. */
export function isTimeReal(platforms: Config['platforms']): boolean {
  return platforms.some(({ standIn }) => !standIn)
}

/**
 * A clock that was moved in the Room would remind real people at the wrong hour.
 * @param offset - how far it was moved, in milliseconds
 * @throws SetupError `clock-moved`
 */
export function refuseMovedClock(offset: number, platforms: Config['platforms']): void {
  if (offset === 0 || !isTimeReal(platforms)) return
  const names = platforms.map(({ id }) => id).join(', ')
  throw new SetupError(
    'clock-moved',
    [
      `The clock of this data was moved ahead in the Room by ${hours(offset)}, so ${names} cannot be served from it.`,
      'Name another folder in DATA_DIR (or another database in DATABASE_URL) for the real team;',
      'or, if there is nothing but the demo here: npm run bellwether -- demo remove',
    ].join('\n'),
  )
}

function hours(milliseconds: number): string {
  return `${(milliseconds / 3_600_000).toFixed(1)} hours`
}
