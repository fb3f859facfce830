/** Joins the class of our part and the host's. */
export const classNames = (part: string, host: string | undefined) => (host ? `${part} ${host}` : part)
