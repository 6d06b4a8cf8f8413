/** After the first sight, so that it takes nothing from it. What a page in the meantime loads it keeps. */
export function registerShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const start = () => void navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' }).catch(() => undefined)
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}

interface SyncRegistration extends ServiceWorkerRegistration { sync?: { register(tag: string): Promise<void> } }

/** The staff’s pages and the code reader, kept once somebody has signed in; and the browser’s promise to wake us, where it gives one. */
export async function keepForStaff(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const ready: SyncRegistration = await navigator.serviceWorker.ready
  ready.active?.postMessage('staff')
  await ready.sync?.register('outbox').catch(() => undefined)
}
