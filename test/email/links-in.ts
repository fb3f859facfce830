import { simpleParser } from 'mailparser'

/** The addresses that a mail client's search for links finds in a text. */
export async function linksIn(text: string): Promise<string[]> {
  const { textAsHtml = '' } = await simpleParser(`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`)
  return [...textAsHtml.matchAll(/<a href="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  )
}

/** The text that a document shows. */
export const shownText = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<br>|<\/(?:p|td|h1)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
