/**
 * Many callers, one transaction: what arrives while the last batch is on its way to the disk goes together with the next one.
 * No timer: a lone call goes at once, and the more come, the larger the batches grow (docs/decisions/0070).
 */
export interface Lane<I, O> {
  /** The answer of this one, durable; throws `Full` at once where it would wait longer than anybody should. */
  put(item: I): Promise<O>
  readonly full: boolean
}

export class Full extends Error {
  /** After how many seconds it is worth another try. */
  readonly retrySeconds = 1
}
/** Made once: thousands a second are refused, and where from tells nobody anything. */
export const full = new Full('full')

export interface LaneOptions<I, O> {
  /** Answers all of them, in their order, or throws: then nothing of the batch was kept. A thing of `Error` in a place is thrown to that caller alone. */
  flush(items: readonly I[]): Promise<readonly (O | Error)[]>
  /** Items to a batch, and one begins beside another once so many wait: two small ones cost more than one, and while a large one is decided the thread does nothing else. */
  batch: number
  /** So many may wait for the next ones. */
  most: number
  /** Batches on their way at a time. */
  abreast: number
  /** Once somebody has waited so long for their batch to begin, in milliseconds, the next one is refused. */
  patienceMs: number
  clock: () => number
}

interface Waiting<I, O> { item: I; since: number; done(answer: O): void; fail(error: unknown): void }

export function openLane<I, O>({ flush, batch, most, abreast, patienceMs, clock }: LaneOptions<I, O>): Lane<I, O> {
  const queue: Waiting<I, O>[] = []
  let running = 0

  const isFull = () => queue.length >= most || (queue[0] !== undefined && clock() - queue[0].since > patienceMs)

  async function run(items: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const answers = await flush(items.map(({ item }) => item))
      items.forEach((one, i) => {
        const answer = answers[i]
        if (answer instanceof Error) one.fail(answer)
        else one.done(answer as O)
      })
    } catch (error) {
      const [only] = items
      if (items.length === 1 && only) return only.fail(error)
      // One bad record must not cost its neighbours: the halves are tried by themselves, down to the one it is.
      const half = Math.ceil(items.length / 2)
      await run(items.slice(0, half))
      await run(items.slice(half))
    }
  }

  function next(): void {
    while (running < abreast && queue.length >= (running === 0 ? 1 : batch)) {
      running += 1
      void run(queue.splice(0, batch)).finally(() => {
        running -= 1
        next()
      })
    }
  }

  return {
    get full() { return isFull() },
    put: (item) => new Promise<O>((done, fail) => {
      if (isFull()) return fail(full)
      queue.push({ item, since: clock(), done, fail })
      if (running < abreast) next()
    }),
  }
}
