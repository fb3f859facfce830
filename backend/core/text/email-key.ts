import { readEmailAddress } from '../../../src/contract/email-address.ts'

/** An email in the form that accounts are compared by. An invalid address is compared as well, and has no account. */
export const emailKey = (email: string): string =>
  readEmailAddress(email)?.key ?? email.normalize('NFKC').trim().toLowerCase()
