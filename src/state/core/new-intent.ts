/** Creates the id of a change. `crypto.randomUUID` is missing on pages without TLS. */
export const newIntent = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
