/** An email address that mail can be sent to. */
export interface EmailAddress {
  /** As it was typed, without the white space and direction marks around it. Show this. */
  typed: string
  /** The recipient of mail: the domain in ASCII. */
  address: string
  /** The form that is compared: two addresses belong to the same person if their keys are equal. */
  key: string
  /** The domain in ASCII and lower case, for domain rules. */
  domain: string
}

/** Why a text isn't an email address. */
export type EmailFault =
  | 'empty'
  | 'control_character'
  | 'white_space'
  | 'missing_at'
  | 'several_ats'
  | 'missing_name'
  | 'quoted_name'
  | 'name_not_ascii'
  | 'name_character'
  | 'name_dots'
  | 'name_too_long'
  | 'incomplete_domain'
  | 'ip_address'
  | 'invalid_domain'
  | 'too_long'

/** An email address, or what is wrong with it. */
export type EmailReading =
  | { ok: true; address: EmailAddress }
  | { ok: false; typed: string; fault: EmailFault }

const atom = /^[\w!#$%&'*+/=?^`{|}~-]*$/
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/
const longestName = 64
const longestAddress = 254
/** The longest text that is read. Trimming takes quadratic time in the number of spaces inside. */
const longestText = 1_000

/**
 * White space, and the invisible marks that a copy from right-to-left text brings along. Without the
 * lookbehind, each character of a run would be tried as its beginning, and a long text would take minutes.
 */
const around = /^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu

/**
 * Reads an email address in its one canonical form: NFKC, the domain mapped to ASCII by UTS 46, and the local part folded
 * for comparison only. Local parts that are quoted or not ASCII, IP addresses for a domain, and more than 64 or 254
 * characters are refused.
 */
export function parseEmailAddress(text: string): EmailReading {
  if (text.length > longestText) return { ok: false, typed: text, fault: 'too_long' }
  const typed = text.replace(around, '')
  const unified = typed.normalize('NFKC')
  const at = unified.lastIndexOf('@')
  const name = unified.slice(0, Math.max(0, at))
  const host = unified.slice(at + 1)
  const refuse = (fault: EmailFault): EmailReading => ({ ok: false, typed, fault })

  if (unified === '') return refuse('empty')
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(unified.replaceAll('\t', ' '))) return refuse('control_character')
  if (at < 0) return refuse('missing_at')
  if (/\s/.test(unified)) return refuse('white_space')
  const faultOfName = nameFault(name)
  if (faultOfName) return refuse(faultOfName)
  const domain = asciiDomain(host)
  if (!domain) return refuse(domainFault(host))
  const address = `${name}@${domain}`
  if (address.length > longestAddress) return refuse('too_long')
  return { ok: true, address: { typed, address, key: address.toLowerCase(), domain } }
}

/** Reads an email address, or returns undefined for anything else. */
export function readEmailAddress(text: string): EmailAddress | undefined {
  const reading = parseEmailAddress(text)
  return reading.ok ? reading.address : undefined
}

function nameFault(name: string): EmailFault | undefined {
  if (name === '') return 'missing_name'
  if (name.startsWith('"')) return 'quoted_name'
  if (name.includes('@')) return 'several_ats'
  if (/\p{Cf}/u.test(name)) return 'control_character'
  if (/[^\0-\x7f]/.test(name)) return 'name_not_ascii'
  const atoms = name.split('.')
  if (!atoms.every((part) => atom.test(part))) return 'name_character'
  if (atoms.includes('')) return 'name_dots'
  return name.length > longestName ? 'name_too_long' : undefined
}

/** A domain as UTS 46 maps it to ASCII, which the parser of URLs does; undefined for anything else. */
export function asciiDomain(text: string): string | undefined {
  if (/[\s\p{Cc}/\\?#:@%<>[\]|^]/u.test(text) || !URL.canParse(`http://${text}`)) return undefined
  const { hostname } = new URL(`http://${text}`)
  const labels = hostname.split('.')
  const isName =
    labels.length > 1 && labels.every((part) => label.test(part)) && /\D/.test(labels.at(-1) ?? '')
  return isName ? hostname : undefined
}

function domainFault(host: string): EmailFault {
  if (/^\[|^[\d.]+$|^0x/i.test(host)) return 'ip_address'
  return /^[^.]*$|^\.|\.$/.test(host.replaceAll('。', '.')) ? 'incomplete_domain' : 'invalid_domain'
}
