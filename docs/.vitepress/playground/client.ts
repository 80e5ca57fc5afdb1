import type { LintAnswer, LintRequest } from '../linter/messages.ts'

/** The linter, which runs in a worker so that typing never waits for it. */
export interface LinterClient {
  /** Lints soon. A request that is followed by another one before its turn is left out. */
  ask(request: Omit<LintRequest, 'id'>): void
  close(): void
}

/**
 * Starts the worker.
 *
 * @param address where the script of the worker is.
 * @param onAnswer is given the answer to each request that nothing has followed.
 * @param onFailure is told why there is no linter.
 */
export function startLinter(
  address: string,
  onAnswer: (answer: LintAnswer) => void,
  onFailure: (reason: string) => void,
): LinterClient {
  const worker = new Worker(address, { type: 'module', name: 'linter' })
  let last = 0
  let waiting: LintRequest | undefined
  let isBusy = false

  function send(request: LintRequest): void {
    isBusy = true
    waiting = undefined
    worker.postMessage(request)
  }

  worker.addEventListener('message', ({ data }: MessageEvent<LintAnswer>) => {
    isBusy = false
    if (waiting) send(waiting)
    else if (data.id === last) onAnswer(data)
  })
  worker.addEventListener('error', (event) => {
    onFailure(event.message || 'The linter did not load.')
  })

  return {
    ask(request) {
      last += 1
      if (isBusy) waiting = { ...request, id: last }
      else send({ ...request, id: last })
    },
    close() {
      worker.terminate()
    },
  }
}
