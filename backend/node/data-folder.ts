import { access, constants, link, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Header of `GET /healthz` with the instance, so that another process with a reused pid is not taken for it. */
export const instanceHeader = 'Roster-Instance'

/** The process that holds a folder, as its lock file describes it. */
export interface Holder {
  pid: number
  instance: string
  /** Its address. It listens there before it takes the lock. */
  address: string
  /** Whether it has stopped listening and is closing the database. */
  isStopping: boolean
}

/** A folder that this process holds until it is released. */
export interface HeldFolder {
  /** Call it before listening ends. The next start then waits for {@link release}. */
  stopping(): Promise<void>
  release(): Promise<void>
}

/** A folder that cannot be used: it cannot be written to, or it is unclear whether it is in use. */
export class FolderError extends Error {
  override readonly name = 'FolderError'
}

const holderTimeout = 15_000
const healthTimeout = 3_000
const breakerTimeout = 10_000

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

/** The holder in the lock file. Undefined without a lock, null if the lock cannot be read. */
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

/** Whether the recorded instance responds at its address. Undefined if nothing responds in time. */
async function responds({ address, instance }: Holder): Promise<boolean | undefined> {
  try {
    const signal = AbortSignal.timeout(healthTimeout)
    const response = await fetch(new URL('/healthz', address), { signal, redirect: 'manual' })
    await response.body?.cancel()
    return response.headers.get(instanceHeader) === instance
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? undefined : false
  }
}

/** Finds the running holder of a folder. Waits for one that is stopping. */
export async function findHolder(folder: string): Promise<Holder | undefined> {
  for (const deadline = Date.now() + holderTimeout; ; await pause(100)) {
    const holder = await readHolder(folder)
    if (!holder || !isAlive(holder.pid)) return undefined
    // Our own pid in another instance's lock was reused, as in containers: that instance is gone and cannot finish.
    const isThere = holder.isStopping ? holder.pid !== process.pid && undefined : await responds(holder)
    if (isThere === true) return holder
    if (isThere === false) return undefined
    if (Date.now() > deadline)
      throw new FolderError(
        `The data folder ${folder} is locked by process ${holder.pid}, which does not respond. End it, or delete ${lockOf(folder)} if that process isn't Roster.`,
      )
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Links a complete lock file into place, so that nobody reads half of one. Returns false if a lock exists. */
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

/** Deletes a lock that nobody holds. Only one process may do so at a time, or it would delete the next one's lock. */
async function breakLock(folder: string): Promise<void> {
  const breaker = `${lockOf(folder)}.breaking`
  try {
    await (await open(breaker, 'wx')).close()
  } catch (error) {
    if (!isTaken(error)) throw error
    const since = await stat(breaker).catch(() => undefined)
    if (since && Date.now() - since.mtimeMs > breakerTimeout) await rm(breaker, { force: true })
    return pause(50)
  }
  try {
    if (!(await findHolder(folder))) await rm(lockOf(folder), { force: true })
  } finally {
    await rm(breaker, { force: true })
  }
}

/** Creates a data folder if it is missing. Throws a `FolderError` if it cannot be written to. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    throw new FolderError(`ROSTER_DATA must be a folder that can be written to, got "${folder}": ${reason}.`)
  }
}

/** Locks a folder, replacing the lock of a holder that is gone. Returns the holder if the folder is in use. */
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
