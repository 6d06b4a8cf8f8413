/**
 * Many callers, one transaction: what arrives while the last batch is on its way to the disk goes together with the next one.
 * No timer: a lone call goes at once, and the more come, the larger the batches grow (docs/decisions/0070).
 */
export interface Lane<I, O> {
  /** The answer of this one, durable; throws `Full` at once where it would wait longer than anybody should. */
  put(item: I): Promise<O>
  /** Milliseconds until one put in now is likely to be answered; beyond the patience it is refused. */
  readonly waitMs: number
  readonly full: boolean
}

export class Full extends Error {
  /** After how many seconds it is worth another try. */
  readonly retrySeconds: number
  constructor(retrySeconds: number) {
    super('full')
    this.retrySeconds = retrySeconds
  }
}

export interface LaneOptions<I, O> {
  /** Answers all of them, in their order, or throws: then nothing of the batch was kept. A thing of `Error` in a place is thrown to that caller alone. */
  flush(items: readonly I[]): Promise<readonly (O | Error)[]>
  /** Items to a batch. */
  most: number
  /** Batches on their way at a time. */
  abreast: number
  /** How long somebody may have to wait before the next one is refused, in milliseconds. */
  patienceMs: number
  clock: () => number
}

interface Waiting<I, O> { item: I; done(answer: O): void; fail(error: unknown): void }

/** Weight of the newest batch in the running mean of what an item takes. */
const NEWEST = 0.2
/** A mean over fewer items says little, and so few are never refused. */
const TELLING = 16

export function openLane<I, O>({ flush, most, abreast, patienceMs, clock }: LaneOptions<I, O>): Lane<I, O> {
  let queue: Waiting<I, O>[] = []
  let running = 0
  let underWay = 0
  let msEach = 0

  const waitMs = () => (queue.length + underWay / 2) * msEach
  const full = () => queue.length >= Math.min(most, TELLING) && waitMs() > patienceMs

  async function run(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const answers = await flush(batch.map(({ item }) => item))
      batch.forEach((one, i) => {
        const answer = answers[i]
        if (answer instanceof Error) one.fail(answer)
        else one.done(answer as O)
      })
    } catch (error) {
      const [only] = batch
      if (batch.length === 1 && only) return only.fail(error)
      // One bad record must not cost its neighbours: the halves are tried by themselves, down to the one it is.
      const half = Math.ceil(batch.length / 2)
      await run(batch.slice(0, half))
      await run(batch.slice(half))
    }
  }

  function next(): void {
    while (running < abreast && queue.length > 0) {
      const batch = queue.slice(0, most)
      queue = queue.slice(most)
      running += 1
      underWay += batch.length
      const from = clock()
      void run(batch).finally(() => {
        running -= 1
        underWay -= batch.length
        const each = (clock() - from) / batch.length / abreast
        if (batch.length >= TELLING || msEach === 0) msEach = msEach === 0 ? each : msEach * (1 - NEWEST) + each * NEWEST
        next()
      })
    }
  }

  return {
    get waitMs() { return waitMs() },
    get full() { return full() },
    put: (item) => new Promise<O>((done, fail) => {
      if (full()) return fail(new Full(Math.max(1, Math.ceil(waitMs() / 1000))))
      queue.push({ item, done, fail })
      if (running < abreast) next()
    }),
  }
}
