import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

/**
 * The wire between `pg` and the embedded engine: what `pg` writes in one piece (reading a statement, its values, running it, the end) is one call of
 * the engine, and its answers go back as they are. PGlite's own way makes five calls of it and takes every answer apart once more (docs/decisions/0090).
 */
export class Wire extends Duplex {
  readonly #lite: PGlite

  constructor(lite: PGlite) {
    super()
    this.#lite = lite
  }

  /** The engine has one session: what a former line left in it would be taken for this one's. */
  connect(): this {
    this.#lite.exec('rollback; deallocate all').then(() => this.emit('connect'), (error: Error) => this.destroy(error))
    return this
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const answers: Buffer[] = []
    // Its memory is its own only until it goes on.
    this.#lite.execProtocolRawStream(piece, { syncToFs: false, onRawData: (answer) => answers.push(Buffer.from(answer)) }).then(() => {
      for (const answer of answers) this.push(answer)
      done()
    }, done)
  }
  override _writev(pieces: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(pieces.map(({ chunk }) => chunk)), 'binary', done)
  }
  override _final(done: () => void): void {
    this.push(null)
    done()
  }
  override _read(): void {}

  // What `pg` asks of a socket; there is none.
  setNoDelay(): this { return this }
  setKeepAlive(): this { return this }
  ref(): this { return this }
  unref(): this { return this }
}
