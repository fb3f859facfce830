/** Writes structured log lines. The fields come first, as in pino. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Writes nothing. */
export const silentLog: Log = { info() {}, warn() {}, error() {} }
