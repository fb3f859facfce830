import { type MailConfig, mailMistakes, readMailConfig } from './email/mail-config.ts'
import { isAddressBlock } from './identity/trusted-blocks.ts'
import type { Hsts } from './requests/hsts.ts'

/** The configuration of a backend. */
export interface Config {
  host: string
  /** Undefined uses 4000 or the next free port. */
  port: number | undefined
  /** The address of a database on a PostgreSQL server. Without it, the database is embedded in `dataFolder`. */
  databaseUrl: string | undefined
  /** Whether statements are prepared by name. Poolers that share connections between transactions may not know them. */
  preparedStatements: boolean
  dataFolder: string
  /** Signs links in emails, and cookies. */
  secretKey: string
  /** Earlier secret keys, whose links are still valid. */
  previousSecretKeys: string[]
  mail: MailConfig
  logLevel: LogLevel
  /** Addresses and blocks of proxies whose `X-Forwarded-*` headers are trusted. */
  trustedProxies: string[]
  /** The `Strict-Transport-Security` header over HTTPS. If undefined, a proxy may set it. */
  hsts: Hsts | undefined
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number]

/** An invalid configuration, with one sentence for each mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

/** Defaults for values that are not set. */
export interface ReadConfigOptions {
  /** Used if ROSTER_SECRET_KEY is not set, as in the demo. */
  secretKey?: string
  /** @default '.data' */
  dataFolder?: string
  /** Used if MAIL_FROM is not set. */
  mailFrom?: string
  /** Whether emails leave in another way than by SMTP_URL, or not at all, as from a command. @default false */
  hasOwnMail?: boolean
}

type Check = (value: string) => string | undefined

const isLogLevel = (value: string): value is LogLevel => logLevels.some((level) => level === value)

const isSwitch = (value: string) => value === 'on' || value === 'off'

const checks: Record<string, Check> = {
  PORT: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= 65_535
      ? undefined
      : `PORT must be a number from 0 to 65535, got "${value}".`,
  HOST: (value) =>
    /\s|\//.test(value) ? `HOST must be a host name or an address to listen on, got "${value}".` : undefined,
  // Does not quote the value, which may contain a password.
  DATABASE_URL: (value) =>
    URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
      ? undefined
      : 'DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user@host/database.',
  DATABASE_PREPARED_STATEMENTS: (value) =>
    isSwitch(value) ? undefined : `DATABASE_PREPARED_STATEMENTS must be on or off, got "${value}".`,
  ROSTER_SECRET_KEY: (value) =>
    value.length >= 32 ? undefined : 'ROSTER_SECRET_KEY must have at least 32 random characters.',
  // Does not quote the value either.
  ROSTER_PREVIOUS_SECRET_KEYS: (value) =>
    listOf(value).every((key) => key.length >= 32)
      ? undefined
      : 'ROSTER_PREVIOUS_SECRET_KEYS must list keys of at least 32 characters, separated by commas.',
  LOG_LEVEL: (value) =>
    isLogLevel(value) ? undefined : `LOG_LEVEL must be one of ${logLevels.join(', ')}, got "${value}".`,
  HSTS_MAX_AGE: (value) =>
    value === 'off' || /^\d{1,9}$/.test(value)
      ? undefined
      : `HSTS_MAX_AGE must be a number of seconds or off, got "${value}".`,
  HSTS_SUBDOMAINS: (value) =>
    isSwitch(value) ? undefined : `HSTS_SUBDOMAINS must be on or off, got "${value}".`,
  TRUST_PROXY: (value) => {
    const wrong = listOf(value).find((block) => !isAddressBlock(block))
    return wrong === undefined
      ? undefined
      : `TRUST_PROXY must list IP addresses or blocks such as 10.0.0.0/8, got "${wrong}".`
  },
}

/** The time that browsers require of a host before they preload HSTS for it. */
const oneYear = 365 * 24 * 60 * 60

const listOf = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** Reads the configuration from the environment. Throws a `ConfigError` with every mistake in it. */
export function readConfig(environment: NodeJS.ProcessEnv, options: ReadConfigOptions = {}): Config {
  const get = (name: string) => environment[name]?.trim() || undefined
  const secretKey = get('ROSTER_SECRET_KEY') ?? options.secretKey
  const level = get('LOG_LEVEL')
  const mistakes = Object.entries(checks).flatMap(([name, check]) => {
    const value = get(name)
    return (value !== undefined && check(value)) || []
  })
  mistakes.push(...mailMistakes(get, !options.hasOwnMail && get('NODE_ENV') === 'production'))
  if (secretKey === undefined)
    mistakes.push('ROSTER_SECRET_KEY is missing. Set it to at least 32 random characters, and keep it.')
  if (mistakes.length > 0 || secretKey === undefined) throw new ConfigError(mistakes)

  const port = get('PORT')
  const maxAge = get('HSTS_MAX_AGE') ?? oneYear
  return {
    host: get('HOST') ?? '127.0.0.1',
    port: port === undefined ? undefined : Number(port),
    databaseUrl: get('DATABASE_URL'),
    preparedStatements: get('DATABASE_PREPARED_STATEMENTS') !== 'off',
    dataFolder: get('ROSTER_DATA') ?? options.dataFolder ?? '.data',
    secretKey,
    previousSecretKeys: listOf(get('ROSTER_PREVIOUS_SECRET_KEYS') ?? ''),
    mail: readMailConfig(get, options.mailFrom),
    logLevel: level && isLogLevel(level) ? level : 'info',
    trustedProxies: listOf(get('TRUST_PROXY') ?? ''),
    hsts:
      maxAge === 'off'
        ? undefined
        : { maxAge: Number(maxAge), includeSubdomains: get('HSTS_SUBDOMAINS') === 'on' },
  }
}
