/** Thrown when a queue is full, or a task waited too long in it. */
export class Busy extends Error {
  override readonly name = 'Busy'
  /** Whether only this owner has too many tasks, while tasks of others are still accepted. */
  readonly isOwn: boolean

  constructor(message: string, isOwn: boolean) {
    super(message)
    this.isOwn = isOwn
  }
}
