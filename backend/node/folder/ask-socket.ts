import { once } from 'node:events'
import { lstat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { FolderError } from './folder-error.ts'
import { withShortPath } from './with-short-path.ts'

/** A request to the process that holds a folder: who it is, or a command with its input. */
export interface Asked {
  /** A name of a command. @default who holds the folder */
  command?: string
  input?: unknown
  /** Ms to wait for a response. A process that starts on a busy machine can be silent for seconds. @default 15_000 */
  patience?: number
}

/** A response, or why there is none: the process that bound the socket has ended, or the socket was deleted. */
export type Response = { status: number; body: unknown } | 'ended' | 'gone'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Errors which mean that the process ended during the request. */
const gone = new Set(['ENOENT', 'ECONNRESET', 'EPIPE'])

/**
 * Sends a request to the process behind a socket. Throws a `FolderError` if it isn't clear whether there is a process.
 */
export async function askSocket(
  path: string,
  { command = '', input, patience = 15_000 }: Asked = {},
): Promise<Response> {
  try {
    // Linux refuses a connection to any other file in the same way as one to a process that has ended.
    if (process.platform !== 'win32' && !(await lstat(path)).isSocket()) throw new Error('it is not a socket')
    return await withShortPath(path, async (socketPath) => {
      const options = { socketPath, path: `/${command}`, method: input === undefined ? 'GET' : 'POST' }
      const sent = request({ ...options, agent: false, signal: AbortSignal.timeout(patience) })
      sent.end(input === undefined ? undefined : JSON.stringify(input))
      const [response]: IncomingMessage[] = await once(sent, 'response')
      if (!response) return 'gone'
      const body: unknown = JSON.parse(await text(response))
      return { status: response.statusCode ?? 0, body }
    })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ECONNREFUSED') return 'ended'
    if (gone.has(code)) return 'gone'
    const isLate = error instanceof Error && error.name === 'AbortError'
    const reason = isLate ? 'its process does not respond' : error instanceof Error ? error.message : error
    throw new FolderError(
      `The data folder may be in use: ${path} cannot be checked, since ${reason}. End the process that uses the folder, or delete this file if there is none.`,
    )
  }
}
