import { readEmailAddress } from '../../../src/contract/email-address.ts'
import { joinLimits, type passwordFaults } from '../../../src/contract/join.ts'
import { invisible, nameFault } from '../../core/accounts/name-fault.ts'
import { passwordFault } from '../../core/accounts/password-fault.ts'
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

const passwordSentences: Record<(typeof passwordFaults)[number], string> = {
  too_short: `The password must have at least ${joinLimits.password} characters.`,
  too_long: 'The password must have at most 1024 characters.',
  control_characters: 'The password must not contain control characters.',
  contains_company: 'The password must not contain the name of the company.',
  too_common: 'The password is too common: attackers try it first. Choose another.',
}

function mistakeInName(what: string, name: string): string | undefined {
  const fault = nameFault(name)
  return fault && `${what} ${fault}.`
}

function mistakeInPassword(password: string, company: string): string | undefined {
  const fault = passwordFault({ password, company, isCommon: isCommonPassword })
  return fault && passwordSentences[fault]
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
