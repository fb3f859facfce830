const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * Listens for SIGINT and SIGTERM from now on: the first resolves `received`, a second ends the process where it stands.
 * Called before a start, so that a signal during it still ends cleanly.
 */
export function watchSignals(): { received: Promise<void> } {
  const received = new Promise<void>((resolve) => {
    let isReceived = false
    const receive = () => {
      if (isReceived) process.exit(1)
      isReceived = true
      resolve()
    }
    for (const signal of signals) process.on(signal, receive)
  })
  return { received }
}
