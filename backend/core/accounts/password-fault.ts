import { fold } from '../../../src/base/fold.ts'
import { joinLimits, type passwordFaults } from '../../../src/contract/join.ts'
import { signInShape } from '../../../src/contract/requests.ts'

/** A password that someone chooses for an account. */
export interface ChosenPassword {
  password: string
  /** The name of the company, which attackers try first. */
  company: string
  /** Whether a password is among those that many people use. */
  isCommon(password: string): boolean
}

const shortestNameInPassword = 3

const withoutMarks = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** The first reason why a password can't be used, or undefined. */
export function passwordFault({
  password,
  company,
  isCommon,
}: ChosenPassword): (typeof passwordFaults)[number] | undefined {
  const canSignIn = !('issues' in signInShape['~standard'].validate({ email: 'a', password }))
  if ([...password].length < joinLimits.password) return 'too_short'
  if (!canSignIn) return 'too_long'
  if (/[\p{Cc}\p{Cs}]/u.test(password)) return 'control_characters'
  const name = withoutMarks(company)
  if (name.length >= shortestNameInPassword && withoutMarks(password).includes(name))
    return 'contains_company'
  return isCommon(password) ? 'too_common' : undefined
}
