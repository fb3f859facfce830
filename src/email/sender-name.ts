import { nameText } from './people-text.ts'

const address = /[@＠﹫]|:\/\/|\bwww\./iu

/**
 * The name that an email's sender shows: the company's, or the product's where the company's is empty or holds an
 * address, which readers would take for the sender's.
 */
export function senderName(company: string, product: string): string {
  const name = nameText(company)
  return name === '' || address.test(name.normalize('NFKC')) ? nameText(product) : name
}
