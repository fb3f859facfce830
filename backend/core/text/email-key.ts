import { readEmailAddress } from '../../../src/contract/email-address.ts'

/** An email in the form that accounts are compared by. An invalid address has a form too, but no account. */
export const emailKey = (email: string): string =>
  readEmailAddress(email)?.key ?? email.normalize('NFKC').trim().toLowerCase()
