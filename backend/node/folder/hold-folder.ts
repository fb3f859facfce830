import { once } from 'node:events'
import { unlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type FindCommand, respondTo } from './commands.ts'
import { type FoundHolder, findHolder, type Holder, holderBehind } from './find-holder.ts'
import { type Sockets, socketsOf } from './sockets.ts'
import { withShortPath } from './with-short-path.ts'

/** A folder that this process holds until it is released. */
export interface HeldFolder {
  /** Reports from now on that this process is stopping. The next start then waits for {@link release}. */
  stopping(): void
  release(): Promise<void>
}

/** Settings of a hold. */
export interface HoldOptions {
  holder: Holder
  /** The commands that the process runs for others while it holds the folder. @default none */
  command?: FindCommand
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

interface Socket {
  server: Server
  close(): void
}

/** Listens at a socket. Returns undefined if another process was faster. */
async function listenAt(path: string, server: Server): Promise<Socket | undefined> {
  try {
    return await withShortPath(path, async (shortPath) => {
      server.listen(shortPath)
      await once(server, 'listening')
      return {
        server,
        close() {
          // Node deletes the path that it listened at. If that path was shortened, this deletes the real one.
          if (shortPath !== path) unlinkSync(path)
          server.close()
          server.closeAllConnections()
        },
      }
    })
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
}

/**
 * Takes the next number, and keeps it if no other process is there. A higher number wins, and so does the socket of a
 * running process. If two start at the same moment, both may give up, but never both hold the folder. Only the process
 * that listens at the highest socket deletes it, so no process can mistake it for an old one and delete it.
 */
async function take({ taken, path }: Sockets, server: Server): Promise<Socket | undefined> {
  const [highest = 0] = await taken()
  const own = highest + 1
  const socket = await listenAt(path(own), server)
  if (!socket) return undefined
  try {
    for (const other of await taken()) {
      if (other === own) continue
      if (other > own || (await holderBehind(path(other)))) {
        socket.close()
        return undefined
      }
      await rm(path(other), { force: true })
    }
    return socket
  } catch (error) {
    socket.close()
    throw error
  }
}

/**
 * Holds a folder with a socket in it. The socket closes when this process ends, and other containers on the volume can
 * reach it. Returns the holder if the folder is in use.
 */
export async function holdFolder(
  folder: string,
  { holder, command = () => null }: HoldOptions,
): Promise<HeldFolder | FoundHolder> {
  const sockets = socketsOf(folder)
  for (;;) {
    const running = await findHolder(folder)
    if (running) return running
    const own: Holder = { ...holder, isPassing: true }
    const socket = await take(sockets, createServer(respondTo(() => own, command)))
    if (socket) {
      own.isPassing = holder.isPassing
      return {
        stopping: () => {
          own.isPassing = true
        },
        release: async () => socket.close(),
      }
    }
    await pause(20 + 100 * Math.random())
  }
}
