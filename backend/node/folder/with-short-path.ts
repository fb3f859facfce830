import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/** Bytes of a socket's path on every system: macOS has 104 with the final zero, Linux 108. */
const longest = 103

const isShort = (path: string) => process.platform === 'win32' || Buffer.byteLength(path) <= longest

/**
 * Calls a function with a path of a socket that is short enough to bind or to connect to. A longer one is reached
 * through a link to its folder, in a private folder that lasts as long as the call.
 */
export async function withShortPath<Result>(
  path: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  if (isShort(path)) return use(path)
  const folder = await mkdtemp(join(tmpdir(), 'roster-'))
  try {
    await symlink(resolve(dirname(path)), join(folder, 'd'))
    return await use(join(folder, 'd', basename(path)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
