import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { DatabaseCommandName } from './commands/database-commands.ts'
import { EraseRefused } from './commands/erase-user.ts'
import { InvitationsRefused } from './commands/invitations-refused.ts'
import { CompanyRefused } from './commands/set-up-company.ts'
import { ConfigError, readConfig } from './config.ts'
import { CommandRefused } from './folder/commands.ts'
import { FolderError } from './folder/folder-error.ts'
import { runCommand } from './run-command.ts'
import { startServer } from './server.ts'
import { watchSignals } from './watch-signals.ts'
import { wrapperGone } from './wrapper-gone.ts'

const help = `Usage:
  roster-backend                    starts the backend
  roster-backend create-company --name <name> --email <email> [--admin-name <name>] [--password-stdin]
                                    sets up a company and its administrator; the password is read from standard input
                                    or ROSTER_ADMIN_PASSWORD, otherwise one is created and printed once
  roster-backend add-user <company id> <email> [--name <name>] [--role <role id>]
                                    adds a person without an invitation
  roster-backend set-invitations <company id> [--allow <domains>] [--block <domains>] [--seats <number>]
                                    sets at which domains people may be invited, such as example.com,*.example.com,
                                    and how many seats there are; an empty list or "none" removes a limit
  roster-backend erase <company id> <email>
                                    erases the personal data of a deleted user, for a legal request

Environment:
  ROSTER_SECRET_KEY   at least 32 random characters; required to start
  ROSTER_PREVIOUS_SECRET_KEYS  earlier keys, separated by commas: links that they signed stay valid
  SMTP_URL            the mail server, as smtp://user:password@host:587 or smtps://…; required in production
  MAIL                drop to send no email
  MAIL_FROM           the address that emails come from; required with SMTP_URL in production
  MAIL_REPORTS_TO     where replies, and reports of unwanted emails, go
  JOIN_URL            the page where invitations are accepted; required with SMTP_URL in production
  DATABASE_URL        the address of a PostgreSQL database; without it the database is embedded
  DATABASE_PREPARED_STATEMENTS  off for a pooler that cannot keep named statements (on)
  ROSTER_DATA         the folder of the embedded database (.data)
  HOST, PORT          the address to listen on (127.0.0.1, 4000 or the next free port)
  LOG_LEVEL           silent, error, warn, info or debug (info)
  TRUST_PROXY         addresses or blocks of proxies whose X-Forwarded-For, -Host and -Proto are trusted
  HSTS_MAX_AGE        seconds for which browsers only use HTTPS, or off (31536000)
  HSTS_SUBDOMAINS     on to include every subdomain (off)
`

const options = {
  help: { type: 'boolean', short: 'h' },
  name: { type: 'string' },
  email: { type: 'string' },
  'admin-name': { type: 'string' },
  'password-stdin': { type: 'boolean' },
  role: { type: 'string' },
  allow: { type: 'string' },
  block: { type: 'string' },
  seats: { type: 'string' },
} as const

/** A mistake in how the command was called. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

function readCommand(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${help}`)
  }
}

async function start() {
  const { received } = watchSignals()
  const ending = Promise.race([received, wrapperGone()])
  const started = await startServer({ config: readConfig(process.env), ending })
  if (started.status === 'elsewhere') {
    console.log(`Roster is already running at ${started.address}`)
    return
  }
  console.log(`Roster is running at ${started.address}`)
  await ending
  await started.stop()
}

async function createFirst({ name, email, ...rest }: Values) {
  if (!name || !email) throw new UsageError(`create-company requires --name and --email.\n\n${help}`)
  const fromInput = rest['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
  const password = fromInput ?? process.env.ROSTER_ADMIN_PASSWORD
  await run('create-company', { name, email, adminName: rest['admin-name'], password })
}

async function erase([companyId, email, ...more]: string[]) {
  if (!companyId || !email || more.length > 0)
    throw new UsageError(`erase requires the id of a company and an email.\n\n${help}`)
  await run('erase', { companyId, email })
}

type Values = ReturnType<typeof readCommand>['values']

async function addUser([companyId, email, ...more]: string[], { name, role }: Values) {
  if (!companyId || !email || more.length > 0)
    throw new UsageError(`add-user requires the id of a company and an email.\n\n${help}`)
  await run('add-user', { companyId, email, name, roleId: role })
}

async function setInvitations([companyId, ...more]: string[], { allow, block, seats }: Values) {
  if (!companyId || more.length > 0)
    throw new UsageError(`set-invitations requires the id of a company.\n\n${help}`)
  await run('set-invitations', { companyId, allow, block, seats })
}

async function run(name: DatabaseCommandName, input: object) {
  // Nothing is signed with this key.
  const config = readConfig(process.env, { secretKey: randomBytes(32).toString('hex'), hasOwnMail: true })
  for (const line of await runCommand(config, name, input)) console.log(line)
}

/** Runs the command `roster-backend`. Returns its exit code. */
export async function main(parameters: string[]): Promise<number> {
  try {
    const { values, positionals } = readCommand(parameters)
    const [command, ...more] = positionals
    if (values.help) console.log(help)
    else if (command === undefined) await start()
    else if (command === 'create-company' && more.length === 0) await createFirst(values)
    else if (command === 'add-user') await addUser(more, values)
    else if (command === 'set-invitations') await setInvitations(more, values)
    else if (command === 'erase') await erase(more)
    else throw new UsageError(`Unknown command "${positionals.join(' ')}".\n\n${help}`)
    return 0
  } catch (error) {
    const isOurs =
      error instanceof ConfigError ||
      error instanceof FolderError ||
      error instanceof CommandRefused ||
      error instanceof CompanyRefused ||
      error instanceof EraseRefused ||
      error instanceof InvitationsRefused ||
      error instanceof UsageError
    console.error(isOurs ? error.message : error)
    return 1
  }
}
