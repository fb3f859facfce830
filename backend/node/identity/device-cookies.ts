import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { emailKey } from '../../core/text/email-key.ts'

/** Cookies that identify a browser that has signed in before, each for one account. */
export interface DeviceCookies {
  /** A new value for an account, by its email. */
  issue(email: string): string
  /** The device of a value, or undefined if the value wasn't issued for this email, or too long ago. */
  read(value: string | undefined, email: string): string | undefined
}

/** Settings of device cookies. */
export interface DeviceCookieOptions {
  /** Signs them. All instances share it. */
  secretKey: string
  /** How long a value is accepted, in seconds. A browser forgets it then, but a thief's copy stays. */
  lifetime: number
  /** Milliseconds since 1970. @default Date.now */
  clock?: () => number
}

/** Signs device cookies. They hold neither the email nor a secret. */
export function createDeviceCookies({
  secretKey,
  lifetime,
  clock = Date.now,
}: DeviceCookieOptions): DeviceCookies {
  const seconds = () => Math.floor(clock() / 1_000)
  const sign = (device: string, issuedAt: string, email: string) =>
    createHmac('sha256', secretKey)
      .update(`device cookie\n${device}\n${issuedAt}\n${emailKey(email)}`)
      .digest()

  return {
    issue(email) {
      const device = randomBytes(16).toString('base64url')
      const issuedAt = seconds().toString()
      return `${device}.${issuedAt}.${sign(device, issuedAt, email).toString('base64url')}`
    },
    read(value, email) {
      const [, device, issuedAt, signature] = /^([\w-]{22})\.(\d{1,12})\.([\w-]{43})$/.exec(value ?? '') ?? []
      if (device === undefined || issuedAt === undefined || signature === undefined) return undefined
      const isOurs = timingSafeEqual(Buffer.from(signature, 'base64url'), sign(device, issuedAt, email))
      return isOurs && seconds() - Number(issuedAt) < lifetime ? device : undefined
    },
  }
}
