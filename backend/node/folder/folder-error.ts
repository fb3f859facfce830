/** Thrown if a folder can't be used: it can't be written to, or it isn't clear whether it is in use. */
export class FolderError extends Error {
  override readonly name = 'FolderError'
}
