/** Our part's class, then the host's, which so wins in a later sheet. */
export const classNames = (part: string, host: string | undefined) => (host ? `${part} ${host}` : part)
