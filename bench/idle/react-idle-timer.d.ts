/** What the benchmark uses of react-idle-timer, which is installed in `bench` when it runs. */
declare module 'react-idle-timer' {
  export function useIdleTimer(options: {
    timeout: number
    promptBeforeIdle: number
    crossTab: boolean
    onIdle(): void
  }): unknown
}
