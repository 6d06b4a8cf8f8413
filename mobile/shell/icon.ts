import { crc32, deflateSync } from 'node:zlib'

const GROUND = [0x0f, 0x6b, 0x74] as const
const SQUARE = [0xff, 0xff, 0xff] as const

/** The sign of the house, four squares of a grid, as PNG: drawn here, so that no picture has to be kept. `inset`: how much ground is left for a mask. */
export function iconPng(size: number, inset = 0.2): Buffer {
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size * 3)
    for (let x = 0; x < size; x++) row.set(inSquare(x / size, y / size, inset) ? SQUARE : GROUND, 1 + x * 3)
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function inSquare(x: number, y: number, inset: number): boolean {
  const side = (1 - 2 * inset) * 0.44
  const along = (v: number) => (v >= inset && v < inset + side) || (v > 1 - inset - side && v <= 1 - inset)
  return along(x) && along(y)
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
