/** As large as a card prints it, in dots. */
const [WIDTH, HEIGHT] = [480, 640]

/** The middle of a picture as a portrait of 3 : 4, small enough for a weak signal and without what a phone writes into its files (place, time). What the browser cannot draw goes as it is. */
export async function portrait(file: File): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return file
  const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height)
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  canvas.getContext('2d')?.drawImage(picture, (WIDTH - picture.width * scale) / 2, (HEIGHT - picture.height * scale) / 2, picture.width * scale, picture.height * scale)
  const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg', 0.85) })
  return blob ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
}

/** Where the photo of a pass is; another photo is another address. */
export const photoUrl = (passId: string, takenAt: string): string => `/api/passes/${passId}/photo?at=${encodeURIComponent(takenAt)}`
