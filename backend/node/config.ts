import { isAddressBlock } from './identity/trusted-proxies.ts'

/** What a backend is told from outside. */
export interface Config {
  host: string
  /** Undefined takes 4000, or the next free one. */
  port: number | undefined
  /** A PostgreSQL server; without one the database is embedded, in `dataFolder`. */
  databaseUrl: string | undefined
  dataFolder: string
  /** Signs what leaves by email. */
  secretKey: string
  logLevel: LogLevel
  /** Addresses and blocks of proxies whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[]
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number]

/** A configuration that cannot be run with, as one sentence a mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

export interface ReadConfigOptions {
  /** Stands in for a missing ROSTER_SECRET_KEY, as the demo does. */
  secretKey?: string
  /** @default '.data' */
  dataFolder?: string
}

type Check = (value: string) => string | undefined

const isLogLevel = (value: string): value is LogLevel => logLevels.some((level) => level === value)

const checks: Record<string, Check> = {
  PORT: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= 65_535
      ? undefined
      : 'PORT is no port number from 0 to 65535.',
  HOST: (value) => (/\s|\//.test(value) ? 'HOST is no host name or address to listen on.' : undefined),
  // Never quotes the value: it may hold a password.
  DATABASE_URL: (value) =>
    URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
      ? undefined
      : 'DATABASE_URL is no address of a PostgreSQL database, such as postgres://user@host/database.',
  ROSTER_SECRET_KEY: (value) =>
    value.length >= 32 ? undefined : 'ROSTER_SECRET_KEY is too short: take 32 random characters or more.',
  LOG_LEVEL: (value) => (isLogLevel(value) ? undefined : `LOG_LEVEL is none of ${logLevels.join(', ')}.`),
  TRUST_PROXY: (value) => {
    const wrong = listOf(value).find((block) => !isAddressBlock(block))
    return wrong === undefined
      ? undefined
      : `TRUST_PROXY holds "${wrong}", which is no IP address or block such as 10.0.0.0/8.`
  },
}

const listOf = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** Reads the environment, or throws every mistake in it at once. */
export function readConfig(environment: NodeJS.ProcessEnv, options: ReadConfigOptions = {}): Config {
  const get = (name: string) => environment[name]?.trim() || undefined
  const secretKey = get('ROSTER_SECRET_KEY') ?? options.secretKey
  const level = get('LOG_LEVEL')
  const mistakes = Object.entries(checks).flatMap(([name, check]) => {
    const value = get(name)
    return (value !== undefined && check(value)) || []
  })
  if (secretKey === undefined)
    mistakes.push('ROSTER_SECRET_KEY is missing: set it to 32 random characters or more, and keep it.')
  if (mistakes.length > 0 || secretKey === undefined) throw new ConfigError(mistakes)

  const port = get('PORT')
  return {
    host: get('HOST') ?? '127.0.0.1',
    port: port === undefined ? undefined : Number(port),
    databaseUrl: get('DATABASE_URL'),
    dataFolder: get('ROSTER_DATA') ?? options.dataFolder ?? '.data',
    secretKey,
    logLevel: level && isLogLevel(level) ? level : 'info',
    trustedProxies: listOf(get('TRUST_PROXY') ?? ''),
  }
}
