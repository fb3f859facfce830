import { ConfigError } from '../../backend/node/config.ts'

const minute = 60_000

/**
 * Reads how long a minute of idle logout lasts in this demo, in ms, so that a timeout of 10 minutes can be watched in
 * one. Undefined lasts a real minute.
 */
export function idleMinuteIn({ DEMO_IDLE_MINUTE = '' }: NodeJS.ProcessEnv): number | undefined {
  const text = DEMO_IDLE_MINUTE.trim()
  if (text === '') return undefined
  const ms = Number(text)
  if (/^\d{1,5}$/.test(text) && ms >= 500 && ms <= minute) return ms
  throw new ConfigError([
    `DEMO_IDLE_MINUTE must be a number of milliseconds from 500 to ${minute}, got "${text}".`,
  ])
}
