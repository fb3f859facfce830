import type { Failure } from '../../base/failure.ts'
import { shortestPassword } from '../../base/shortest-password.ts'
import { plainText } from '../../messages/isolate.ts'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Returns the sentence for a password that was refused. */
export function usePasswordFault(): (failure: Failure) => string {
  const t = useMessages(joinCompanyMessages).passwordFaults
  return ({ reason, params, userMessage }) => {
    switch (reason) {
      case 'too_short':
        return t.too_short({ least: params?.least ?? String(shortestPassword) })
      case 'too_long':
      case 'control_characters':
      case 'contains_company':
      case 'too_common':
        return t[reason]
      default:
        return userMessage ? plainText(userMessage) : t.refused
    }
  }
}
