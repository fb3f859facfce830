/** Takes structured lines, as pino does: fields first. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Takes nothing down. */
export const silentLog: Log = { info() {}, warn() {}, error() {} }
