import { access, constants, link, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** `GET /healthz` carries the instance in this header, so that a recycled pid is not mistaken for it. */
export const instanceHeader = 'Roster-Instance'

/** Who has a folder, as the lock in it says. */
export interface Holder {
  pid: number
  instance: string
  /** Where it has listened since before it took the lock. */
  address: string
  /** Whether it has stopped listening, and is letting go of the database. */
  isStopping: boolean
}

/** A folder that is ours until it is released. */
export interface HeldFolder {
  /** Before listening ends: a next start waits for {@link release}. */
  stopping(): Promise<void>
  release(): Promise<void>
}

/** A folder that cannot be taken: nobody can say whether it is in use, or it cannot be written to. */
export class FolderError extends Error {
  override readonly name = 'FolderError'
}

const patience = 15_000
const answerPatience = 3_000
const breakerPatience = 10_000

const lockOf = (folder: string) => join(folder, 'lock.json')

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'instance' in value &&
  'address' in value &&
  typeof value.address === 'string' &&
  URL.canParse(value.address)

/** Undefined without a lock, null where it says nothing. */
async function readHolder(folder: string): Promise<Holder | null | undefined> {
  const text = await readFile(lockOf(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const holder: unknown = JSON.parse(text)
    return isHolder(holder) ? holder : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the recorded instance answers at its address; undefined where nobody answers in time. */
async function answers({ address, instance }: Holder): Promise<boolean | undefined> {
  try {
    const signal = AbortSignal.timeout(answerPatience)
    const response = await fetch(new URL('/healthz', address), { signal, redirect: 'manual' })
    await response.body?.cancel()
    return response.headers.get(instanceHeader) === instance
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? undefined : false
  }
}

/** The living holder of a folder, once it is known: one that is stopping is waited for. */
export async function findHolder(folder: string): Promise<Holder | undefined> {
  for (const deadline = Date.now() + patience; ; await pause(100)) {
    const holder = await readHolder(folder)
    if (!holder || !isAlive(holder.pid)) return undefined
    // Our own pid in another's lock is a recycled one, as in containers: nobody is left to finish stopping.
    const isThere = holder.isStopping ? holder.pid !== process.pid && undefined : await answers(holder)
    if (isThere === true) return holder
    if (isThere === false) return undefined
    if (Date.now() > deadline)
      throw new FolderError(
        `The data folder ${folder} is held by process ${holder.pid}, which does not answer: end it, or remove ${lockOf(folder)} if it is another program.`,
      )
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Links a complete file into place, so that a lock is never seen half written; false where there is one. */
async function place(folder: string, holder: Holder): Promise<boolean> {
  const draft = join(folder, `lock-${holder.instance}.json`)
  await writeFile(draft, JSON.stringify(holder))
  try {
    await link(draft, lockOf(folder))
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Removes a lock that nobody holds. Only one may at a time, or the second would remove the first one's new lock. */
async function breakLock(folder: string): Promise<void> {
  const breaker = `${lockOf(folder)}.breaking`
  try {
    await (await open(breaker, 'wx')).close()
  } catch (error) {
    if (!isTaken(error)) throw error
    const since = await stat(breaker).catch(() => undefined)
    if (since && Date.now() - since.mtimeMs > breakerPatience) await rm(breaker, { force: true })
    return pause(50)
  }
  try {
    if (!(await findHolder(folder))) await rm(lockOf(folder), { force: true })
  } finally {
    await rm(breaker, { force: true })
  }
}

/** Makes a data folder where it is missing; one that cannot be written to is told in a sentence. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    const told = error instanceof Error ? error.message : error
    throw new FolderError(`ROSTER_DATA ${folder} is no folder that can be written to: ${told}.`)
  }
}

/** Takes a folder, over a lock whose holder is gone, or answers who has it. */
export async function holdFolder(folder: string, me: Holder): Promise<HeldFolder | Holder> {
  await makeFolder(folder)
  while (!(await place(folder, me))) {
    const holder = await findHolder(folder)
    if (holder) return holder
    await breakLock(folder)
  }
  const isOurs = async () => (await readHolder(folder))?.instance === me.instance
  return {
    async stopping() {
      if (!(await isOurs())) return
      const draft = join(folder, `lock-${me.instance}.json`)
      await writeFile(draft, JSON.stringify({ ...me, isStopping: true }))
      await rename(draft, lockOf(folder))
    },
    async release() {
      if (await isOurs()) await rm(lockOf(folder), { force: true })
    },
  }
}
