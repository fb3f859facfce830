/** A folder that cannot be used: it cannot be written to, or it is unclear whether it is in use. */
export class FolderError extends Error {
  override readonly name = 'FolderError'
}
