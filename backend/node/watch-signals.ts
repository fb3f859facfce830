const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * Ms from the first signal to the end of the process, even if it is still waiting. Supervisors allow ten seconds or
 * more.
 */
const stopTimeout = 9_500

/**
 * Listens for SIGINT and SIGTERM. The first resolves `received`, a second ends the process at once. Call it before the
 * start, so that a signal during the start also ends cleanly.
 */
export function watchSignals(): { received: Promise<void> } {
  const received = new Promise<void>((resolve) => {
    let isReceived = false
    const receive = () => {
      if (isReceived) process.exit(1)
      isReceived = true
      setTimeout(() => process.exit(1), stopTimeout).unref()
      resolve()
    }
    for (const signal of signals) process.on(signal, receive)
  })
  return { received }
}
