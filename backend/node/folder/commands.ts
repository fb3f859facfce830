import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { askSocket } from './ask-socket.ts'
import { FolderError } from './folder-error.ts'

/** Runs a command with an input that another process sent. Returns the lines that it prints. */
export type Command = (input: unknown) => Promise<string[]>

/** Returns the command of a name. Undefined if it doesn't exist, null if it can't run yet. */
export type FindCommand = (name: string) => Command | null | undefined

/** Thrown if the process that holds the folder refuses a command. The message explains why. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

const longestInput = 64 * 1024

async function inputOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > longestInput) throw new CommandRefused('The input of the command is too long.')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString())
}

function send(response: ServerResponse, status: number, body: unknown) {
  response
    .writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
    .end(JSON.stringify(body))
}

/** Responds to other processes on the same folder: with who holds it, or by running a command. */
export const respondTo =
  (holder: () => unknown, find: FindCommand): RequestListener =>
  async (request, response) => {
    try {
      const name = request.url?.slice(1) ?? ''
      if (name === '') return send(response, 200, holder())
      const command = find(name)
      if (command === undefined)
        return send(response, 404, { message: `The running backend has no command "${name}".` })
      if (command === null) return send(response, 503, { message: 'The database is not open yet.' })
      send(response, 200, { lines: await command(await inputOf(request)) })
    } catch (error) {
      const isRefused = error instanceof Error && error.name.endsWith('Refused')
      const reason = error instanceof Error ? error.message : String(error)
      send(response, isRefused ? 422 : 500, { message: reason })
    }
  }

const patience = 30_000

const messageIn = (body: unknown) =>
  typeof body === 'object' && body !== null && 'message' in body
    ? String(body.message)
    : 'no reason was given'

const linesIn = (body: unknown) =>
  typeof body === 'object' && body !== null && 'lines' in body && Array.isArray(body.lines)
    ? body.lines.map(String)
    : []

/** Sends a command to the process that holds a folder, and returns its lines. Waits until that process can run it. */
export async function sendCommand(socket: string, command: string, input: unknown): Promise<string[]> {
  for (const deadline = Date.now() + patience; ; await pause(200)) {
    const response = await askSocket(socket, { command, input, patience })
    if (typeof response === 'string')
      throw new FolderError('The backend stopped before the command was done. Try again.')
    if (response.status === 200) return linesIn(response.body)
    if (response.status !== 503 || Date.now() > deadline) throw new CommandRefused(messageIn(response.body))
  }
}
