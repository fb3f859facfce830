import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { emailKey } from '../../core/text/email-key.ts'

/** Cookies that identify a browser that has signed in before, each for one account. */
export interface DeviceCookies {
  /** A new value for an account, by its email. */
  issue(email: string): string
  /** The device of a value, or undefined if the value wasn't issued for this email. */
  read(value: string | undefined, email: string): string | undefined
}

/** Signs device cookies with a key that all instances share. They hold neither the email nor a secret. */
export function createDeviceCookies(secretKey: string): DeviceCookies {
  const sign = (device: string, email: string) =>
    createHmac('sha256', secretKey)
      .update(`device cookie\n${device}\n${emailKey(email)}`)
      .digest()

  return {
    issue(email) {
      const device = randomBytes(16).toString('base64url')
      return `${device}.${sign(device, email).toString('base64url')}`
    },
    read(value, email) {
      const [, device, signature] = /^([\w-]{22})\.([\w-]{43})$/.exec(value ?? '') ?? []
      if (device === undefined || signature === undefined) return undefined
      return timingSafeEqual(Buffer.from(signature, 'base64url'), sign(device, email)) ? device : undefined
    },
  }
}
