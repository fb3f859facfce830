/** Whether a request is for the next step of a selection. */
export const isChunk = ({ url }: Request): boolean => new URL(url).pathname.endsWith('/chunks')
