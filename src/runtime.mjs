import { existsSync } from 'node:fs'

// Preloaded before any TypeScript is read, so it is plain JavaScript that every Node understands:
// the sources run without a build step, which needs Node's type stripping (stable from 24.12 on).
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 12)) {
  process.stderr.write(
    `Bellwether needs Node 24.12 or newer; this is ${process.version}.\n` +
      'On Linux and Windows "npm ci" brings the right one and the npm scripts use it: run "npm start".\n' +
      'On macOS install Node 24 (for example with nvm or fnm) and try again.\n',
  )
  process.exit(78)
}

// Settings may stand in a file; those of the environment itself win.
const settingsFile = process.env.ENV_FILE ?? '.env'
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile)
