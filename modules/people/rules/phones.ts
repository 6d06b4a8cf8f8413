export const normalPhone = (text: string): string =>
  text.normalize('NFKC').replace(/[\s()-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')

/** A mobile (any 1[3-9] block) or a landline with or without its area code. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(normalPhone(text)) || /^(0\d{2,3})?[2-9]\d{6,7}$/.test(normalPhone(text))

/** First three and last four stay: `199****1234`. */
export const maskPhone = (normal: string): string =>
  normal.length <= 7 ? `${normal.slice(0, 1)}${'*'.repeat(Math.max(0, normal.length - 1))}` : `${normal.slice(0, 3)}${'*'.repeat(normal.length - 7)}${normal.slice(-4)}`
