import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../src/base/log.ts'

/** Where Slack's own libraries log. All at debug: what matters we say ourselves. */
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
    // They write out payloads, with who said what, only for a logger at their debug: that is for our trace.
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setLevel: () => undefined,
    setName: () => undefined,
  }
}
