const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request can change something (RFC 9110 §9.2.1). */
export const isUnsafe = ({ method }: Request) => !safe.has(method)
