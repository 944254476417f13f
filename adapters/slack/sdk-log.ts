import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../src/base/log.ts'

/** Where Slack's own libraries log. All at debug, for their lines hold whole payloads: what matters we say ourselves. */
export function sdkLog(log: Log): Logger {
  const say =
    (severity: LogLevel) =>
    (...said: unknown[]) =>
      log.debug({ severity, said }, 'slack library')
  return {
    debug: say(LogLevel.DEBUG),
    info: say(LogLevel.INFO),
    warn: say(LogLevel.WARN),
    error: say(LogLevel.ERROR),
    // They write out payloads only for a logger at debug.
    getLevel: () => (log.isLevelEnabled('debug') ? LogLevel.DEBUG : LogLevel.INFO),
    setLevel: () => undefined,
    setName: () => undefined,
  }
}
