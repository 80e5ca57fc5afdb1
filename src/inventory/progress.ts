import { BroadcastChannel } from 'node:worker_threads'

/** The progress of a lint whose files are counted wherever they are linted. */
export interface Progress {
  /** The name of the channel on which each file is announced. */
  readonly channel: string
  stop(): void
}

/** A bar on a terminal. How many files there will be is known only when the last one is found. */
export async function startProgress(stream: NodeJS.WritableStream): Promise<Progress> {
  const { SingleBar } = (await import('cli-progress')).default
  const format = 'Reading the code: {value} files, {duration_formatted}'
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true, noTTYOutput: false })
  const channel = new BroadcastChannel(`cors-inventory-${process.pid}-${Date.now()}`)
  bar.start(0, 0)
  channel.onmessage = () => {
    bar.increment()
  }
  return {
    channel: channel.name,
    stop() {
      channel.close()
      bar.stop()
    },
  }
}
