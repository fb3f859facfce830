/** Milliseconds of processor time that a function takes, which other work of the machine doesn't prolong. */
export function cpuTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
