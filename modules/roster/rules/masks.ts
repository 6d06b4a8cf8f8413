/** A number our own lists and exports show: stars in the place of digits. Never taken for a real one. */
export const isMasked = (text: string): boolean => /[*＊•●×]{2,}/.test(text)
