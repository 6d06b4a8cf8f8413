import { Worker } from 'node:worker_threads'

/**
 * Another user meanwhile: asks every 100 ms on a fixed beat from a thread of its own, so that a blocked server is seen as
 * waiting and not as fewer questions.
 */
const code = `
const { parentPort, workerData } = require('node:worker_threads')
const times = []
let on = true
parentPort.on('message', () => { on = false })
const ask = async () => {
  const from = performance.now()
  const response = await fetch(workerData.url, { headers: { cookie: workerData.cookie } })
  await response.arrayBuffer()
  times.push([response.status, performance.now() - from])
}
const beat = setInterval(() => {
  if (on) { void ask().catch(() => times.push([0, 60000])); return }
  clearInterval(beat)
  setTimeout(() => { parentPort.postMessage(times); parentPort.close() }, 1000)
}, 100)
`

export interface Latency { n: number; failed: number; p50: number; p95: number; max: number }

export function askMeanwhile(url: string, cookie: string): { stop(): Promise<Latency> } {
  const worker = new Worker(code, { eval: true, workerData: { url, cookie } })
  return {
    stop: () => new Promise((done, fail) => {
      worker.once('error', fail)
      worker.once('message', (times: [number, number][]) => {
        const ms = times.map(([, time]) => time).sort((a, b) => a - b)
        const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0
        done({ n: ms.length, failed: times.filter(([status]) => status !== 200).length, p50: at(0.5), p95: at(0.95), max: ms.at(-1) ?? 0 })
      })
      worker.postMessage('stop')
    }),
  }
}
