import { destination, type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'
import { currentConnection } from './identity/connection.ts'

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret', 'secretKey']

const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])

/** The parts of an error that are logged. PostgreSQL's errors also contain values of a row, such as an email. */
function withoutDetails(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const { name: type, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  return { type, message, code, stack, ...(cause instanceof Error && { cause: withoutDetails(cause) }) }
}

/**
 * Creates a log that writes structured lines to standard error, without secrets. A line that a request causes has the
 * client's address.
 */
export const createLog = (level: LogLevel): Logger =>
  pino(
    {
      level,
      redact: { paths, censor: '[secret]' },
      mixin: () => ({ address: currentConnection().address }),
      serializers: { err: withoutDetails },
    },
    destination({ fd: 2, sync: true }),
  )
