import type { Log } from '../../src/base/log.ts'
import type { MailSettings } from './settings.ts'
import { faultOf } from './setup/check.ts'

/** What the log tells of the server: once that it fails us, and once that it does not any more. */
export interface Watch {
  failed(error: unknown): void
  worked(): void
}

/** Every mail that waits says so by itself; why all of them wait is said here, with what to do about it. */
export function createWatch(settings: MailSettings, log: Log): Watch {
  const server = `${settings.host}:${settings.port}`
  let isWell: boolean | null = null
  return {
    failed(error) {
      if (isWell === false) return
      isWell = false
      const { said, todo } = faultOf(error, settings)
      log.error(
        { server, fault: said.en, todo: todo?.en },
        'the mail server fails us; mails wait and everything else goes on',
      )
    },
    worked() {
      if (isWell === true) return
      log.info({ server }, isWell === null ? 'the mail server takes our login' : 'the mail server works again')
      isWell = true
    },
  }
}
