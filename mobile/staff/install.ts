interface Installing extends Event { prompt(): Promise<unknown> }
let offered: Installing | undefined
// The browser offers it once, early; the page asks for it where somebody looks.
addEventListener('beforeinstallprompt', (event) => { event.preventDefault(); offered = event as Installing })
export const installable = (): Installing | undefined => offered
