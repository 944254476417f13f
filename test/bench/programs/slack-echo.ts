/** A bare Bolt app over Socket Mode that answers each message with its words. Slack's address and tokens are the argument. */
import { App, LogLevel } from '@slack/bolt'

const { botToken, appToken, apiUrl } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>
const app = new App({
  ...(botToken !== undefined && { token: botToken }),
  ...(appToken !== undefined && { appToken }),
  socketMode: true,
  logLevel: LogLevel.ERROR,
  ...(apiUrl !== undefined && { clientOptions: { slackApiUrl: apiUrl } }),
})
app.message(async ({ message, say }) => {
  if ('text' in message && message.text !== undefined) await say(message.text)
})
await app.start()
process.send?.('connected')
process.once('disconnect', () => process.exit())
