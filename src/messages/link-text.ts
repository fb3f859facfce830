/** A message in which some words are a link. */
export interface LinkText {
  before: string
  link: string
  after: string
}

const [start, end] = ['\ue000', '\ue001']

/** Splits a message at the words between its parameters `{start}` and `{end}`, so that it stays one sentence. */
export function linkText(message: (marks: { start: string; end: string }) => string): LinkText {
  const [before = '', rest = ''] = message({ start, end }).split(start)
  const [link = '', after = ''] = rest.split(end)
  return { before, link, after }
}
