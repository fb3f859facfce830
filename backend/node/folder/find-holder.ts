import { setTimeout as pause } from 'node:timers/promises'
import { askSocket } from './ask-socket.ts'
import { FolderError } from './folder-error.ts'
import { makeFolder } from './make-folder.ts'
import { type Sockets, socketsOf } from './sockets.ts'

/** What the process that holds a folder reports about itself. */
export interface Holder {
  /** Where it listens for requests. Undefined for a command. */
  address?: string
  /** Whether it is about to end: it is a command, it is stopping, or it doesn't hold the folder yet. */
  isPassing: boolean
}

/** A process that holds a folder, and the socket to send it commands through. */
export interface FoundHolder extends Holder {
  socket: string
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  'isPassing' in value &&
  typeof value.isPassing === 'boolean' &&
  (!('address' in value) || typeof value.address === 'string')

/** The process behind a socket, or undefined if it has ended. */
export async function holderBehind(socket: string, patience?: number): Promise<FoundHolder | undefined> {
  const response = await askSocket(socket, { patience })
  if (typeof response === 'string') return undefined
  if (!isHolder(response.body))
    throw new FolderError(`The data folder is in use: ${socket} belongs to a process that isn't Roster.`)
  return { ...response.body, socket }
}

async function findLiving({ taken, path }: Sockets, patience: number): Promise<FoundHolder | undefined> {
  for (const number of await taken()) {
    const holder = await holderBehind(path(number), patience)
    if (holder) return holder
  }
  return undefined
}

/**
 * Finds the process that holds a folder, which is created if it is missing. Waits up to `patience` ms for a response, and
 * as long for a process that is about to end.
 */
export async function findHolder(folder: string, patience = 15_000): Promise<FoundHolder | undefined> {
  await makeFolder(folder)
  for (const deadline = Date.now() + patience; ; await pause(100)) {
    const holder = await findLiving(socketsOf(folder), patience)
    if (!holder?.isPassing) return holder
    if (Date.now() > deadline)
      throw new FolderError(
        `The data folder ${folder} is in use by a process that should have ended by now: ${holder.socket}. End it first.`,
      )
  }
}
