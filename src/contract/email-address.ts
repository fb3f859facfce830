/** An email address that mail can be sent to. */
export interface EmailAddress {
  /** As it was typed, without the white space around it. Show this. */
  typed: string
  /** The recipient of mail: the domain in ASCII. */
  address: string
  /** The form that is compared: two addresses are one person's if their keys are equal. */
  key: string
}

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/
const longestLocal = 64
const longestAddress = 254

/** A domain as UTS 46 maps it to ASCII, which the parser of URLs does; undefined for anything else. */
function asciiDomain(text: string): string | undefined {
  if (/[\s\p{Cc}/\\?#:@%<>[\]|^]/u.test(text) || !URL.canParse(`http://${text}`)) return undefined
  const { hostname } = new URL(`http://${text}`)
  const labels = hostname.split('.')
  const isName =
    labels.length > 1 && labels.every((part) => label.test(part)) && /\D/.test(labels.at(-1) ?? '')
  return isName ? hostname : undefined
}

/**
 * Reads an email address, or returns undefined where the text isn’t one that mail can carry: white space or controls
 * inside, a local part that is quoted or not ASCII, an IP address for a domain, more than 64 or 254 characters.
 */
export function readEmailAddress(text: string): EmailAddress | undefined {
  const typed = text.trim()
  const unified = typed.normalize('NFKC')
  const at = unified.lastIndexOf('@')
  const name = unified.slice(0, Math.max(0, at))
  const domain = asciiDomain(unified.slice(at + 1))
  if (domain === undefined || name.length > longestLocal || !local.test(name)) return undefined
  const address = `${name}@${domain}`
  return address.length > longestAddress ? undefined : { typed, address, key: address.toLowerCase() }
}
