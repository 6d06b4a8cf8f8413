import { uuidv7 } from 'uuidv7'
import type { Files, Upload } from '../kernel/ctx.ts'
import { frameErrors, refuse } from '../kernel/errors.ts'

/** A file on its way in. */
export interface Incoming {
  readonly filename: string
  readonly contentType: string
  /** What the caller says it will send; 0 when it does not say. */
  readonly announcedBytes?: number
  readonly body: AsyncIterable<Uint8Array>
}

/** Takes in a file, sealed as it comes. One that says it is too large is refused before its first byte, one that turns out to be at the limit. */
export async function receiveUpload(files: Files, { filename, contentType, announcedBytes = 0, body }: Incoming, limitMegabytes: number): Promise<Upload> {
  const most = limitMegabytes * 1024 * 1024
  if (announcedBytes > most) throw refuse(frameErrors.tooLarge, { limitMegabytes })
  const fileId = uuidv7()
  const bytes = await files.save(fileId, within(body, most, limitMegabytes))
  return { filename, contentType, fileId, bytes }
}

async function* within(body: AsyncIterable<Uint8Array>, most: number, limitMegabytes: number): AsyncIterable<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > most) throw refuse(frameErrors.tooLarge, { limitMegabytes })
    yield chunk
  }
}
