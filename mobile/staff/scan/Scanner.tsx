import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { BigButton, Notice } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { readCode } from './reader.ts'
import './scan.css'

const BETWEEN_MS = 120
/** One picture may fail; so many one after the other, and it is the reader. */
const FAILURES = 5

/** 扫码: the camera, or a picture; closes with what it read. */
export default function Scanner({ onRead, onClose }: { onRead: (text: string) => void; onClose: () => void }): ReactNode {
  const t = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState<'noCamera' | 'notFound' | 'noReader'>()
  // The camera stays open whatever is drawn anew around it.
  const read = useEffectEvent(onRead)
  useEffect(() => watch(video.current, (text) => read(text), setFailed), [])
  const fromPicture = async (file: File | undefined) => {
    const text = file && (await readCode(file).catch(() => undefined))
    if (text) onRead(text)
    else if (file) setFailed('notFound')
  }
  return (
    <section className="scanner" aria-label={t('field.phone.scan.title')}>
      <div className="scan-view">{/* A picture of what the camera sees has nothing to be told in words. */}<video ref={video} muted playsInline aria-hidden="true" /><i aria-hidden="true" /></div>
      <p className="scan-hint">{t('field.phone.scan.hint')}</p>
      {failed === 'noCamera' ? <Notice tone="soon" title={t('field.phone.scan.noCamera')}>{t('field.phone.scan.noCameraHint')}</Notice> : failed === 'noReader' ? <Notice tone="soon" title={t('field.phone.scan.noReader')}>{t('field.phone.scan.noReaderHint')}</Notice> : failed ? <Notice tone="soon">{t('field.phone.scan.notFound')}</Notice> : null}
      <label className="big second scan-file">{t('field.phone.scan.picture')}<input type="file" accept="image/*" onChange={(event) => void fromPicture(event.target.files?.[0])} /></label>
      <BigButton kind="second" onPress={onClose}>{t('field.phone.scan.close')}</BigButton>
    </section>
  )
}

/** Looks at the picture some times a second until a code is read; the camera is let go with the page. */
function watch(video: HTMLVideoElement | null, onRead: (text: string) => void, onFailed: (why: 'noCamera' | 'noReader') => void): () => void {
  let over = false
  let failures = 0
  let stream: MediaStream | undefined
  const canvas = document.createElement('canvas')
  const look = async (): Promise<void> => {
    if (over || !video) return
    const text = video.videoWidth > 0 ? await readCode(frameOf(video, canvas)).catch(() => { failures++; return undefined }) : undefined
    if (over) return
    if (failures === FAILURES) onFailed('noReader')
    if (text) onRead(text)
    else setTimeout(() => void look(), BETWEEN_MS)
  }
  const begin = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
    if (over || !video) return stream.getTracks().forEach((track) => track.stop())
    video.srcObject = stream
    await video.play()
    await look()
  }
  if (navigator.mediaDevices) begin().catch(() => { if (!over) onFailed('noCamera') })
  else onFailed('noCamera')
  return () => {
    over = true
    stream?.getTracks().forEach((track) => track.stop())
  }
}

/** The middle of the picture, where the frame is. */
function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData {
  const side = Math.min(video.videoWidth, video.videoHeight)
  canvas.width = canvas.height = Math.min(side, 720)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
