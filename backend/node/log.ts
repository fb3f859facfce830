import { destination, type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret', 'secretKey']

const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])

/** Creates a log that writes structured lines to standard error, without secrets. */
export const createLog = (level: LogLevel): Logger =>
  pino({ level, redact: { paths, censor: '[secret]' } }, destination({ fd: 2, sync: true }))
