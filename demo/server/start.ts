import { ConfigError, readConfig } from '../../backend/node/config.ts'
import { FolderError } from '../../backend/node/folder/folder-error.ts'
import { startServer } from '../../backend/node/server.ts'
import { watchSignals } from '../../backend/node/watch-signals.ts'
import { namedAccounts } from '../seed/accounts.ts'
import { extendWithDemo } from './extend.ts'
import { idleMinuteIn } from './idle-minute.ts'
import { parentGone } from './parent-gone.ts'
import { secretKeyIn } from './secret-key.ts'

async function run() {
  const { received } = watchSignals()
  const orphaned = process.env.npm_lifecycle_event ? parentGone() : undefined
  const dataFolder = process.env.ROSTER_DATA?.trim() || '.data'
  const config = readConfig(process.env, {
    dataFolder,
    secretKey: await secretKeyIn(dataFolder),
    mailFrom: 'invitations@acme.example',
    hasOwnMail: true,
  })
  const logLevel = process.env.LOG_LEVEL ? config.logLevel : 'warn'
  const ending = orphaned ? Promise.race([received, orphaned]) : received
  const started = await startServer({
    config: { ...config, logLevel },
    extend: (parts) => extendWithDemo(parts, config.mail),
    idleMinute: idleMinuteIn(process.env),
    ending,
  })
  const [host] = namedAccounts
  if (started.status === 'elsewhere') {
    console.log(`The demo is running already: ${started.address}`)
    return
  }
  console.log(`\n  Acme Support   ${started.address}`)
  if (!config.mail.smtpUrl) console.log(`  Mailbox        ${started.address}/mail`)
  console.log(`  Sign in with   ${host?.email}   ${host?.password}\n`)
  await ending
  await started.stop()
}

/** Runs the demo until a signal ends it. Returns the exit code. */
export async function startDemo(): Promise<number> {
  try {
    await run()
    return 0
  } catch (error) {
    console.error(error instanceof ConfigError || error instanceof FolderError ? error.message : error)
    return 1
  }
}
