import { page } from '../../state/environment/page.ts'

/** A file that the person has chosen in the browser's own dialog. */
export interface SaveHandle {
  createWritable(): Promise<{
    write(bytes: Uint8Array): Promise<void>
    close(): Promise<void>
    abort(): Promise<void>
  }>
  /** Deletes the file; missing in some browsers. */
  remove?(): Promise<void>
}

/** Where the file is saved: in a chosen file or in the browser's downloads, or nowhere if the person has cancelled. */
export type SaveTarget = { kind: 'file'; handle: SaveHandle } | { kind: 'download' } | { kind: 'none' }

interface WithPicker {
  showSaveFilePicker?(options: object): Promise<SaveHandle>
}

let asking: Promise<SaveTarget> | undefined

/**
 * Asks where to save. Call it inside the click, before any request. In a frame of another origin, and in browsers
 * without such a dialog, the file is downloaded. The dialog that is open is the answer to a second call too.
 */
export function askSaveTarget(name: string): Promise<SaveTarget> {
  asking ??= ask(name).finally(() => {
    asking = undefined
  })
  return asking
}

async function ask(name: string): Promise<SaveTarget> {
  const { showSaveFilePicker } = (page.window ?? {}) as WithPicker
  if (!showSaveFilePicker) return { kind: 'download' }
  try {
    const handle = await showSaveFilePicker.call(page.window, {
      suggestedName: name,
      types: [{ accept: { 'text/csv': ['.csv'] } }],
    })
    return { kind: 'file', handle }
  } catch (thrown) {
    const isCancelled = thrown instanceof Error && thrown.name === 'AbortError'
    return { kind: isCancelled ? 'none' : 'download' }
  }
}
