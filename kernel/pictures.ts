import type { Files } from './ctx.ts'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

/** By the first bytes, not by the name: what a browser will show as a picture. */
export function pictureType(head: Uint8Array): PictureType | undefined {
  const starts = (bytes: readonly number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte)
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts([0x89, 0x50, 0x4e, 0x47])) return 'image/png'
  return starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8) ? 'image/webp' : undefined
}

/** Of a file that has come in. */
export async function pictureTypeOf(files: Files, fileId: string): Promise<PictureType | undefined> {
  for await (const chunk of files.read(fileId)) return pictureType(chunk)
  return undefined
}
