/** Carries messages between the tabs of a browser. */
export interface Channel {
  /** Sends a message to all other tabs. */
  post(message: unknown): void
  /** Calls the listener with each message of another tab. */
  subscribe(listener: (message: unknown) => void): () => void
  /** Closes the channel. Its listener isn't called any more. */
  close(): void
  /** Whether messages reach no one, such as in a browser without channels. @default false */
  isSilent?: boolean
}

/** Opens channels by name. */
export interface ChannelSource {
  /** Opens the channel with this name. All windows of the origin that open it receive its messages. */
  open(name: string): Channel
}

/** `BroadcastChannel`. If it is missing or refused, tabs receive nothing from each other. */
export const browserChannels: ChannelSource = {
  open(name) {
    const channel = broadcastChannel(name)
    return {
      post: (message) => channel?.postMessage(message),
      subscribe(listener) {
        const onMessage = ({ data }: MessageEvent) => listener(data)
        channel?.addEventListener('message', onMessage)
        return () => channel?.removeEventListener('message', onMessage)
      },
      close: () => channel?.close(),
      isSilent: channel === undefined,
    }
  },
}

function broadcastChannel(name: string): BroadcastChannel | undefined {
  try {
    return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
