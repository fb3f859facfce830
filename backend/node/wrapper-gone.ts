/**
 * Resolves when the command that wraps this process ends, however it ends: the channel to it closes. Never resolves for
 * a process that nothing wraps.
 */
export function wrapperGone(): Promise<void> {
  return new Promise((resolve) => {
    if (!process.channel) return
    process.once('disconnect', resolve)
    process.channel.unref()
  })
}
