import { fold } from '../../../src/base/fold.ts'
import { readEmailAddress } from '../../../src/contract/email-address.ts'
import { signInShape } from '../../../src/contract/requests.ts'
import { isCommonPassword } from '../identity/common-passwords.ts'

/** A company to set up, with its administrator. */
export interface CompanySetup {
  name: string
  email: string
  /** @default the email */
  adminName?: string
  /** @default a new one, which is returned */
  password?: string
}

const longestName = 200
const shortestPassword = 10
const shortestNameInPassword = 3

/** Controls, zero-width and bidirectional characters, line separators and halves of characters. They are invisible. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const withoutMarks = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

function mistakeInName(what: string, name: string): string | undefined {
  if (!name.trim() || name.trim().length > longestName)
    return `${what} must have 1 to ${longestName} characters.`
  if (invisible.test(name)) return `${what} must not contain invisible characters.`
  return undefined
}

function mistakeInPassword(password: string, company: string): string | undefined {
  const length = [...password].length
  const canSignIn = !('issues' in signInShape['~standard'].validate({ email: 'a', password }))
  if (length < shortestPassword) return `The password must have at least ${shortestPassword} characters.`
  if (!canSignIn) return 'The password must have at most 1024 characters.'
  if (/[\p{Cc}\p{Cs}]/u.test(password)) return 'The password must not contain control characters.'
  const name = withoutMarks(company)
  if (name.length >= shortestNameInPassword && withoutMarks(password).includes(name))
    return 'The password must not contain the name of the company.'
  if (isCommonPassword(password)) return 'The password is too common: attackers try it first. Choose another.'
  return undefined
}

/** The first reason why a company cannot be set up, as a sentence. It never quotes the password. */
export function companySetupMistake({ name, email, adminName, password }: CompanySetup): string | undefined {
  const mistake =
    mistakeInName('The company name', name) ??
    (adminName?.trim() ? mistakeInName('The name of the administrator', adminName) : undefined)
  if (mistake) return mistake
  if (invisible.test(email.trim()) || !readEmailAddress(email))
    return `The email must be an email address, got ${JSON.stringify(email)}.`
  return password === undefined ? undefined : mistakeInPassword(password, name)
}
