import { inflateRawSync, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import { zipSync } from 'fflate'

/** One file inside an .xlsx. */
export interface ZipEntry {
  readonly name: string
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
  readonly stored: boolean
}

/** A workbook that unpacks to more than this is an accident or an attack (a sheet of a million rows has about 700 MB). */
const MAX_UNPACKED = 2 * 1024 ** 3
/** The list of its sheets has some kilobytes. */
const MAX_SMALL = 1024 ** 2

/** The directory of a zip file; throws when it is none. */
export function readZip(file: Buffer): Map<string, ZipEntry> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('not a zip file')
  const entries = new Map<string, ZipEntry>()
  let at = file.readUInt32LE(end + 16)
  let total = 0
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error('broken zip directory')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => file.readUInt16LE(at + o)) as [number, number, number]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const entry: ZipEntry = {
      name, stored: file.readUInt16LE(at + 10) === 0,
      packedBytes: file.readUInt32LE(at + 20), bytes: file.readUInt32LE(at + 24), offset: file.readUInt32LE(at + 42),
    }
    total += entry.bytes
    entries.set(name.replace(/^\//, ''), entry)
    at += 46 + nameLength + extraLength + commentLength
  }
  if (total > MAX_UNPACKED) throw new Error('the workbook unpacks to too much')
  return entries
}

function packed(file: Buffer, entry: ZipEntry): Buffer {
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
  return file.subarray(start, start + entry.packedBytes)
}

/** A document of an office has some dozens of parts. */
const MOST_PARTS = 1000

export interface Repacked { readonly file: Buffer; readonly parts: Readonly<Record<string, Uint8Array>> }

/**
 * The same file packed anew, and its parts: no other reader finds a directory we did not see. Undefined where it unpacks to more than `most` bytes;
 * unpacking stops there, whatever size the file says of itself. Throws when it is no zip file.
 */
export function repacked(file: Buffer, most: number): Repacked | undefined {
  const entries = readZip(file)
  if (entries.size > MOST_PARTS) return undefined
  const parts: Record<string, Uint8Array> = {}
  let left = most
  for (const [name, entry] of entries) {
    if (name.endsWith('/')) continue
    const part = unpacked(packed(file, entry), entry.stored, left)
    if (!part) return undefined
    left -= part.length
    parts[name] = part
  }
  return { file: Buffer.from(zipSync(parts)), parts }
}

function unpacked(bytes: Buffer, stored: boolean, most: number): Buffer | undefined {
  if (stored) return bytes.length > most ? undefined : bytes
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw error
  }
}

/** A small part (workbook, relations) as text. */
export function readEntry(file: Buffer, entry: ZipEntry): string {
  const bytes = packed(file, entry)
  if (bytes.length > MAX_SMALL) throw new Error(`${entry.name} is too large`)
  return (entry.stored ? bytes : inflateRawSync(bytes, { maxOutputLength: MAX_SMALL })).toString('utf8')
}

/** A large part in pieces; unpacking runs on zlib's own threads, so other requests get their turn between pieces. */
export async function* streamEntry(file: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const bytes = packed(file, entry)
  const decoder = new TextDecoder()
  const stream = entry.stored ? Readable.from(slices(bytes)) : Readable.from(slices(bytes)).pipe(createInflateRaw({ chunkSize: 64 * 1024 }))
  let seen = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    seen += piece.length
    if (seen > MAX_UNPACKED) throw new Error('the workbook unpacks to too much')
    yield decoder.decode(piece, { stream: true })
  }
  yield decoder.decode()
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384)
}
