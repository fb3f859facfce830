import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A copy of a folder that is slow to make. The first file of a run that needs it makes it. */
export async function copyOf(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = inject('runFolder')
  const original = join(run, name)
  if (!existsSync(original)) {
    const made = await mkdtemp(`${original}-`)
    await make(made)
    // Another file may have been faster.
    await rename(made, original).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY') throw error
    })
  }
  const copy = await mkdtemp(join(run, 'copy-'))
  await cp(original, copy, { recursive: true })
  return copy
}
