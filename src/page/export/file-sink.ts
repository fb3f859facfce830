import type { FileSink } from '../../state/export/export-users.ts'
import type { SaveHandle } from './save-target.ts'

/** Writes into a chosen file. The file keeps its old content until everything is written. */
export function fileSink(handle: SaveHandle): FileSink {
  const writing = handle.createWritable()
  // Awaited with the first write.
  writing.catch(() => undefined)
  return {
    write: async (bytes) => (await writing).write(bytes),
    close: async () => (await writing).close(),
    async discard() {
      await (await writing).abort()
      // The dialog has created an empty file.
      await handle.remove?.()
    },
  }
}

/** Collects the file in memory and downloads it once it is complete. */
export function downloadSink(name: string, document: Document): FileSink {
  const parts: BlobPart[] = []
  return {
    async write(bytes) {
      parts.push(new Uint8Array(bytes))
    },
    async close() {
      const address = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
    async discard() {
      parts.length = 0
    },
  }
}
