/** A number our own lists and exports show: stars in the place of digits. Never taken for a real one. */
export const isMasked = (text: string): boolean => /[*＊•●×]{2,}/.test(text)

/** Cells shown as samples: whatever looks like an identity number or a phone loses its middle. */
export const hideNumbers = (cell: string): string =>
  cell.slice(0, 60).replace(/[\dA-Za-z]{7,}/g, (number) => `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`)
